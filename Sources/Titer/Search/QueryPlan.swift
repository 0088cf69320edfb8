/// A query in terms of the index: its different terms, and the phrases that a document must hold.
struct QueryPlan: Sendable {
  /// A term, and how many words of the query give it.
  struct Term: Sendable {
    var bytes: [UInt8]
    var count: Int
  }

  /// A term of a phrase, by its place among the plan's terms, and its distance from the phrase's first term.
  struct PhraseTerm: Sendable {
    var term: Int
    var offset: Int
  }

  /// The different terms in the order that they first came.
  private(set) var terms: [Term] = []
  private var numbers: [[UInt8]: Int] = [:]
  /// The phrases with at least one indexed term.
  private(set) var phrases: [[PhraseTerm]] = []

  /// Analyses a query with the chain of the index.
  init(_ query: Query, chain: AnalysisChain) {
    var analyzer = chain.makeAnalyzer()
    for clause in query.clauses {
      switch clause {
      case .words(let text): _ = append(text, &analyzer)
      case .phrase(let text):
        let phrase = append(text, &analyzer)
        if !phrase.isEmpty { phrases.append(phrase) }
      }
    }
  }

  private mutating func append(_ text: String, _ analyzer: inout any Analyzer) -> [PhraseTerm] {
    var tokens = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &tokens)
    let first = tokens.tokens.first?.position ?? 0
    return tokens.tokens.map {
      PhraseTerm(term: number(of: Array(tokens.bytes[$0.term])), offset: $0.position - first)
    }
  }

  private mutating func number(of term: [UInt8]) -> Int {
    if let number = numbers[term] {
      terms[number].count += 1
      return number
    }
    numbers[term] = terms.count
    terms.append(Term(bytes: term, count: 1))
    return terms.count - 1
  }
}
