/// A query in terms of the index: its different terms, and which documents answer it.
struct QueryPlan: Sendable {
  /// A term in some of the texts, and how many words of the query give it.
  struct Term: Sendable {
    var bytes: [UInt8]
    var fields: FieldSet
    /// 0 for a term that doesn't add to the score.
    var count: Int
  }

  /// Which documents answer: a tree over terms, named by their numbers.
  indirect enum Match: Sendable {
    case term(Int)
    /// A phrase, by its number among the plan's.
    case phrase(Int)
    case all([Match])
    case any([Match])
    case not(Match)

    /// Whether there is nothing but what must be there.
    var isOnlyRequired: Bool {
      switch self {
      case .term, .phrase: true
      case .all(let parts): parts.allSatisfy(\.isOnlyRequired)
      case .any(let parts): parts.count == 1 && parts[0].isOnlyRequired
      case .not: false
      }
    }

    /// Whether a document that holds none of the terms answers.
    var isTrueOfNothing: Bool {
      switch self {
      case .term, .phrase: false
      case .all(let parts): parts.allSatisfy(\.isTrueOfNothing)
      case .any(let parts): parts.contains(where: \.isTrueOfNothing)
      case .not(let part): !part.isTrueOfNothing
      }
    }
  }

  /// Terms near each other.
  struct Phrase: Sendable {
    /// A term, and its distance from the phrase's first term.
    struct Term: Sendable {
      var number: Int
      var offset: Int
    }

    /// The terms in the order of the query.
    var terms: [Term]
    /// `nil` where the terms must stand at their distances; else how many other words may stand among them.
    var gap: Int?
    /// Whether the terms must stand in the order of the query.
    var isOrdered: Bool
    /// The texts that count.
    var fields: FieldSet
  }

  /// The different terms in the order that they first came.
  private(set) var terms: [Term] = []
  /// Which documents may answer at all.
  private(set) var filter = Filter()
  /// The phrases.
  private(set) var phrases: [Phrase] = []
  // The hashes of the terms, by which one is found among them: queries have few.
  private var hashes: [UInt64] = []
  /// Which documents answer; `nil` where none does.
  private(set) var match: Match?

  /// The terms that every answer holds.
  private(set) var requiredTerms: [Int] = []

  /// Whether every document that holds a term answers.
  private(set) var isUnion = false

  /// Whether every answer holds all terms, and what holds them answers unless its phrases aren't there.
  private(set) var isConjunction = false

  /// Analyses a query with an analyzer of the index's chain.
  init(_ query: Query, analyzer: inout any Analyzer) {
    let reading = Reading(fields: .all, scores: true)
    var (words, musts, nots): ([Match], [Match], [Match]) = ([], [], [])
    for clause in query.clauses {
      if case .words(let text) = clause {
        words += read(text, reading, &analyzer).map { .term($0.number) }
      } else if let match = read(clause, reading, &analyzer) {
        if match.isTrueOfNothing { nots.append(match) } else { musts.append(match) }
      }
    }
    if musts.isEmpty, !words.isEmpty { musts = [.any(words)] }
    isUnion = nots.isEmpty && words.count > 0 && musts.count == 1 && query.clauses.allSatisfy(\.isWords)
    filter = query.filter
    let isFilterAlone = query.clauses.isEmpty && !filter.isEmpty
    match = musts.isEmpty && nots.isEmpty && !isFilterAlone ? nil : .all(musts + nots)
    findRequiredTerms()
  }

  /// A plan that one term of any bytes answers, in some texts.
  init(term fields: FieldSet) {
    terms = [Term(bytes: [], fields: fields, count: 0)]
    match = .term(0)
    findRequiredTerms()
  }

  private mutating func findRequiredTerms() {
    guard let match else { return }
    var isRequired = [Bool](repeating: false, count: terms.count)
    mark(match, &isRequired)
    requiredTerms = terms.indices.filter { isRequired[$0] }
    isConjunction = requiredTerms.count == terms.count && match.isOnlyRequired
  }

  /// Marks the terms that every answer of `match` holds.
  private func mark(_ match: Match, _ isRequired: inout [Bool]) {
    switch match {
    case .term(let number): isRequired[number] = true
    case .phrase(let number): for term in phrases[number].terms { isRequired[term.number] = true }
    case .all(let parts): for part in parts { mark(part, &isRequired) }
    case .any(let parts): if parts.count == 1 { mark(parts[0], &isRequired) }
    case .not: break
    }
  }

  /// How a clause is to be read.
  private struct Reading {
    var fields: FieldSet
    var scores: Bool
  }

  /// What a clause asks for; `nil` when none of its words is indexed, so that it asks for nothing.
  private mutating func read(
    _ clause: Query.Clause, _ reading: Reading, _ analyzer: inout any Analyzer
  ) -> Match? {
    switch clause {
    case .words(let text):
      return Self.joined(read(text, reading, &analyzer).map { .term($0.number) }, as: Match.any)
    case .phrase(let text):
      return phrase(read(text, reading, &analyzer), gap: nil, isOrdered: true, reading)
    case .near(let text, let gap, let isOrdered):
      return phrase(read(text, reading, &analyzer), gap: max(gap, 0), isOrdered: isOrdered, reading)
    case .all(let clauses):
      var parts: [Match] = []
      for clause in clauses {
        if case .words(let text) = clause {
          parts += read(text, reading, &analyzer).map { .term($0.number) }
        } else if let part = read(clause, reading, &analyzer) {
          parts.append(part)
        }
      }
      return Self.joined(parts, as: Match.all)
    case .any(let clauses):
      return Self.joined(clauses.compactMap { read($0, reading, &analyzer) }, as: Match.any)
    case .not(let clause):
      var inner = reading
      inner.scores = false
      return read(clause, inner, &analyzer).map { .not($0) }
    case .field(let fields, let clause):
      var inner = reading
      inner.fields.formIntersection(fields)
      return read(clause, inner, &analyzer)
    }
  }

  private static func joined(_ parts: [Match], as join: ([Match]) -> Match) -> Match? {
    parts.count > 1 ? join(parts) : parts.first
  }

  private mutating func phrase(_ terms: [Phrase.Term], gap: Int?, isOrdered: Bool, _ reading: Reading) -> Match? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 { return .term(first.number) }
    phrases.append(Phrase(terms: terms, gap: gap, isOrdered: isOrdered, fields: reading.fields))
    return .phrase(phrases.count - 1)
  }

  private mutating func read(
    _ text: String, _ reading: Reading, _ analyzer: inout any Analyzer
  ) -> [Phrase.Term] {
    var tokens = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &tokens)
    let first = tokens.tokens.first?.position ?? 0
    return tokens.tokens.map { token in
      let number = number(of: tokens.bytes.span.extracting(token.term), reading.fields)
      if reading.scores { terms[number].count += 1 }
      return Phrase.Term(number: number, offset: token.position - first)
    }
  }

  private mutating func number(of bytes: Span<UInt8>, _ fields: FieldSet) -> Int {
    let hash = ByteHash.hash(bytes) &+ UInt64(fields.rawValue)
    for number in hashes.indices where hashes[number] == hash {
      let term = terms[number]
      if term.fields == fields, term.bytes.count == bytes.count, ByteHash.matches(bytes, term.bytes, at: 0) {
        return number
      }
    }
    hashes.append(hash)
    unsafe terms.append(Term(bytes: bytes.withUnsafeBufferPointer { unsafe Array($0) }, fields: fields, count: 0))
    return terms.count - 1
  }
}

extension Query.Clause {
  fileprivate var isWords: Bool {
    if case .words = self { true } else { false }
  }
}
