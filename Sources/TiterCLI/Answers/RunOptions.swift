import ArgumentParser

/// What a TREC run says besides its answers, and which questions it answers.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Answer every topic of a file, in one run: lines of id, tab, query; BEIR's queries.jsonl; or TREC's <top>.",
      discussion: "A topic's text is taken as words; quotes in it make no phrases.", valueName: "file"),
    completion: .file())
  var topics: String?

  @Option(help: ArgumentHelp("The topic that the query stands for (default: 1).", valueName: "id"))
  var topic: String?

  @Option(help: ArgumentHelp("The name of the run (default: titer).", valueName: "name"))
  var runTag: String?

  /// Makes sure that the options are used together with what they need.
  func validate(query: [String], form: AnswerForm?) throws {
    if topics != nil && !query.isEmpty {
      throw ValidationError("--topics takes the queries from its file: leave out the query.")
    }
    if topics != nil && topic != nil {
      throw ValidationError("--topics takes the identifiers from its file: leave out --topic.")
    }
    for (name, value) in [("--topics", topics), ("--topic", topic), ("--run-tag", runTag)]
    where value != nil && form != .trec {
      throw ValidationError("\(name) is for TREC runs: add --trec.")
    }
  }
}
