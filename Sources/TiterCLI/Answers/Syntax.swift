import ArgumentParser
import Titer

/// How a query is written, and in which other forms its words and names are looked for.
struct QueryOptions: ParsableArguments {
  @Option(help: "How the query is written.")
  var syntax: Syntax = .plain

  @Option(
    help: ArgumentHelp(
      "Other forms to look for: names, plurals, spellings, separated by commas; all or none.", valueName: "forms"),
    transform: Self.variants)
  var variants: Query.Variants = .all

  func parse(_ text: String) throws -> Query {
    var query = try syntax.parse(text)
    query.variants = variants
    return query
  }

  private static let named: [String: Query.Variants] = [
    "names": .names, "plurals": .plurals, "spellings": .spellings, "all": .all, "none": [],
  ]

  private static func variants(_ list: String) throws -> Query.Variants {
    try list.split(separator: ",").reduce(into: []) { variants, name in
      guard let one = named[String(name)] else {
        throw ValidationError("expected names, plurals, spellings, all or none, found “\(name)”")
      }
      variants.formUnion(one)
    }
  }
}

/// The ways to write a query.
enum Syntax: String, CaseIterable, ExpressibleByArgument {
  case plain

  func parse(_ text: String) throws -> Query {
    switch self {
    case .plain: try Query(plain: text)
    }
  }
}

extension Query {
  /// Whether any word of the query is left after `chain` has dropped the words that don't rank.
  func hasTerms(under chain: AnalysisChain) -> Bool {
    var analyzer = chain.makeAnalyzer()
    return analyzer.tokens(of: plainText).tokens.contains { $0.layer != .exact }
  }
}
