import ArgumentParser
import Titer

/// `titer analyze`.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show the terms that a text becomes in an index.",
    discussion: """
      Two texts match where they become the same terms. Words that are not
      indexed leave a gap in the positions. A term may stand for several
      positions, and has the rule that made it: other ways to write a name. The
      layer says what it is for: exact, phrases and what a record must hold;
      ranked, the order of the answers; both.

      Example:
        titer analyze 'CAR T-cells in diseases'
        titer analyze --analyzer english 'CAR T-cells'

      Exit codes: 0 done; 1 the text has no terms; 2 an error.
      """)

  @Argument(help: "The text; several arguments are joined by spaces.")
  var text: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Analyse as this index does; else by the chain biomedical/2.", valueName: "folder"),
    completion: .directory)
  var index: String?

  @Option(help: "The analyzer, where no index is given.")
  var analyzer: AnalyzerName?

  @Flag(help: "One JSON object: chain, tokens.")
  var json = false

  func run() throws {
    let chain = try index.map { try Index(path: $0).chain } ?? analyzer?.chain ?? .biomedical
    let source = Array(text.joined(separator: " ").utf8)
    var tokens = TokenBuffer()
    var analyzer = chain.makeAnalyzer()
    analyzer.analyze(source.span, into: &tokens)
    let rows = tokens.tokens.map { token in
      Row(
        position: token.position, term: TermForm.text(of: tokens.bytes[token.term]), length: token.length,
        rule: token.rule.rawValue, layer: "\(token.layer)",
        source: String(decoding: source[token.source], as: UTF8.self))
    }
    try Output.print(json ? jsonText(rows, chain: chain) : tableText(rows))
    if rows.isEmpty { throw ExitCode.nothingFound }
  }

  private struct Row {
    let position: Int
    let term: String
    let length: Int
    let rule: String
    let layer: String
    let source: String
  }

  private func tableText(_ rows: [Row]) -> String {
    table(
      [["position", "length", "term", "layer", "rule", "text"]]
        + rows.map { [String($0.position), String($0.length), shown($0.term), $0.layer, $0.rule, shown($0.source)] },
      rightAligned: [0, 1])
  }

  private func jsonText(_ rows: [Row], chain: AnalysisChain) -> String {
    let tokens = rows.map { row in
      JSON.object([
        ("position", .integer(row.position)), ("length", .integer(row.length)), ("term", .string(row.term)),
        ("layer", .string(row.layer)), ("rule", .string(row.rule)), ("text", .string(row.source)),
      ])
    }
    return JSON.object([("chain", .string(chain.name)), ("tokens", .array(tokens))]).page + "\n"
  }
}
