import ArgumentParser
import Records
import Titer

/// `titer index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Add files of records to an index, or make one.",
    discussion: """
      Reads RIS, PubMed XML, MEDLINE (.nbib), JATS, EndNote XML, BibTeX, CSV,
      TSV, Web of Science, JSON Lines and TREC files, plain or compressed (gzip,
      zstd); the format is told from the first bytes. A record takes the place of
      one with the same identifier. Malformed records are reported and skipped.

      The index changes at the end, at once or not at all: stopped before, it is
      as it was.

      Examples:
        titer index export.ris -o review.idx
        titer index pubmed/ -o review.idx      every file in a folder
        zcat *.gz | titer index - -o review.idx

      Exit codes: 0 done (skipped records included); 2 an error: a file that
      can't be read doesn't keep the others from being indexed, unless --strict.
      """)

  @OptionGroup var sources: IntakeFiles

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The index's folder, made when it isn't there; else the environment's TITER_INDEX.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "The analyzer of a new index (default: biomedical); one that exists keeps its own.")
  var analyzer: AnalyzerName?

  @OptionGroup var intake: IntakeOptions

  func run() throws {
    let path = try indexPath(output, option: "-o")
    var intake = try Intake(sources, intake, showsProgress: true)
    var writer = try IndexWriter(path: path, chain: analyzer?.chain ?? .biomedical)
    if let analyzer, writer.chain != analyzer.chain {
      throw Failure(
        "\(path): expected an index made with --analyzer \(analyzer.defaultValueDescription), "
          + "found \(AnalyzerName.name(writer.chain)); leave --analyzer out or make a new index")
    }
    try intake.forEachChange { change in
      switch change {
      case .record(let record): try writer.add(Document(record, stored: record.storedBytes))
      case .deletion(let id): try writer.delete(id: id)
      }
    }
    let summary = try writer.commit()
    if !self.intake.quiet {
      try report(IndexReport(intake: intake, summary: summary, size: try IndexSize.text(path)))
    }
    try intake.checkFiles()
  }

  private func report(_ report: IndexReport) throws {
    try Output.print(report.text)
  }
}

/// What indexing did.
private struct IndexReport {
  let intake: Intake
  let summary: IndexWriter.Summary
  /// The line of how large the index is.
  let size: String

  /// The lines of the report; a line whose figure is 0 is left out.
  var text: String {
    let seconds = intake.seconds
    let rate = Figures.grouped(Figures.rate(intake.records, seconds: seconds))
    let counts = [
      (summary.replaced, "replaced", "earlier records of the same identifier"),
      (summary.deleted, "deleted", "records that their source withdrew"),
      (intake.log.skipped, "skipped", "malformed records"),
      (intake.log.warnings, "warnings", "oddities that cost no record"),
    ]
    let rows =
      [["records", Figures.grouped(intake.records), "in \(Figures.tenths(seconds)) s, \(rate) a second"]]
      + counts.filter { $0.0 > 0 }.map { [$0.1, Figures.grouped($0.0), $0.2] }
    return table(rows, rightAligned: [1]) + size
  }
}
