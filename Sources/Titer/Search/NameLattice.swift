/// The ways to read a text of a query: from position to position by words, or by names that span some.
///
/// `CAR T-cell` is car, t, cell, or the name cart and then cell, or car and then the name tcell. A document may have a name in more
/// or fewer positions than the query (CART in one), so that a step says how far it goes in either.
struct NameLattice<Failure: Error> {
  /// Where a step goes.
  private struct Place: Hashable {
    var range: Range<Int>
    var span: Int
  }

  private let vocabulary: Vocabulary<Failure>
  private let text: [UInt8]
  private let variants: Query.Variants
  /// The places of steps among all.
  private var places: [Place: Int] = [:]
  /// All steps, in order of their beginnings.
  private(set) var steps: [QueryText.Step] = []

  /// The ways to read the tokens of `text` by terms of a vocabulary, in the forms of `variants`.
  init(
    _ tokens: TokenBuffer, of text: [UInt8], _ vocabulary: Vocabulary<Failure>, _ variants: Query.Variants
  ) throws(Failure) {
    self.vocabulary = vocabulary
    self.text = text
    self.variants = variants
    for token in tokens.tokens where token.layer != .ranked { try add(token, Array(tokens.bytes[token.term])) }
    if variants.contains(.names) { try addPairs(tokens) }
    for token in tokens.tokens where token.layer != .ranked && (token.rule == .sign || token.rule == .power) {
      keepOnly(token.rule, token.position..<token.position + token.length)
    }
    steps.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.span) < ($1.range.lowerBound, $1.range.upperBound, $1.span)
    }
  }

  private mutating func add(_ token: Token, _ term: [UInt8]) throws(Failure) {
    let range = token.position..<token.position + token.length
    guard let key = NameKey(term: term) else { return try add(word: term, token, range) }
    guard variants.contains(.names) else { return add(term, range, span: key.length) }
    let isSigned = token.rule == .sign || token.rule == .spelledSign
    for text in [key.text] + WordVariants.of(key.text, variants) {
      try add(formsOf: text, [.name, .capitals], range, isWord: key.kind == .name && !isSigned)
    }
  }

  private mutating func add(word term: [UInt8], _ token: Token, _ range: Range<Int>) throws(Failure) {
    add(term, range, span: 1)
    guard token.rule == .word else { return }
    // A name of capitals of one word is the word.
    let kinds = kinds(ofWord: term, token.source)
    for key in try vocabulary.forms(of: term).keys(kinds) where key.kind == .name || key.length > 1 {
      add(key.term, range, span: key.length)
    }
    for variant in variants(ofWord: term, token.source) {
      try add(formsOf: variant, variants.contains(.names) && variant.count >= 5 ? [.name] : [], range)
    }
  }

  /// Adds two words of the query, with a space between them, that the index has as one: phase 2 as phase2, health care as healthcare.
  private mutating func addPairs(_ tokens: TokenBuffer) throws(Failure) {
    let words = tokens.tokens.filter { $0.layer != .ranked && $0.rule == .word }
    var numerals: [Int: Range<Int>] = [:]
    for token in tokens.tokens where token.rule == .roman && token.length == 1 { numerals[token.position] = token.term }
    for (left, right) in zip(words, words.dropFirst())
    where left.position + 1 == right.position && text[left.source.upperBound..<right.source.lowerBound] == [0x20] {
      let last = Array(tokens.bytes[numerals[right.position] ?? right.term])
      let first = Array(tokens.bytes[left.term])
      guard Self.mayBeOne(first, last) else { continue }
      for first in [first] + (last.hasDigit ? WordVariants.of(first, variants) : []) {
        try add(formsOf: first + last, [.name], left.position..<right.position + 1)
      }
    }
  }

  /// Whether two words as one are no other word: a part is none.
  private static func mayBeOne(_ first: [UInt8], _ last: [UInt8]) -> Bool {
    switch (first.hasDigit, last.hasDigit) {
    case (false, false): min(first.count, last.count) >= 4
    case (false, true): first.count >= 2 && last.count <= 3
    case (true, false): !first.isNumber && last.count >= 3
    case (true, true): false
    }
  }

  /// Adds what terms there are of a text: its names of some kinds, and the word where `isWord`.
  private mutating func add(
    formsOf text: [UInt8], _ kinds: [NameKey.Kind], _ range: Range<Int>, isWord: Bool = true
  ) throws(Failure) {
    let forms = try vocabulary.forms(of: text)
    if isWord, forms.isWord { add(text, range, span: 1) }
    for key in forms.keys(kinds) { add(key.term, range, span: key.length) }
  }

  private mutating func add(_ term: [UInt8], _ range: Range<Int>, span: Int) {
    let place = Place(range: range, span: span)
    if let index = places[place] {
      if !steps[index].terms.contains(term) { steps[index].terms.append(term) }
    } else {
      places[place] = steps.count
      steps.append(QueryText.Step(range: range, span: span, terms: [term]))
    }
  }

  /// Other forms of a word; of one in capitals the plural alone: AIDS is no aid.
  private func variants(ofWord term: [UInt8], _ source: Range<Int>) -> [[UInt8]] {
    let isCapitals = text[source].allSatisfy { $0 &- 0x41 < 26 }
    guard isCapitals else { return WordVariants.of(term, variants) }
    return variants.contains(.plurals) && term.count >= 3 ? [term + [UInt8(ascii: "s")]] : []
  }

  /// Which names a word of a query may be.
  private func kinds(ofWord term: [UInt8], _ source: Range<Int>) -> [NameKey.Kind] {
    guard variants.contains(.names) else { return [] }
    let capitals = text[source].count { $0 &- 0x41 < 26 }
    if capitals >= 2 { return [.name, .capitals] }
    return term.count >= (term.hasDigit ? 2 : 4) ? [.name] : []
  }

  /// Leaves only names with their signs to end behind some positions, and only powers to be there: CD19- is not CD19, nor 10^5 10 5.
  private mutating func keepOnly(_ rule: Token.Rule, _ range: Range<Int>) {
    let marks: [UInt8] = rule == .power ? [0x5E] : [0x2B, 0x2D]
    for index in steps.indices where steps[index].range.upperBound == range.upperBound {
      steps[index].terms.removeAll { !(NameKey(term: $0)?.text.contains(where: marks.contains) ?? false) }
    }
    steps.removeAll { $0.range.upperBound == range.upperBound && $0.terms.isEmpty }
    // That nothing stands there is no reason to look for what stands around.
    if !steps.contains(where: { $0.range.upperBound == range.upperBound }) {
      steps.append(QueryText.Step(range: range, span: range.count, terms: []))
    }
  }
}
