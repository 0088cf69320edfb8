import ArgumentParser
import Glibc
import Records

/// `titer convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn files of records into another format.",
    discussion: """
      Reads what `titer index` reads. Files are streamed: their size doesn't matter.

      Examples:
        titer convert export.ris --to csv -o export.csv
        zcat pubmed.xml.gz | titer convert - --to ris > pubmed.ris

      Exit codes: 0 done (skipped records included); 2 an error.
      """)

  @OptionGroup var sources: IntakeFiles

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: WrittenFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, put in place at the end; else standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var intake: IntakeOptions

  func run() throws {
    // Records on a terminal leave no place for a progress bar.
    let showsProgress = output != nil || isatty(STDOUT_FILENO) == 0
    var intake = try Intake(sources, intake, showsProgress: showsProgress)
    try Output.to(output) { try convert(&intake, to: &$0) }
    if !self.intake.quiet { StandardError.write(summary(of: intake)) }
    try intake.checkFiles()
  }

  /// Writes the records; a source's wish to delete one has no form in a file of records.
  private func convert(_ intake: inout Intake, to output: inout Output) throws {
    let writer = to.writer
    try output.write(writer.preamble)
    while let change = try intake.next() {
      if case .record(let record) = change {
        try output.write { writer.write(record, to: &$0) }
      }
    }
  }

  private func summary(of intake: Intake) -> String {
    var line = "\(Figures.count(intake.records, "record")) in \(Figures.tenths(intake.seconds)) s"
    if intake.log.skipped > 0 { line += ", \(Figures.grouped(intake.log.skipped)) skipped" }
    if intake.log.warnings > 0 { line += ", \(Figures.count(intake.log.warnings, "warning"))" }
    return line + "\n"
  }
}
