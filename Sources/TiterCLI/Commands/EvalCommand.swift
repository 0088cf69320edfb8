import ArgumentParser
import Evaluation

/// `titer eval`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure how well runs answer judged topics.",
    discussion: """
      The judgements are TREC's (topic, iteration, id, grade) or BEIR's (query-id,
      corpus-id, score under a header), runs TREC's, as search --trec writes them;
      .gz and .zst are read too, and `-` is standard input. One run is printed as
      trec_eval prints it, several as a table.

      Measures have trec_eval's names (map, ndcg_cut.10,100, P_10, official) or
      those of ir-measures (AP, nDCG@10, P(rel=2)@10). Of screening there are
      recall@10%, WSS@95, nWSS@95, work_saved@95, NCG@10% and last_rel, or all of
      them as `screening`.

      Examples:
        titer eval qrels.txt bm25.run
        titer eval qrels/test.tsv a.run b.run -m nDCG@10 -m R@100,1000 -c
        titer eval qrels.txt bm25.run -m screening -N 12000 -q --json

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(help: "The file of judgements.", completion: .file())
  var qrels: String

  @Argument(help: ArgumentHelp("Files of runs.", valueName: "run"), completion: .file())
  var runs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A measure or a family of them; may be repeated (default: official).", valueName: "name"))
  var measure: [String] = []

  @Flag(name: [.customShort("q"), .long], help: "Print the figures of each topic too.")
  var byTopic = false

  @Flag(name: .shortAndLong, help: "Average over all judged topics: one that a run leaves out counts 0.")
  var complete = false

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("The least grade that is relevant.", valueName: "grade"))
  var level = 1

  @Option(
    name: [.customShort("M"), .long], parsing: .unconditional,
    help: ArgumentHelp("The most documents of a topic that count (default: all).", valueName: "number"))
  var depth: Int?

  @Flag(name: [.customShort("J"), .long], help: "Take documents without a grade out of rankings.")
  var judgedOnly = false

  @Option(
    name: [.customShort("N"), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "The size of the collection, for measures of screening (default: a topic's judged and returned documents).",
      valueName: "number"))
  var collection: Int?

  @Flag(help: "One JSON object: runs, each with its figures.")
  var json = false

  func validate() throws {
    if runs.isEmpty { throw ValidationError("Missing a run: a file of topic, Q0, id, rank, score and tag.") }
    if level < 0 { throw ValidationError("-l needs a grade from 0 on, found \(level).") }
    for (name, value) in [("-M", depth), ("-N", collection)] {
      if let value, value < 1 { throw ValidationError("\(name) needs a number from 1 on, found \(value).") }
    }
    try TiterCLI.validate(inputs: [qrels] + runs)
  }

  func run() throws {
    let measures = try measures()
    let judgements = try TRECFile.qrels(qrels)
    let results = try runs.map { try result($0, judgements, measures) }
    let report = EvaluationReport(results: results, byTopic: byTopic, namesRun: namesRun)
    try Output.print(json ? report.json(qrels: qrels) : results.count == 1 ? report.lines : report.table)
    noteOnTopics(results)
  }

  /// What is asked for, each once.
  private func measures() throws -> [any Measure] {
    var seen: Set<String> = []
    let asked = try measure.isEmpty ? Measures.official : measure.flatMap { try Measures.named($0) }
    return asked.filter { seen.insert("\($0)").inserted }
  }

  /// Whether the run's tag belongs to what is asked for.
  private var namesRun: Bool {
    measure.isEmpty || measure.contains { ["official", "set", "all_trec"].contains($0) }
  }

  private func result(_ path: String, _ judgements: Qrels, _ measures: [any Measure]) throws -> EvaluationReport.Result
  {
    let run = try TRECFile.run(path)
    let options = Evaluation.Options(
      level: level, isComplete: complete, depth: depth, judgedOnly: judgedOnly, collection: collection)
    let evaluation = Evaluation(of: run, under: judgements, by: measures, options: options)
    if Set(run.topics).isDisjoint(with: judgements.topics) {
      throw Failure(
        "\(path): expected topics that \(qrels) judges, found none: "
          + "\(example(run.topics)) here, \(example(judgements.topics)) there")
    }
    return EvaluationReport.Result(path: path, tag: run.tag, evaluation: evaluation)
  }

  private func example(_ topics: [String]) -> String {
    topics.first.map { "“\(shown($0))”" } ?? "no topic"
  }

  /// Tells where means are of different topics, which would compare what can't be compared.
  private func noteOnTopics(_ results: [EvaluationReport.Result]) {
    guard results.contains(where: { $0.evaluation.topics != results[0].evaluation.topics }) else { return }
    StandardError.write("note: the runs answer different topics; -c averages over all that are judged\n")
  }
}
