import ArgumentParser
import Records
import Titer

/// `titer update`.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring an index up to date with files of records.",
    discussion: """
      As titer index, for an index that exists: records that it has word for word
      are left alone, others added or put in place of the one with the same
      identifier, and those deleted that PubMed's update files withdraw. The same
      files a second time change nothing, not a byte.

      Examples:
        titer update pubmed26n1334.xml.gz --index review.idx
        titer update weekly/ --index review.idx

      Exit codes: 0 done (skipped records included); 2 an error: a file that
      can't be read doesn't keep the others from being read, unless --strict.
      """)

  @OptionGroup var sources: IntakeFiles

  @OptionGroup var index: IndexOption

  @OptionGroup var intake: IntakeOptions

  func run() throws {
    let path = try index.path()
    _ = try Index(path: path)
    var intake = try Intake(sources, intake, showsProgress: true)
    var writer = try IndexWriter(path: path)
    var counts: [IndexWriter.Update: Int] = [:]
    try intake.forEachChange { change in
      switch change {
      case .record(let record):
        counts[try writer.update(Document(record, stored: record.storedBytes)), default: 0] += 1
      case .deletion(let id): try writer.delete(id: id)
      }
    }
    let summary = try writer.commit()
    if !self.intake.quiet {
      let rows = [
        (counts[.added] ?? 0, "added", "records of a new identifier"),
        (counts[.changed] ?? 0, "changed", "records in place of an earlier one"),
        (counts[.unchanged] ?? 0, "unchanged", "records that the index has so"),
        (summary.deleted, "deleted", "records that their source withdrew"),
        (intake.log.skipped, "skipped", "malformed records"),
        (intake.log.warnings, "warnings", "oddities that cost no record"),
      ]
      try report(rows.filter { $0.0 > 0 }.map { [$0.1, Figures.grouped($0.0), $0.2] }, path)
    }
    try intake.checkFiles()
  }

  private func report(_ rows: [[String]], _ path: String) throws {
    try Output.print(table(rows, rightAligned: [1]) + (try IndexSize.text(path)))
  }
}
