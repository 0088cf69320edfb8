/// The terms of a query, numbered, and which of them only count within a phrase.
struct QueryTerms {
  /// A place in a text where a term of the query stands.
  struct Match: Equatable {
    /// The term's number.
    let term: Int
    /// Its bytes in the text.
    let source: Range<Int>
  }

  /// A term of a phrase, and how many positions after the phrase's first term it stands.
  private struct PhraseTerm {
    let term: Int
    let offset: Int
  }

  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  /// The terms that match wherever they stand.
  private var loose: Set<Int> = []
  private var phrases: [[PhraseTerm]] = []

  /// The terms of `query`, as `analyzer` sees them.
  init(_ query: Query, analyzer: inout any Analyzer) {
    for clause in query.clauses { add(clause, &analyzer) }
  }

  private mutating func add(_ clause: Query.Clause, _ analyzer: inout any Analyzer) {
    switch clause {
    case .words(let text), .near(let text, _, _):
      for term in addTerms(of: analyzer.tokens(of: text)) { loose.insert(term.term) }
    case .phrase(let text):
      phrases.append(addTerms(of: analyzer.tokens(of: text)))
    case .all(let clauses), .any(let clauses):
      for clause in clauses { add(clause, &analyzer) }
    case .field(_, let clause):
      add(clause, &analyzer)
    case .not:
      break
    }
  }

  private mutating func addTerms(of tokens: TokenBuffer) -> [PhraseTerm] {
    tokens.tokens.map { token in
      let number = numbers[tokens.bytes[token.term], default: numbers.count]
      numbers[tokens.bytes[token.term]] = number
      return PhraseTerm(term: number, offset: token.position - (tokens.tokens.first?.position ?? 0))
    }
  }

  /// The query's words in a text, ascending and disjoint; the words of a phrase only where the phrase stands.
  func matches(in tokens: TokenBuffer) -> [Match] {
    let terms = tokens.tokens.map { numbers[tokens.bytes[$0.term]] }
    var isMatch = terms.map { $0.map(loose.contains) ?? false }
    for phrase in phrases {
      for start in terms.indices where terms[start] != nil && terms[start] == phrase.first?.term {
        for index in occurrence(of: phrase, from: start, in: tokens.tokens, terms) { isMatch[index] = true }
      }
    }
    return disjoint(
      zip(tokens.tokens, terms).enumerated().compactMap { index, word in
        isMatch[index] ? word.1.map { Match(term: $0, source: word.0.source) } : nil
      })
  }

  /// The tokens that make up `phrase` where its first is `start`; none if it doesn't stand there.
  private func occurrence(
    of phrase: [PhraseTerm], from start: Int, in tokens: [Token], _ terms: [Int?]
  ) -> [Int] {
    var found: [Int] = []
    var index = start
    for word in phrase {
      let position = tokens[start].position + word.offset
      while index < tokens.count, tokens[index].position < position { index += 1 }
      let end = tokens[index...].firstIndex { $0.position > position } ?? tokens.count
      guard let match = (index..<end).first(where: { terms[$0] == word.term }) else { return [] }
      found.append(match)
    }
    return found
  }

  /// The matches that don't overlap the one before.
  private func disjoint(_ matches: [Match]) -> [Match] {
    matches.reduce(into: []) { kept, match in
      if kept.last.map({ $0.source.upperBound <= match.source.lowerBound }) ?? true { kept.append(match) }
    }
  }
}
