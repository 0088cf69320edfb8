extension PubMedParser {
  /// Adds a remark on a place.
  mutating func note(at place: Int, _ text: String) {
    notes.append(ParsedQuery.Note(column: place, text: text))
  }

  /// An error at a token, or at the end of the query.
  func error(
    at token: PubMedToken?, expected: String, found: String? = nil, suggestion: String? = nil
  ) -> QueryError {
    scanner.error(
      at: token?.places.lowerBound ?? endOfTokens, expected: expected, found: found ?? self.found(token),
      suggestion: suggestion)
  }

  /// A token in words: as it is written, but shortened.
  func found(_ token: PubMedToken?) -> String {
    guard let token else { return "the end of the query" }
    return found(token.places)
  }

  /// Some places in words: as it is written, but shortened.
  func found(_ places: Range<Int>) -> String {
    let shown = scanner[places.prefix(40)].withSingleSpaces
    return "“\(shown)\(places.count > 40 ? "…" : "")”"
  }

  /// The place behind the last token.
  private var endOfTokens: Int { tokens.last?.places.upperBound ?? scanner.characters.count }

  /// An error where an operand should stand.
  func missingOperand(after connective: PubMedConnective?) -> QueryError {
    let before = token(at: position - 1)
    let expected = connective.map { "a term behind \($0.rawValue)" } ?? "a term"
    return error(at: token, expected: expected, suggestion: adviceOnOperand(after: connective, before: before))
  }

  private func adviceOnOperand(after connective: PubMedConnective?, before: PubMedToken?) -> String? {
    switch token?.kind {
    case .tag where isAtKnownTag: "A field tag stands behind its term: lupus[tiab]."
    case .tag: "A field tag stands behind its term; quotes make “[” a part of a term: \"[18F]FDG\"."
    case .close where before?.kind == .open: "Leave out the empty parentheses, or write a term between them."
    case .close where connective == nil: "There is no “(” for this parenthesis."
    case .word: adviceOnOperators(first: connective)
    default: connective.map { "Leave out \($0.rawValue), or write what it joins." }
    }
  }

  private var isAtKnownTag: Bool { token.map { PubMedTag.occurs(in: scanner.characters[$0.places]) } ?? false }

  /// What to write instead of two operators in a row, or of one at the beginning.
  private func adviceOnOperators(first: PubMedConnective?) -> String? {
    guard let token, let second = token.connective else { return nil }
    let isWord = token.text != second.rawValue
    switch (first, second) {
    case _ where isWord: return "Put “\(token.text)” in quotes with the words that it belongs to, or leave it out."
    case (nil, .not): return "NOT takes away from what stands before it: a NOT b."
    case (nil, _): return "Leave out \(second.rawValue), or write what it joins."
    case (.and, .not): return "NOT alone means AND NOT: a NOT b."
    case (.or, .not): return "PubMed takes away only from what stands before NOT: (a OR b) NOT c."
    default: return "Leave out one of the two operators."
    }
  }

  /// An error at a tag that stands behind something else than a term.
  func strayTag() -> QueryError {
    switch token(at: position - 1)?.kind {
    case .close:
      error(
        at: token, expected: "an operator or the end of the query",
        suggestion: "PubMed knows no tag behind parentheses; tag each term: (lupus[tiab] OR sle[tiab]).")
    case .tag:
      error(
        at: token, expected: "an operator or a term",
        suggestion: "A term has one tag; repeat the term for another field: (lupus[ti] OR lupus[mh]).")
    default:
      error(at: token, expected: "an operator or a term", suggestion: "The number of a line has no field tag.")
    }
  }

  /// Remarks that a parenthesis directly behind a word doesn't belong to it.
  mutating func noteParenthesisInWord() {
    guard
      let token, token.kind == .open, let before = self.token(at: position - 1),
      before.kind == .word, before.places.upperBound == token.places.lowerBound
    else { return }
    note(
      at: token.places.lowerBound,
      "The parenthesis opens a group that is joined with AND; quotes make it a part of the word.")
  }
}
