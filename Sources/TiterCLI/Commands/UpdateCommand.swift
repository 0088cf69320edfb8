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

  @Argument(
    help: ArgumentHelp(
      "Files of records, folders of them (hidden files left out), or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var index: IndexOption

  @OptionGroup var intake: IntakeOptions

  func run() throws {
    let path = try index.path()
    _ = try Index(path: path)
    var intake = Intake(try InputFile.resolve(files), options: intake, showsProgress: true)
    var writer = try IndexWriter(path: path)
    var counts: [IndexWriter.Update: Int] = [:]
    while let change = try intake.next() {
      switch change {
      case .record(let record):
        if let update = try update(record, in: &writer, of: &intake) { counts[update, default: 0] += 1 }
      case .deletion(let id): try writer.delete(id: id)
      }
    }
    guard intake.opened > 0 else { throw Failure("expected a file of records, found none; nothing was updated") }
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
    if intake.log.unreadable > 0 {
      throw Failure("\(Figures.count(intake.log.unreadable, "file")) could not be read, or not to the end")
    }
  }

  private func update(
    _ record: Record, in writer: inout IndexWriter, of intake: inout Intake
  ) throws -> IndexWriter.Update? {
    do {
      return try writer.update(Document(record, stored: record.storedBytes))
    } catch IndexError.invalidDocument(let id, let reason) {
      try intake.reject(id, because: reason)
      return nil
    }
  }

  private func report(_ rows: [[String]], _ path: String) throws {
    var output = Output.standard()
    try output.write(table(rows, rightAligned: [1]) + (try IndexSize.text(path)))
    try output.flush()
  }
}
