import ArgumentParser
import Titer

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
  /// Whether any word of the query is left after `chain` has dropped the words that it doesn't index.
  func hasTerms(under chain: AnalysisChain) -> Bool {
    var analyzer = chain.makeAnalyzer()
    return !analyzer.tokens(of: plainText).tokens.isEmpty
  }
}
