import ArgumentParser
import Titer

/// `titer analyze`.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show the terms that a text becomes in an index.",
    discussion: """
      Two texts match where they become the same terms. Words that are not
      indexed leave a gap in the positions.

      Example:
        titer analyze 'CAR T-cells in diseases'

      Exit codes: 0 done; 1 the text has no terms; 2 an error.
      """)

  @Argument(help: "The text; several arguments are joined by spaces.")
  var text: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Analyse as this index does; else by the chain english/1.", valueName: "folder"),
    completion: .directory)
  var index: String?

  @Flag(help: "One JSON object: chain, tokens.")
  var json = false

  func run() throws {
    let chain = try index.map { try Index(path: $0).chain } ?? .english
    let source = Array(text.joined(separator: " ").utf8)
    var tokens = TokenBuffer()
    var analyzer = chain.makeAnalyzer()
    analyzer.analyze(source.span, into: &tokens)
    let rows = tokens.tokens.map { token in
      Row(
        position: token.position, term: tokens.text(of: token), length: token.length,
        source: String(decoding: source[token.source], as: UTF8.self))
    }
    var output = Output.standard()
    try output.write(json ? jsonText(rows, chain: chain) : tableText(rows))
    try output.flush()
    if rows.isEmpty { throw ExitCode.nothingFound }
  }

  private struct Row {
    let position: Int
    let term: String
    let length: Int
    let source: String
  }

  private func tableText(_ rows: [Row]) -> String {
    table(
      [["position", "term", "text"]] + rows.map { [String($0.position), shown($0.term), shown($0.source)] },
      rightAligned: [0])
  }

  private func jsonText(_ rows: [Row], chain: AnalysisChain) -> String {
    let tokens = rows.map { row in
      JSON.object([
        ("position", .integer(row.position)), ("length", .integer(row.length)), ("term", .string(row.term)),
        ("text", .string(row.source)),
      ])
    }
    return JSON.object([("chain", .string(chain.rawValue)), ("tokens", .array(tokens))]).page + "\n"
  }
}
