extension QueryText {
  /// What a clause of words side by side asks for; `nil` for one of another kind.
  init?<Failure>(
    _ clause: Query.Clause, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<Failure>,
    _ variants: Query.Variants
  ) throws(Failure) {
    switch clause {
    case .words(let text), .phrase(let text): try self.init(text, &analyzer, vocabulary, .variants(variants))
    case .exact(let text): try self.init(text, &analyzer, vocabulary, .exact)
    case .pattern(let text):
      self.init()
      for part in PatternText(text).parts { try append(part, &analyzer, vocabulary, variants) }
    case .fuzzy(let text, let distance):
      self.init()
      let tokens = analyzer.tokens(of: text)
      for token in tokens.tokens where token.layer != .ranked && token.rule == .word {
        let word = String(decoding: tokens.bytes[token.term], as: UTF8.self)
        let request = TermRequest.fuzzy(word, distance: min(max(distance, 0), 2), exactPrefix: 0)
        append(try Self.terms(request, vocabulary), word + "~")
      }
    case .regex(let text):
      self.init()
      append(try Self.terms(.regex(text), vocabulary), text)
    default: return nil
    }
  }

  private mutating func append<Failure>(
    _ part: PatternText.Part, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<Failure>,
    _ variants: Query.Variants
  ) throws(Failure) {
    switch part {
    case .text(let text): append(try QueryText(text, &analyzer, vocabulary, .variants(variants)))
    case .word(let word): append(try Self.terms(word, &analyzer, vocabulary), word.text)
    case .compound(let parts, let whole):
      var pieces = QueryText()
      for part in parts { try pieces.append(part, &analyzer, vocabulary, variants) }
      // As one word it is another way to write a name.
      if variants.contains(.names), pieces.hasForms { try pieces.join(as: Self.terms(whole, &analyzer, vocabulary)) }
      append(pieces)
    }
  }

  /// Makes one unit of all, which may be any of some terms too.
  private mutating func join(as whole: TermExpansion) {
    guard !whole.terms.isEmpty, units.allSatisfy({ $0.skipped == 0 }) else { return }
    var steps: [Step] = []
    for unit in units {
      steps += unit.steps.map { step in
        let range = step.range.lowerBound + unit.start..<step.range.upperBound + unit.start
        return Step(range: range, span: step.span, terms: step.terms)
      }
    }
    steps.append(Step(range: 0..<end, span: 1, terms: whole.terms))
    steps.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    units = [Unit(steps: steps, length: end, skipped: 0, start: 0)]
    let name = nextName
    ranked += whole.terms.map { Ranked(term: $0, name: name) }
  }

  /// The terms of a word with wildcards; where the index has stems alone, the stem of what stands before an asterisk is one of its terms.
  private static func terms<Failure>(
    _ word: PatternText.Word, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<Failure>
  ) throws(Failure) -> TermExpansion {
    var expansion = try terms(TermRequest(pattern: word.folded), vocabulary)
    if word.folded != word.lowercased {
      expansion.add(try terms(TermRequest(pattern: word.lowercased), vocabulary))
    }
    if let beginning = word.beginning {
      let tokens = analyzer.tokens(of: beginning)
      if !tokens.hasForms, tokens.tokens.count == 1 {
        let stem = Array(tokens.bytes[tokens.tokens[0].term])
        if try vocabulary.forms(of: stem).isWord { expansion.add([stem]) }
      }
    }
    return expansion
  }

  /// The terms that a request asks for; none for one that can't be read, of which its parser would have told.
  private static func terms<Failure>(
    _ request: TermRequest, _ vocabulary: Vocabulary<Failure>
  ) throws(Failure) -> TermExpansion {
    guard let finder = try? TermFinder(request) else { return TermExpansion() }
    return try vocabulary.terms(finder, wordsAlone: true)
  }

  /// Appends a word for any of some terms, which weigh as one.
  private mutating func append(_ expansion: TermExpansion, _ text: String) {
    hasForms = true
    units.append(Unit(steps: [Step(range: 0..<1, span: 1, terms: expansion.terms)], length: 1, skipped: 0, start: end))
    sources.append(Source(start: end - 1, text: text))
    if expansion.isCut { cutPatterns.append(text) }
    let name = nextName
    ranked += expansion.terms.map { Ranked(term: $0, name: name) }
  }

  /// Appends another text.
  private mutating func append(_ other: QueryText) {
    hasForms = hasForms || other.hasForms
    let (start, firstName) = (end, nextName)
    for unit in other.units {
      var unit = unit
      unit.start += start
      units.append(unit)
    }
    ranked += other.ranked.map { Ranked(term: $0.term, name: $0.name.map { $0 + firstName }) }
    sources += other.sources.map { Source(start: $0.start + start, text: $0.text, tokens: $0.tokens) }
  }

  /// A name that no term has.
  private var nextName: Int { (ranked.compactMap(\.name).max() ?? -1) + 1 }

  private var end: Int { units.last.map { $0.start + $0.length } ?? 0 }
}
