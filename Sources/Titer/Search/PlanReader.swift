/// Reads a query into a ``QueryPlan``, with an analyzer of the index's chain and in the forms that its vocabulary has.
struct PlanReader<Failure: Error> {
  /// How a clause is to be read.
  private struct Reading {
    var fields = FieldSet.all
    /// How much a word counts for the score; 0 for one that doesn't rank.
    var count: Double
  }

  typealias Match = QueryPlan.Match
  typealias Phrase = QueryPlan.Phrase
  typealias Places = QueryPlan.Places

  private let vocabulary: Vocabulary<Failure>
  private let variants: Query.Variants
  /// The answers to lines that a query may name.
  private let lines: [Int: DocumentSet]
  private var analyzer: any Analyzer
  private var numbers = TermNumbers()
  private var names = 0
  private var conditions: [QueryPlan.Condition] = []
  private var sets: [QueryPlan.Documents] = []
  private var cutPatterns: [String] = []

  private init(_ query: Query, _ analyzer: any Analyzer, _ vocabulary: Vocabulary<Failure>, _ lines: [Int: DocumentSet])
  {
    self.analyzer = analyzer
    self.vocabulary = vocabulary
    self.lines = lines
    variants = query.variants
  }

  /// The plan of a query; one that doesn't rank has only the terms by which documents answer.
  static func plan(
    _ query: Query, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<Failure>,
    lines: [Int: DocumentSet] = [:], ranks: Bool = true
  ) throws(Failure) -> QueryPlan {
    var reader = PlanReader(query, analyzer, vocabulary, lines)
    // The reader alone has it meanwhile: of what two have, changes are made to a copy.
    analyzer = NoAnalyzer()
    defer { analyzer = reader.analyzer }
    return try reader.plan(query, Reading(count: ranks ? 1 : 0))
  }

  private mutating func plan(_ query: Query, _ reading: Reading) throws(Failure) -> QueryPlan {
    var (words, musts, nots): ([Match], [Match], [Match]) = ([], [], [])
    for clause in query.clauses {
      switch clause {
      case .words(let text): words += try self.words(text, reading)
      case .optional(.boost(.words(let text), let factor)):
        words += try self.words(text, Reading(count: reading.count * Double(max(factor, 0))))
      case .optional(let clause): if let match = try read(clause, reading) { words.append(match) }
      default:
        guard let match = try read(clause, reading) else { continue }
        if match.isTrueOfNothing { nots.append(match) } else { musts.append(match) }
      }
    }
    if musts.isEmpty, !words.isEmpty { musts = [.any(words)] }
    let isFilterAlone = query.clauses.isEmpty && !query.filter.isEmpty
    return QueryPlan(
      terms: numbers.terms, match: musts.isEmpty && nots.isEmpty && !isFilterAlone ? nil : .all(musts + nots),
      conditions: conditions, sets: sets, filter: query.filter,
      isUnion: nots.isEmpty && words.count > 0 && musts.count == 1 && query.clauses.allSatisfy(\.isOnlyWords),
      cutPatterns: cutPatterns)
  }

  /// What a clause asks for; `nil` when none of its words is indexed, so that it asks for nothing.
  private mutating func read(_ clause: Query.Clause, _ reading: Reading) throws(Failure) -> Match? {
    var inner = reading
    switch clause {
    case .words(let text): return Self.joined(try eachWord(text, reading), as: Match.any)
    case .phrase, .exact, .pattern, .fuzzy, .regex: return try match(units(clause, reading), reading)
    case .near: return try places(clause, reading).map { condition($0, least: 1, reading) }
    case .frequency(let clause, let least):
      guard least > 1 else { return try read(clause, reading) }
      return try places(clause, reading).map { condition($0, least: least, reading) }
    case .all(let clauses): return try all(clauses, reading)
    case .any(let clauses): return try any(clauses, reading)
    case .not(let clause):
      inner.count = 0
      return try read(clause, inner).map { .not($0) }
    case .optional(let clause):
      _ = try read(clause, reading)
      return nil
    case .field(let fields, let clause):
      inner.fields.formIntersection(fields)
      return try read(clause, inner)
    case .boost(let clause, let factor):
      inner.count *= Double(max(factor, 0))
      return try read(clause, inner)
    case .heading(let heading): return try match(heading, reading)
    case .value(let attribute, let text): return try match(attribute, text)
    case .filter(let filter): return documents(.filter(filter))
    case .line(let number): return lines[number].map { documents(.set($0)) } ?? .nothing
    case .everything: return .everything
    }
  }

  private mutating func all(_ clauses: [Query.Clause], _ reading: Reading) throws(Failure) -> Match? {
    var parts: [Match] = []
    for clause in clauses {
      if case .words(let text) = clause {
        parts += try eachWord(text, reading)
      } else if let part = try read(clause, reading) {
        parts.append(part)
      }
    }
    return Self.joined(parts, as: Match.all)
  }

  private mutating func any(_ clauses: [Query.Clause], _ reading: Reading) throws(Failure) -> Match? {
    var parts: [Match] = []
    for clause in clauses {
      if let part = try read(clause, reading) { parts.append(part) }
    }
    return Self.joined(parts, as: Match.any)
  }

  private static func joined(_ parts: [Match], as join: ([Match]) -> Match) -> Match? {
    parts.count > 1 ? join(parts) : parts.first
  }

  private mutating func documents(_ documents: QueryPlan.Documents) -> Match {
    sets.append(documents)
    return .documents(sets.count - 1)
  }

  private mutating func condition(_ places: Places, least: Int, _ reading: Reading) -> Match {
    conditions.append(QueryPlan.Condition(places, least: least, fields: reading.fields))
    return .places(conditions.count - 1)
  }

  /// What units side by side ask for.
  private mutating func match(_ units: [Phrase.Unit], _ reading: Reading) -> Match? {
    guard let first = units.first else { return nil }
    if units.count == 1, first.steps.count == 1 {
      return first.onlyTerm.map { .term($0) } ?? .any(first.steps[0].terms.map { .term($0) })
    }
    return condition(.phrase(Phrase(units: units, fields: reading.fields)), least: 1, reading)
  }

  /// Where a clause stands; `nil` when none of its words is indexed.
  private mutating func places(_ clause: Query.Clause, _ reading: Reading) throws(Failure) -> Places? {
    var inner = reading
    switch clause {
    case .words(let text):
      var parts: [Places] = []
      for word in text.split(whereSeparator: \.isWhitespace) {
        if let part = try places(.phrase(String(word)), reading) { parts.append(part) }
      }
      return parts.count > 1 ? .any(parts) : parts.first
    case .phrase, .exact, .pattern, .fuzzy, .regex:
      let units = try units(clause, reading)
      return units.isEmpty ? nil : .phrase(Phrase(units: units, fields: reading.fields))
    case .any(let clauses):
      let parts = Places.merged(try places(clauses, reading))
      if parts.isEmpty, !clauses.isEmpty { return nil }
      return parts.count == 1 ? parts[0] : .any(parts)
    case .near(let clauses, let proximity):
      let parts = try places(clauses, reading)
      return parts.isEmpty ? nil : .near(parts, proximity)
    case .field(let fields, let clause):
      inner.fields.formIntersection(fields)
      return try places(clause, inner)
    case .boost(let clause, let factor):
      inner.count *= Double(max(factor, 0))
      return try places(clause, inner)
    case .all, .not, .optional, .frequency, .heading, .value, .filter, .line, .everything:
      return .any([])
    }
  }

  private mutating func places(_ clauses: [Query.Clause], _ reading: Reading) throws(Failure) -> [Places] {
    var parts: [Places] = []
    for clause in clauses {
      if let part = try places(clause, reading) { parts.append(part) }
    }
    return parts
  }
}

// MARK: Words

extension PlanReader {
  /// The terms that rank for words, any of which answers.
  private mutating func words(_ text: String, _ reading: Reading) throws(Failure) -> [Match] {
    let tokens = analyzer.tokens(of: text)
    guard tokens.hasForms else { return words(tokens, reading) }
    return number(try QueryText.ranked(tokens, vocabulary, variants), reading).map { .term($0) }
  }

  /// The terms of an analyzer that knows no other forms.
  private mutating func words(_ tokens: TokenBuffer, _ reading: Reading) -> [Match] {
    tokens.tokens.map { token in
      .term(numbers.number(of: tokens.bytes.span.extracting(token.term), reading.fields, adding: reading.count))
    }
  }

  /// What each of some words asks for: one that is a name, however it is written.
  private mutating func eachWord(_ text: String, _ reading: Reading) throws(Failure) -> [Match] {
    let tokens = analyzer.tokens(of: text)
    guard tokens.hasForms else { return words(tokens, reading) }
    var parts: [Match] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let part = try match(units(.phrase(String(word)), reading), reading) { parts.append(part) }
    }
    return parts
  }

  /// The units that a clause of words side by side has; none when none of its words is indexed.
  private mutating func units(_ clause: Query.Clause, _ reading: Reading) throws(Failure) -> [Phrase.Unit] {
    if case .phrase(let text) = clause {
      let tokens = analyzer.tokens(of: text)
      guard tokens.hasForms else { return units(of: tokens, reading) }
      return units(of: try QueryText(tokens, of: text, vocabulary, .variants(variants)), reading)
    }
    guard let text = try QueryText(clause, &analyzer, vocabulary, variants) else { return [] }
    return units(of: text, reading)
  }

  private mutating func units(of text: QueryText, _ reading: Reading) -> [Phrase.Unit] {
    let units = text.units.map { unit in
      Phrase.Unit(
        steps: unit.steps.map { step in
          Phrase.Step(
            range: step.range, span: step.span, terms: step.terms.map { numbers.number(of: $0.span, reading.fields) })
        }, length: unit.length, skipped: unit.skipped)
    }
    if reading.count > 0 { _ = number(text.ranked, reading) }
    cutPatterns += text.cutPatterns
    return units
  }

  /// The words of an analyzer that knows no other forms.
  private mutating func units(of tokens: TokenBuffer, _ reading: Reading) -> [Phrase.Unit] {
    var end = tokens.tokens.first?.position ?? 0
    return tokens.tokens.map { token in
      let term = tokens.bytes.span.extracting(token.term)
      let number = numbers.number(of: term, reading.fields, adding: reading.count)
      defer { end = token.position + token.length }
      let step = Phrase.Step(range: 0..<token.length, span: token.length, terms: [number])
      return Phrase.Unit(steps: [step], length: token.length, skipped: token.position - end)
    }
  }

  /// The numbers of terms that rank.
  private mutating func number(_ ranked: [QueryText.Ranked], _ reading: Reading) -> [Int] {
    let firstName = names
    return ranked.map { ranked in
      let number = numbers.number(of: ranked.term.span, reading.fields, adding: reading.count)
      if let name = ranked.name, reading.count > 0, numbers[number].name == nil {
        numbers[number].name = firstName + name
        names = max(names, firstName + name + 1)
      }
      return number
    }
  }
}

// MARK: Values

extension PlanReader {
  private mutating func match(_ heading: Query.Heading, _ reading: Reading) throws(Failure) -> Match {
    let text = try ValueText(heading, vocabulary)
    if text.isCut { cutPatterns.append(heading.name) }
    var whole = reading
    // A heading stands in no text of its own.
    whole.fields = .all
    let numbers = number(text.terms.map { QueryText.Ranked(term: $0, name: text.terms.count > 1 ? 0 : nil) }, whole)
    return numbers.count == 1 ? .term(numbers[0]) : .any(numbers.map { .term($0) })
  }

  private mutating func match(_ attribute: Attribute, _ value: String) throws(Failure) -> Match {
    let text = try ValueText(attribute, value, vocabulary)
    if text.isCut { cutPatterns.append(value) }
    let numbers = text.terms.map { self.numbers.number(of: $0.span, .all) }
    return numbers.count == 1 ? .term(numbers[0]) : .any(numbers.map { .term($0) })
  }
}

/// What stands in the place of an analyzer that was taken.
private struct NoAnalyzer: Analyzer {
  func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) { tokens.removeAll() }
}
