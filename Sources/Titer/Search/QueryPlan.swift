/// A query in terms of the index: its different terms, and which documents answer it.
struct QueryPlan: Sendable {
  /// A term in some of the texts, and how many words of the query give it.
  struct Term: Sendable {
    var bytes: [UInt8]
    var fields: FieldSet
    /// 0 for a term that doesn't add to the score.
    var count: Int
    /// Which name of the query it is a form of, where that has several terms: these weigh as one term would.
    var name: Int?
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

  /// Words and names near each other.
  struct Phrase: Sendable {
    /// A way from one position to a later one.
    struct Step: Sendable, Equatable {
      /// The positions of the query, counted from the first of its unit.
      var range: Range<Int>
      /// How many positions of a document it spans.
      var span: Int
      /// Terms any of which may stand there.
      var terms: [Int]
    }

    /// A word, or a name in all its forms: ways from its first position to its last.
    struct Unit: Sendable {
      /// In order of their beginnings.
      var steps: [Step]
      /// How many positions of the query it spans.
      var length: Int
      /// How many words that aren't indexed stand before it.
      var skipped: Int

      /// Adds the groups of terms of which a text that holds the unit has at least one each.
      fileprivate func addRequired(to groups: inout [[Int]]) {
        if steps.count == 1 { return groups.append(steps[0].terms) }
        groups.append(steps.filter { $0.range.lowerBound == 0 }.flatMap(\.terms))
        groups.append(steps.filter { $0.range.upperBound == length }.flatMap(\.terms))
      }

      /// The only term that it can be.
      var onlyTerm: Int? { steps.count == 1 && steps[0].terms.count == 1 ? steps[0].terms[0] : nil }
    }

    /// What it is made of, in the order of the query.
    let units: [Unit]
    /// The groups of terms of which a text that holds the phrase has at least one each.
    let required: [[Int]]
    /// `nil` where the units must stand side by side; else how many other words may stand among them.
    let gap: Int?
    /// Whether the units must stand in the order of the query.
    let isOrdered: Bool
    /// The texts that count.
    let fields: FieldSet

    /// A phrase of units.
    init(units: [Unit], gap: Int?, isOrdered: Bool, fields: FieldSet) {
      self.units = units
      self.gap = gap
      self.isOrdered = isOrdered
      self.fields = fields
      var required: [[Int]] = []
      required.reserveCapacity(2 * units.count)
      for unit in units { unit.addRequired(to: &required) }
      self.required = required
    }
  }

  /// The different terms in the order that they first came.
  private(set) var terms: [Term] = []
  /// Which documents may answer at all.
  private(set) var filter = Filter()
  /// The phrases.
  private(set) var phrases: [Phrase] = []
  // How many names have numbers.
  private var names = 0
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

  /// The index's terms, where names and words are looked for in all their forms.
  private let vocabulary: Vocabulary<IndexError>
  private let variants: Query.Variants

  /// Analyses a query with an analyzer of the index's chain, in the forms that names and words have in its vocabulary.
  init(
    _ query: Query, analyzer: inout any Analyzer, vocabulary: Vocabulary<IndexError>
  ) throws(IndexError) {
    self.vocabulary = vocabulary
    variants = query.variants
    let reading = Reading(fields: .all, scores: true)
    var (words, musts, nots): ([Match], [Match], [Match]) = ([], [], [])
    for clause in query.clauses {
      if case .words(let text) = clause {
        words += try self.words(text, reading, &analyzer)
      } else if let match = try read(clause, reading, &analyzer) {
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
    vocabulary = Vocabulary([])
    variants = []
    terms = [Term(bytes: [], fields: fields, count: 0)]
    match = .term(0)
    findRequiredTerms()
  }

  /// The weights of the terms, which occur in so many documents each.
  func weights(_ frequencies: [Int], _ scoring: BM25) -> [Float] {
    var ofNames: [Int: Int] = [:]
    for (term, frequency) in zip(terms, frequencies) {
      if let name = term.name { ofNames[name, default: 0] += frequency }
    }
    return zip(terms, frequencies).map { term, frequency in
      guard term.count > 0 else { return 0 }
      let frequency = term.name.flatMap { ofNames[$0] } ?? frequency
      return scoring.weight(documentFrequency: frequency, count: term.count)
    }
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
    case .phrase(let number):
      for group in phrases[number].required where group.count == 1 { isRequired[group[0]] = true }
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
  ) throws(IndexError) -> Match? {
    switch clause {
    case .words(let text):
      return Self.joined(try eachWord(text, reading, &analyzer), as: Match.any)
    case .phrase(let text):
      return try phrase(text, .variants(variants), gap: nil, isOrdered: true, reading, &analyzer)
    case .exact(let text):
      return try phrase(text, .exact, gap: nil, isOrdered: true, reading, &analyzer)
    case .near(let text, let gap, let isOrdered):
      return try phrase(text, .variants(variants), gap: max(gap, 0), isOrdered: isOrdered, reading, &analyzer)
    case .all(let clauses):
      var parts: [Match] = []
      for clause in clauses {
        if case .words(let text) = clause {
          parts += try eachWord(text, reading, &analyzer)
        } else if let part = try read(clause, reading, &analyzer) {
          parts.append(part)
        }
      }
      return Self.joined(parts, as: Match.all)
    case .any(let clauses):
      var parts: [Match] = []
      for clause in clauses {
        if let part = try read(clause, reading, &analyzer) { parts.append(part) }
      }
      return Self.joined(parts, as: Match.any)
    case .not(let clause):
      var inner = reading
      inner.scores = false
      return try read(clause, inner, &analyzer).map { .not($0) }
    case .field(let fields, let clause):
      var inner = reading
      inner.fields.formIntersection(fields)
      return try read(clause, inner, &analyzer)
    }
  }

  /// The terms that rank for words, any of which answers.
  private mutating func words(
    _ text: String, _ reading: Reading, _ analyzer: inout any Analyzer
  ) throws(IndexError) -> [Match] {
    let tokens = analyzer.tokens(of: text)
    guard tokens.hasForms else { return words(tokens, reading) }
    return numbers(of: try QueryText.ranked(tokens, vocabulary, variants), reading).map { .term($0) }
  }

  /// The terms of an analyzer that knows no other forms.
  private mutating func words(_ tokens: TokenBuffer, _ reading: Reading) -> [Match] {
    tokens.tokens.map { .term(number(of: tokens.bytes.span.extracting($0.term), reading)) }
  }

  /// What each of some words asks for: one that is a name, however it is written.
  private mutating func eachWord(
    _ text: String, _ reading: Reading, _ analyzer: inout any Analyzer
  ) throws(IndexError) -> [Match] {
    let tokens = analyzer.tokens(of: text)
    guard tokens.hasForms else { return words(tokens, reading) }
    var parts: [Match] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let part = try phrase(String(word), .variants(variants), gap: nil, isOrdered: true, reading, &analyzer)
      if let part { parts.append(part) }
    }
    return parts
  }

  private static func joined(_ parts: [Match], as join: ([Match]) -> Match) -> Match? {
    parts.count > 1 ? join(parts) : parts.first
  }

  /// What a phrase asks for; the terms of its words that rank add to the score.
  private mutating func phrase(
    _ text: String, _ forms: QueryText.Forms, gap: Int?, isOrdered: Bool, _ reading: Reading,
    _ analyzer: inout any Analyzer
  ) throws(IndexError) -> Match? {
    let tokens = analyzer.tokens(of: text)
    let units =
      tokens.hasForms
      ? units(of: try QueryText(tokens, of: text, vocabulary, forms), reading) : units(of: tokens, reading)
    guard let first = units.first else { return nil }
    if units.count == 1, first.steps.count == 1 {
      return first.onlyTerm.map { .term($0) } ?? .any(first.steps[0].terms.map { .term($0) })
    }
    phrases.append(Phrase(units: units, gap: gap, isOrdered: isOrdered, fields: reading.fields))
    return .phrase(phrases.count - 1)
  }

  private mutating func units(of text: QueryText, _ reading: Reading) -> [Phrase.Unit] {
    let units = text.units.map { unit in
      Phrase.Unit(
        steps: unit.steps.map { step in
          Phrase.Step(
            range: step.range, span: step.span, terms: step.terms.map { number(of: $0.span, reading.fields) })
        }, length: unit.length, skipped: unit.skipped)
    }
    _ = numbers(of: text.ranked, reading)
    return units
  }

  /// The words of an analyzer that knows no other forms.
  private mutating func units(of tokens: TokenBuffer, _ reading: Reading) -> [Phrase.Unit] {
    var end = tokens.tokens.first?.position ?? 0
    return tokens.tokens.map { token in
      let number = number(of: tokens.bytes.span.extracting(token.term), reading)
      defer { end = token.position + token.length }
      let step = Phrase.Step(range: 0..<token.length, span: token.length, terms: [number])
      return Phrase.Unit(steps: [step], length: token.length, skipped: token.position - end)
    }
  }

  /// The numbers of terms that rank.
  private mutating func numbers(of ranked: [QueryText.Ranked], _ reading: Reading) -> [Int] {
    let firstName = names
    return ranked.map { ranked in
      let number = number(of: ranked.term.span, reading)
      if let name = ranked.name, terms[number].name == nil {
        terms[number].name = firstName + name
        names = max(names, firstName + name + 1)
      }
      return number
    }
  }

  /// The number of a term, which counts once more where it adds to the score.
  private mutating func number(of bytes: Span<UInt8>, _ reading: Reading) -> Int {
    let number = number(of: bytes, reading.fields)
    if reading.scores { terms[number].count += 1 }
    return number
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
