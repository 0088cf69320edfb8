/// What a query asks for, as it is looked for in a text: terms wherever they stand, and phrases.
struct QueryTerms {
  /// A place in a text that a query asks for.
  struct Match: Equatable {
    /// Which term or unit of the query stands there.
    let term: Int
    /// Its bytes in the text.
    let source: Range<Int>
  }

  /// The terms that match wherever they stand, numbered.
  private var numbers: [[UInt8]: Int] = [:]
  private var phrases: [[QueryText.Unit]] = []
  /// The number of each phrase's first unit.
  private var firstNumbers: [Int] = []
  private var count = 0
  /// Whether what is asked for depends on the vocabulary.
  private(set) var hasForms = false
  private let vocabulary: Vocabulary<Never>
  private let variants: Query.Variants

  /// The terms of `query`, as `analyzer` sees them, in all forms that names and words have in a vocabulary.
  init(_ query: Query, analyzer: inout any Analyzer, vocabulary: Vocabulary<Never>) {
    self.vocabulary = vocabulary
    variants = query.variants
    for clause in query.clauses { add(clause, &analyzer) }
  }

  private mutating func add(_ clause: Query.Clause, _ analyzer: inout any Analyzer) {
    switch clause {
    case .words: addLoose(read(clause, &analyzer).ranked.map(\.term))
    case .phrase, .exact, .pattern, .fuzzy, .regex: addPhrase(read(clause, &analyzer).units)
    case .all(let clauses), .any(let clauses), .near(let clauses, _): for clause in clauses { add(clause, &analyzer) }
    case .field(_, let clause), .optional(let clause), .frequency(let clause, _), .boost(let clause, _):
      add(clause, &analyzer)
    case .not, .heading, .value, .filter, .line, .everything: break
    }
  }

  private mutating func read(_ clause: Query.Clause, _ analyzer: inout any Analyzer) -> QueryText {
    let text = QueryText(clause, &analyzer, vocabulary, variants) ?? QueryText()
    hasForms = hasForms || text.hasForms
    return text
  }

  private mutating func addLoose(_ terms: [[UInt8]]) {
    for term in terms where numbers[term] == nil {
      numbers[term] = count
      count += 1
    }
  }

  /// Adds a phrase; one that is a single term counts wherever that stands.
  private mutating func addPhrase(_ units: [QueryText.Unit]) {
    if units.count == 1, units[0].steps.count == 1, units[0].steps[0].span == 1 {
      return addLoose(units[0].steps[0].terms)
    }
    guard !units.isEmpty else { return }
    phrases.append(units)
    firstNumbers.append(count)
    count += units.count
  }

  /// The places in a text that the query asks for, ascending and disjoint; the words of a phrase only where the phrase stands.
  func matches(in tokens: TokenBuffer) -> [Match] {
    var matches: [Match] = []
    for token in tokens.tokens {
      guard let number = numbers[Array(tokens.bytes[token.term])] else { continue }
      matches.append(Match(term: number, source: token.source))
    }
    if !phrases.isEmpty {
      let places = TextPlaces(tokens)
      for (units, first) in zip(phrases, firstNumbers) {
        for occurrence in places.occurrences(of: units) {
          for (unit, source) in occurrence.enumerated() { matches.append(Match(term: first + unit, source: source)) }
        }
      }
    }
    return disjoint(matches)
  }

  /// The matches in order, without those that overlap one that begins before, or is longer.
  private func disjoint(_ matches: [Match]) -> [Match] {
    let ordered = matches.sorted {
      ($0.source.lowerBound, $1.source.upperBound) < ($1.source.lowerBound, $0.source.upperBound)
    }
    return ordered.reduce(into: []) { kept, match in
      if kept.last.map({ $0.source.upperBound <= match.source.lowerBound }) ?? true { kept.append(match) }
    }
  }
}

/// Where the terms of a text stand.
private struct TextPlaces {
  private let terms: [[UInt8]: Set<Int>]
  /// By position, the bytes of the word there; nil for one that isn't indexed.
  private var sources: [Range<Int>?]

  init(_ tokens: TokenBuffer) {
    var terms: [[UInt8]: Set<Int>] = [:]
    sources = Array(repeating: nil, count: tokens.positionCount + 1)
    for token in tokens.tokens where token.layer != .ranked {
      terms[Array(tokens.bytes[token.term]), default: []].insert(token.position)
      if token.length == 1, sources[token.position] == nil { sources[token.position] = token.source }
    }
    self.terms = terms
  }

  /// Where units stand side by side: the bytes of each, for each of their places.
  func occurrences(of units: [QueryText.Unit]) -> [[Range<Int>]] {
    let starts = units[0].steps.filter { $0.range.lowerBound == 0 }.flatMap(\.terms)
    return Set(starts.flatMap { terms[$0] ?? [] }).sorted().compactMap { occurrence(of: units, from: $0) }
  }

  private func occurrence(of units: [QueryText.Unit], from start: Int) -> [Range<Int>]? {
    var (found, place) = ([] as [Range<Int>], start)
    for (index, unit) in units.enumerated() {
      if index > 0 { place += unit.skipped }
      guard let end = ends(of: unit, from: place).max(), let source = source(place..<end) else { return nil }
      found.append(source)
      place = end
    }
    return found
  }

  /// Behind which positions a unit that begins at a place may end.
  private func ends(of unit: QueryText.Unit, from place: Int) -> Set<Int> {
    var reached = [Set<Int>](repeating: [], count: unit.length + 1)
    reached[0] = [place]
    for step in unit.steps {
      let begins = reached[step.range.lowerBound].filter { place in
        step.terms.contains { terms[$0]?.contains(place) ?? false }
      }
      reached[step.range.upperBound].formUnion(begins.map { $0 + step.span })
    }
    return reached[unit.length]
  }

  private func source(_ positions: Range<Int>) -> Range<Int>? {
    guard positions.upperBound < sources.count, let first = sources[positions.lowerBound],
      let last = sources[positions.upperBound - 1]
    else { return nil }
    return first.lowerBound..<last.upperBound
  }
}
