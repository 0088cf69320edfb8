import ArgumentParser
import Evaluation

/// `titer compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Test whether runs differ by more than chance.",
    discussion: """
      Each run is held against the baseline on the same topics: those that are
      judged and that any of the runs answers. A topic that a run leaves out
      counts there as nothing found. Printed are the mean difference, the
      interval in which it lies (bootstrap), p before and after correction, the
      effect size d (mean difference in standard deviations), and for how many
      topics the run won, lost and did the same. Files are those of `titer eval`.

      Examples:
        titer compare qrels.txt bm25.run feedback.run
        titer compare qrels.txt a.run b.run c.run -m nDCG@10 --all-pairs
        titer compare qrels.txt a.run b.run --test randomisation --seed 7 --json

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(help: "The file of judgements.", completion: .file())
  var qrels: String

  @Argument(help: ArgumentHelp("Files of runs, two or more.", valueName: "run"), completion: .file())
  var files: [String]

  @OptionGroup var options: ComparisonOptions

  @Flag(help: "Hold each run against each one before it; correct for all pairs.")
  var allPairs = false

  @Flag(help: "One JSON object: topics, test, measures, each with its runs and pairs.")
  var json = false

  func validate() throws {
    if files.count < 2 { throw ValidationError("A comparison needs two runs or more, found \(files.count).") }
    if allPairs && options.baseline != nil {
      throw ValidationError("--all-pairs has no baseline: leave out --baseline.")
    }
    try TiterCLI.validate(inputs: [qrels] + files)
  }

  func run() throws {
    let measures = try options.measures()
    let runs = try MeasuredRuns(qrels: qrels, runs: files, level: options.level)
    let baseline = try runs.place(of: options.baseline)
    let comparisons = zip(measures, runs.figures(measures)).map { measure, figures in
      comparison("\(measure)", figures, baseline)
    }
    let text = ComparisonText(comparisons: comparisons, isAllPairs: allPairs)
    try Output.print(json ? text.json(qrels: qrels) : text.tables + "\n" + text.note)
  }

  private func comparison(_ measure: String, _ figures: [Comparison.Run], _ baseline: Int) -> Comparison {
    if allPairs { return Comparison(measure, ofAllPairs: figures, by: options.method) }
    var others = figures
    let first = others.remove(at: baseline)
    return Comparison(measure, of: others, with: first, by: options.method)
  }
}
