import ArgumentParser
import Evaluation
import Titer

/// `titer sweep`.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Try many settings on a test collection, and say what tuning honestly gains.",
    discussion: """
      Values are lists such as 0.4,0.9 or ranges such as 0:1:0.1; all their
      combinations are tried, by default k1 from 0.4 to 2 and b from 0 to 1. Since
      the best of many settings is praised by what it was chosen for, topics are
      also parted into folds: each is answered under the setting that is best for
      the others, and that figure is held against the usual setting's.

      Examples:
        titer sweep topics.tsv --qrels qrels.txt --k1 0.6:2:0.2 --b 0:1:0.1
        titer sweep topics.tsv --qrels qrels.txt --title 1,2,4 --feedback none,rm3
        titer sweep topics.tsv --qrels qrels.txt --report sweep.html

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(help: "A file of topics, as `titer run` takes it.", completion: .file())
  var topics: String

  @Option(help: ArgumentHelp("The file of judgements.", valueName: "file"), completion: .file())
  var qrels: String

  @OptionGroup var index: IndexOption

  @OptionGroup(title: "Values") var grid: SweepGrid

  @Option(name: .shortAndLong, help: ArgumentHelp("What is measured.", valueName: "name"))
  var measure = "ndcg_cut_10"

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("The least grade that is relevant.", valueName: "grade"))
  var level = 1

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most records of a topic.", valueName: "number"))
  var limit = 1_000

  @Option(parsing: .unconditional, help: ArgumentHelp("Into how many folds topics are parted.", valueName: "number"))
  var folds = 5

  @Option(parsing: .unconditional, help: ArgumentHelp("What the folds are drawn from.", valueName: "number"))
  var seed = 1

  @Option(help: ArgumentHelp("Write a page with a map of the first two that vary.", valueName: "file"))
  var report: String?

  @Flag(help: "One JSON object, with the figure of each topic under each setting.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("-n needs a number from 1 on, found \(limit).") }
    if level < 0 { throw ValidationError("-l needs a grade from 0 on, found \(level).") }
    if folds < 2 { throw ValidationError("--folds needs a number from 2 on, found \(folds).") }
    if seed < 0 { throw ValidationError("--seed needs a number from 0 on, found \(seed).") }
    _ = try grid.settings()
  }

  func run() throws {
    let index = try index.open()
    let questions = try questions(index)
    let sweep = try Sweep(
      grid, measured(), questions, index, limit: limit, level: level, folds: min(folds, questions.count),
      seed: UInt64(seed))
    let text = SweepText(sweep: sweep, limit: 10)
    try Output.to(nil) { try $0.write(json ? text.json : text.tables) }
    guard let report else { return }
    try Output.to(report) { try $0.write(SweepReport(sweep: sweep, title: "Settings for \(shown(topics))").page.html) }
  }

  /// The topics that are asked for and judged.
  private func questions(_ index: Index) throws -> [JudgedTopic] {
    let judgements = try TRECFile.qrels(qrels)
    let asked = Dictionary(try Topic.read(path: topics).map { ($0.id, $0) }) { first, _ in first }
    let questions = try judgements.topics.compactMap { id in
      try asked[id].map { try JudgedTopic($0, judgements.judgements(of: id), index) }
    }
    if questions.count < 2 {
      throw Failure("expected two topics or more that are judged, found \(questions.count) of \(asked.count)")
    }
    return questions
  }

  private func measured() throws -> any Measure {
    let measures = try Measures.named(measure)
    guard measures.count == 1, measures[0].aggregation == .mean, measures[0].isPerTopic else {
      throw Failure("expected one measure that is a mean over topics, found \(shown(measure))")
    }
    return measures[0]
  }
}
