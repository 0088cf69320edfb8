import ArgumentParser

/// What a TREC run says besides its answers.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The topic that the query stands for (default: 1).", valueName: "id"))
  var topic: String?

  @Option(help: ArgumentHelp("The name of the run (default: titer).", valueName: "name"))
  var runTag: String?

  /// Makes sure that the options are used together with what they need.
  func validate(form: AnswerForm?) throws {
    for (name, value) in [("--topic", topic), ("--run-tag", runTag)] where value != nil && form != .trec {
      throw ValidationError("\(name) is for TREC runs: add --trec.")
    }
  }
}
