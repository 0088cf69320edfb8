import ArgumentParser
import Titer

/// `titer explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a record comes to its score.",
    discussion: """
      The score is the sum of what the query's terms add, each its weight times
      its saturation, frequency ÷ (frequency + norm). The numbers give the
      score to the last bit.

      Example:
        titer explain 'lupus nephritis' --doc 38000000

      Exit codes: 0 the record is found by the query; 1 it isn't, or there is no
      such record; 2 an error.
      """)

  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]

  @Option(help: ArgumentHelp("The identifier of a record.", valueName: "id"))
  var doc: String

  @OptionGroup var index: IndexOption

  @OptionGroup var options: QueryOptions

  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let read = try options.read(query.joined(separator: " "))
    guard let explanation = try index.open().explanation(of: read.query, id: doc) else {
      throw Failure("no record “\(shown(doc))”")
    }
    try Output.print(json ? jsonText(explanation) : text(explanation))
    if !explanation.isMatch { throw ExitCode.nothingFound }
  }

  private func text(_ explanation: Explanation) -> String {
    let scoring = explanation.scoring
    var text =
      explanation.isMatch ? "" : "The record doesn't answer the query; `titer why-not` says why. It would score:\n"
    text += "\(explanation.score) = the sum of\n"
    for part in explanation.parts {
      text +=
        "├─ \(part.score) = \(shown(part.term)): \(part.weight) · \(part.frequency) ÷ (\(part.frequency) + norm)\n"
      let documents = Figures.grouped(explanation.documents)
      let held = Figures.grouped(part.documentFrequency)
      text += "│  ├─ weight \(part.weight) = \(part.count) · idf, the word in \(held) of \(documents) records\n"
      text +=
        "│  └─ frequency \(part.frequency) = title \(part.title) · \(scoring.title) + abstract \(part.abstract) · "
      text += "\(scoring.abstract) + keywords \(part.keywords) · \(scoring.keywords)\n"
    }
    text += "└─ norm \(explanation.norm) = \(scoring.k1) · (1 − \(scoring.b) + \(scoring.b) · "
    return text + "length \(explanation.length) ÷ average \(explanation.averageLength))\n"
  }

  private func jsonText(_ explanation: Explanation) -> String {
    let parts = explanation.parts.map { part in
      JSON.object([
        ("term", .string(part.term)), ("score", .number(part.score)), ("weight", .number(part.weight)),
        ("count", .number(Float(part.count))), ("documents", .integer(part.documentFrequency)),
        ("frequency", .number(part.frequency)), ("title", .integer(part.title)),
        ("abstract", .integer(part.abstract)), ("keywords", .integer(part.keywords)),
      ])
    }
    return JSON.object([
      ("found", .boolean(explanation.isMatch)), ("score", .number(explanation.score)),
      ("norm", .number(explanation.norm)), ("length", .integer(explanation.length)),
      ("averageLength", .number(Float(explanation.averageLength))), ("documents", .integer(explanation.documents)),
      ("parts", .array(parts)),
    ]).page + "\n"
  }
}
