import ArgumentParser
import Glibc

/// The command `titer`.
@main
struct TiterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "titer",
    abstract: "Full-text search over the records of a literature review.",
    discussion: """
      Examples:
        titer index pubmed.xml.gz scopus.ris -o review.idx
        titer search --index review.idx 'lupus "CAR T"'
        titer search --index review.idx -n 500 lupus --ris > lupus.ris

      Exit codes:
        0  done; for search and show: something was found
        1  nothing was found
        2  an error, told on standard error

      Environment:
        TITER_INDEX  the index's folder, where no option names one
        NO_COLOR     when set, output has no colours

      Completions for your shell: titer --generate-completion-script bash
      (or zsh, or fish).
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Index",
        subcommands: [
          IndexCommand.self, UpdateCommand.self, DeleteCommand.self, MergeCommand.self, VacuumCommand.self,
          StatsCommand.self, CheckCommand.self, RepairCommand.self, RebuildCommand.self,
        ]),
      CommandGroup(
        name: "Search",
        subcommands: [
          SearchCommand.self, CountCommand.self, StrategyCommand.self, ShellCommand.self, ShowCommand.self,
          SimilarCommand.self, TermsCommand.self,
        ]),
      CommandGroup(
        name: "Understand a search", subcommands: [ParseCommand.self, ExplainCommand.self, WhyNotCommand.self]),
      CommandGroup(
        name: "Measure",
        subcommands: [
          RunCommand.self, EvalCommand.self, CompareCommand.self, SweepCommand.self, FuseCommand.self,
          ReportCommand.self,
        ]),
      CommandGroup(name: "File and text", subcommands: [ConvertCommand.self, CIFFCommand.self, AnalyzeCommand.self]),
    ])

  static func main() {
    // A parent may have had the signal ignored; a closed pipe must end us quietly all the same.
    _ = signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Prints help and the like on standard output, errors on standard error, and leaves with 0, 1 or 2.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard code.isSuccess else {
      if !message.isEmpty { StandardError.write("\(message)\n") }
      Glibc.exit(error is ExitCode ? code.rawValue : 2)
    }
    do {
      try show(message)
      Glibc.exit(code.rawValue)
    } catch {
      end(with: error)
    }
  }

  private static func show(_ message: String) throws {
    try Output.print("\(message)\n")
  }
}
