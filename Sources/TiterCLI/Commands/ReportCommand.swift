import ArgumentParser
import Evaluation

/// `titer report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show how runs compare as a page of tables and charts.",
    discussion: """
      One HTML file without scripts that needs no network, for the screen, light
      or dark, and for paper: means with marks of significance, differences from
      the baseline, bars for each topic by the first measure, precision by
      recall, and recall by screening effort. Topics, tests and files are those
      of `titer compare`.

      Examples:
        titer report qrels.txt bm25.run feedback.run -o report.html
        titer report qrels.txt a.run b.run -m nDCG@10 -N 12000 -o report.html

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(help: "The file of judgements.", completion: .file())
  var qrels: String

  @Argument(help: ArgumentHelp("Files of runs.", valueName: "run"), completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, put in place at the end; else standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("The title of the page.", valueName: "text"))
  var title = "Comparison of runs"

  @Option(
    name: [.customShort("N"), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "The size of the collection, for screening effort (default: a topic's judged and returned documents).",
      valueName: "number"))
  var collection: Int?

  @OptionGroup var options: ComparisonOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Missing a run: a file of topic, Q0, id, rank, score and tag.") }
    if let collection, collection < 1 {
      throw ValidationError("-N needs a number from 1 on, found \(collection).")
    }
    try TiterCLI.validate(inputs: [qrels] + files)
  }

  func run() throws {
    let measures = try options.measures()
    let runs = try MeasuredRuns(qrels: qrels, runs: files, level: options.level, collection: collection)
    let report = RunReport(
      runs: runs, measures: measures, baseline: try runs.place(of: options.baseline), method: options.method,
      title: title, qrels: qrels, hasCollection: collection != nil)
    try Output.to(output) { try $0.write(report.page.html) }
  }
}
