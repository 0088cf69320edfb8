/// Words that are searched for as one: what stands in quotes, a run of words with a tag, or a single word.
struct PubMedTerm {
  /// The words with one space between them, without quotes.
  var text: String
  /// The places of the words in the query, without quotes.
  var places: Range<Int>
  /// Whether it stood in quotes.
  var isQuoted: Bool
}

extension PubMedParser {
  /// Reads a term and its tag.
  mutating func term() throws(QueryError) -> Query.Clause {
    guard let first = token, first.kind != .quoted else { return try quotedTerm() }
    let end = endOfRun()
    guard let tagToken = token(at: end), tagToken.kind == .tag else {
      untaggedEnd = end
      return try untaggedWord(before: end)
    }
    let term = try bareTerm(before: end)
    guard let (tag, token) = try tag() else { return try words(of: term) }
    return try clause(of: term, tag: tag, at: token)
  }

  private mutating func quotedTerm() throws(QueryError) -> Query.Clause {
    let quoted = tokens[position]
    position += 1
    let term = PubMedTerm(text: quoted.text, places: quoted.inner, isQuoted: true)
    guard !term.text.isEmpty else {
      throw error(
        at: quoted, expected: "words between the quotes", found: "none", suggestion: "Leave out the empty quotes.")
    }
    try checkEnds(of: term)
    noteSyntaxInQuotes(term, at: quoted.places.lowerBound)
    guard let (tag, token) = try tag() else { return try words(of: term) }
    return try clause(of: term, tag: tag, at: token)
  }

  /// The index of the token that ends the run of words at the next token.
  private func endOfRun() -> Int {
    var end = max(position, untaggedEnd)
    while let token = token(at: end), token.isPartOfRun { end += 1 }
    return end
  }

  /// A single word of a run without a tag.
  private mutating func untaggedWord(before end: Int) throws(QueryError) -> Query.Clause {
    var next = position + 1
    while next < end, tokens[next - 1].places.upperBound == tokens[next].places.lowerBound { next += 1 }
    try checkYears(position..<next)
    let term = try bareTerm(before: next)
    guard term.text.lowercased() != "hasabstract" else { throw noAbstractFilter(term) }
    return try words(of: term)
  }

  /// The words up to a token as one term.
  private mutating func bareTerm(before end: Int) throws(QueryError) -> PubMedTerm {
    let places = tokens[position].places.lowerBound..<tokens[end - 1].places.upperBound
    if let stray = tokens[position..<end].first(where: \.isForeignOperator) {
      throw error(
        at: stray, expected: "AND, OR or NOT",
        suggestion: "In PubMed near words are written \"hip pain\"[tiab:~3]; quotes make “\(stray.text)” a word.")
    }
    position = end
    let term = PubMedTerm(text: scanner[places].withSingleSpaces, places: places, isQuoted: false)
    try checkEnds(of: term)
    return term
  }

  /// Checks that no character of a term, such as an accent without a letter, would merge with what stands next to the term.
  func checkEnds(of term: PubMedTerm) throws(QueryError) {
    guard "(\(term.text))".count != term.text.count + 2 else { return }
    throw scanner.error(
      at: term.places.lowerBound, expected: "a term of whole characters", found: found(term.places),
      suggestion: "An accent, or another mark that belongs to a letter, stands alone at an end of the term.")
  }

  /// A range of years without a tag would be searched for as words, and limit nothing.
  private func checkYears(_ indices: Range<Int>) throws(QueryError) {
    let parts = tokens[indices]
    guard
      parts.count == 3, parts[parts.startIndex + 1].kind == .colon,
      let from = parts.first?.text, let to = parts.last?.text,
      from.isDigits, to.isDigits, from.utf8.count == 4, to.utf8.count == 4
    else { return }
    throw scanner.error(
      at: tokens[indices.upperBound - 1].places.upperBound, expected: "[dp] behind a range of years",
      found: found(self.token(at: indices.upperBound)),
      suggestion: "Write \(from):\(to)[dp]; quotes make it words.")
  }

  private mutating func noteSyntaxInQuotes(_ term: PubMedTerm, at place: Int) {
    let operators = term.text.split(separator: " ").filter { PubMedConnective(rawValue: String($0)) != nil }
    if let first = operators.first {
      note(at: place, "Within quotes \(first) is a word and no operator.")
    } else if PubMedTag.occurs(in: scanner.characters[term.places]) {
      note(at: place, "Within quotes a field tag is text.")
    }
  }
}

extension PubMedToken {
  fileprivate var isPartOfRun: Bool {
    (kind == .word || kind == .colon) && connective == nil && !isLine
  }

  /// Whether it is a proximity operator of another syntax: `adj3`, `NEAR/5`.
  fileprivate var isForeignOperator: Bool {
    let name = text.lowercased()
    guard let sign = ["adj", "near/"].first(where: { name.hasPrefix($0) }) else { return false }
    return name.dropFirst(sign.count).isDigits
  }
}
