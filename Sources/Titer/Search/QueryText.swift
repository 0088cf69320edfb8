/// A text of a query: the terms that rank, and what it is as a phrase.
struct QueryText {
  /// A way from one position of the text to a later one.
  struct Step: Equatable {
    /// The positions of the query; within a unit counted from its first.
    var range: Range<Int>
    /// How many positions of a document it spans.
    var span: Int
    /// Terms any of which may stand there.
    var terms: [[UInt8]]
  }

  /// A word, or a name that can be read in several ways, each of which goes from its first position to its last.
  struct Unit: Equatable {
    /// In order of their beginnings.
    var steps: [Step]
    /// How many positions of the query it spans.
    var length: Int
    /// How many words that aren't indexed stand before it.
    var skipped: Int
    /// Its first position in the text.
    var start: Int
  }

  /// How it is to be read.
  enum Forms {
    /// With other forms of its words and names.
    case variants(Query.Variants)
    /// As it stands.
    case exact
  }

  /// A term that ranks.
  struct Ranked: Equatable {
    var term: [UInt8]
    /// Which name of the text it is a form of, where that has several terms.
    var name: Int?
  }

  /// A part of the text, from some position on.
  struct Source {
    var start: Int
    var text: String
    /// What the part is made of; `nil` for a pattern.
    var tokens: TokenBuffer?
  }

  /// The terms that rank, in order.
  var ranked: [Ranked] = []
  /// What a phrase of the text is made of, in order.
  var units: [Unit] = []
  /// Whether its analysis knows other forms than words, or it has patterns, so that what it asks for depends on the vocabulary.
  var hasForms: Bool
  /// The patterns that stand for more terms than are looked for.
  var cutPatterns: [String] = []
  /// The parts in order.
  var sources: [Source]

  /// A text without words.
  init() {
    (hasForms, sources) = (false, [])
  }

  /// The text as an analyzer of the index's chain sees it, in the forms that names and words have in a vocabulary.
  init<Failure>(
    _ text: String, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<Failure>, _ forms: Forms
  ) throws(Failure) {
    try self.init(analyzer.tokens(of: text), of: text, vocabulary, forms)
  }

  /// The text whose tokens are given, in the forms that names and words have in a vocabulary.
  init<Failure>(
    _ tokens: TokenBuffer, of text: String, _ vocabulary: Vocabulary<Failure>, _ forms: Forms
  ) throws(Failure) {
    hasForms = tokens.hasForms
    sources = [Source(start: 0, text: text, tokens: tokens)]
    let names: Query.Variants = if case .variants(let variants) = forms { variants } else { [] }
    ranked = try Self.ranked(tokens, vocabulary, names)
    guard tokens.hasForms else {
      setUnits(Self.steps(tokens))
      return
    }
    switch forms {
    case .variants(let variants):
      setUnits(try NameLattice(tokens, of: Array(text.utf8), vocabulary, variants).steps)
    case .exact:
      setUnits(Self.exactSteps(tokens))
    }
  }

  /// The terms of tokens that rank, in order; with the names of a vocabulary where `variants` have names.
  static func ranked<Failure>(
    _ tokens: TokenBuffer, _ vocabulary: Vocabulary<Failure>, _ variants: Query.Variants
  ) throws(Failure) -> [Ranked] {
    let words = tokens.tokens.filter { $0.layer != .exact }
    var ranked = words.map { Ranked(term: Array(tokens.bytes[$0.term])) }
    guard variants.contains(.names) else { return ranked }
    // The other forms of a name of capitals are their keys, since the name as one word would be another.
    for (number, token) in tokens.tokens.enumerated() where token.layer == .exact && token.rule != .word {
      guard let key = NameKey(term: tokens.bytes[token.term]), key.kind == .capitals else { continue }
      let others = try vocabulary.forms(of: key.text).keys([.capitals]).filter { key.length > 1 || $0.length > 1 }
      ranked += others.map { Ranked(term: $0.term, name: number) }
      // The word is one of the forms.
      for (index, word) in words.enumerated()
      where key.length == 1 && !others.isEmpty && word.position == token.position && word.rule == .word {
        ranked[index].name = number
      }
    }
    return ranked
  }

  /// A step for each token.
  private static func steps(_ tokens: TokenBuffer) -> [Step] {
    tokens.tokens.filter { $0.layer != .ranked }.map { token in
      Step(
        range: token.position..<token.position + token.length, span: token.length,
        terms: [Array(tokens.bytes[token.term])])
    }
  }

  /// A step for each word, that of a word in capitals for its key, which only such a word has; for a compound in place of its words.
  private static func exactSteps(_ tokens: TokenBuffer) -> [Step] {
    let rules: Set<Token.Rule> = [.joined, .power, .sign]
    let keys = tokens.tokens.filter { $0.layer != .ranked && rules.contains($0.rule) }
    let capitals = tokens.tokens.filter { $0.rule == .capitals }
    var steps: [Step] = []
    for token in tokens.tokens where token.rule == .word && token.layer != .ranked {
      let isInName = keys.contains { $0.position <= token.position && token.position < $0.position + $0.length }
      guard !isInName else { continue }
      let term = capitals.first { $0.position == token.position }?.term ?? token.term
      steps.append(Step(range: token.position..<token.position + 1, span: 1, terms: [Array(tokens.bytes[term])]))
    }
    // Of the names that share words the longest.
    var end = 0
    for key in keys.sorted(by: { ($0.position, $1.length) < ($1.position, $0.length) }) where key.position >= end {
      end = key.position + key.length
      steps.append(Step(range: key.position..<end, span: key.length, terms: [Array(tokens.bytes[key.term])]))
    }
    return steps.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Parts steps where none spans the place.
  private mutating func setUnits(_ steps: [Step]) {
    var end: Int?
    var first = 0
    while first < steps.count {
      let start = steps[first].range.lowerBound
      var (unitEnd, next) = (steps[first].range.upperBound, first)
      while next < steps.count, steps[next].range.lowerBound < unitEnd {
        unitEnd = max(unitEnd, steps[next].range.upperBound)
        next += 1
      }
      let own = steps[first..<next].map { step in
        Step(
          range: step.range.lowerBound - start..<step.range.upperBound - start, span: step.span, terms: step.terms)
      }
      units.append(Unit(steps: own, length: unitEnd - start, skipped: start - (end ?? start), start: start))
      (end, first) = (unitEnd, next)
    }
  }

  /// The part of the text that some positions stand for.
  func source(_ positions: Range<Int>) -> String {
    guard let part = sources.last(where: { $0.start <= positions.lowerBound }) else { return "" }
    return part.text(positions.lowerBound - part.start..<positions.upperBound - part.start)
  }
}

extension QueryText.Source {
  fileprivate func text(_ positions: Range<Int>) -> String {
    guard tokens != nil else { return text }
    guard let first = source(at: positions.lowerBound), let last = source(at: positions.upperBound - 1) else {
      return ""
    }
    return String(decoding: Array(text.utf8)[first.lowerBound..<last.upperBound], as: UTF8.self)
  }

  private func source(at position: Int) -> Range<Int>? {
    tokens?.tokens.first { $0.position == position && $0.length == 1 }?.source
  }
}
