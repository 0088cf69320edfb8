/// A heading or another whole value of a query, as the terms that documents have of it.
struct ValueText {
  /// The terms, any of which answers.
  private(set) var terms: [[UInt8]]
  /// Whether it has wildcards that stand for more terms than are looked for.
  private(set) var isCut = false

  /// The terms of a heading.
  init<Failure>(_ heading: Query.Heading, _ vocabulary: Vocabulary<Failure>) throws(Failure) {
    var values = ValueTerms()
    let isPattern = heading.name.contains(where: \.isWildcard)
    terms = values.term(heading, keepsWildcards: isPattern).map { [$0] } ?? []
    guard isPattern else { return }
    try expand(vocabulary)
    // The forms with a qualifier add no documents to those without.
    if heading.qualifier.isEmpty { terms.removeAll { $0.contains(UInt8(ascii: "/")) } }
  }

  /// The terms of a value; of a family name alone, those of all initials.
  init<Failure>(_ attribute: Attribute, _ text: String, _ vocabulary: Vocabulary<Failure>) throws(Failure) {
    var values = ValueTerms()
    let isPattern = text.contains(where: \.isWildcard)
    terms = values.term(attribute, text, keepsWildcards: isPattern).map { [$0] } ?? []
    if isPattern {
      try expand(vocabulary)
    } else if attribute == .author, let family = terms.first, !family.contains(0x20) {
      terms = [family + Array(" *".utf8)]
      try expand(vocabulary)
      terms.insert(family, at: 0)
    }
  }

  /// Puts what the pattern that is its only term stands for in its place.
  private mutating func expand<Failure>(_ vocabulary: Vocabulary<Failure>) throws(Failure) {
    guard let pattern = terms.popLast() else { return }
    let request = TermRequest(pattern: String(decoding: pattern, as: UTF8.self))
    guard let finder = try? TermFinder(request) else { return }
    let expansion = try vocabulary.terms(finder, wordsAlone: false)
    (terms, isCut) = (expansion.terms, expansion.isCut)
  }
}
