extension PubMedParser {
  /// A term of a text: a phrase, or a pattern if it holds a wildcard.
  mutating func words(of term: PubMedTerm) throws(QueryError) -> Query.Clause {
    try checkHasLetter(term)
    guard term.text.contains("*") else { return .phrase(term.text) }
    for word in words(in: term) where word.text.contains("*") { try checkWildcards(of: word) }
    try refuse(
      ["?", "#"], in: term, expected: "* as the only wildcard of a term",
      suggestion: "PubMed's one wildcard is *, for any characters; leave out this sign.")
    return .pattern(term.text)
  }

  /// Words within a distance of each other in any order: `"hip pain"[tiab:~2]`.
  mutating func near(_ term: PubMedTerm, gap: Int) throws(QueryError) -> Query.Clause {
    let words = words(in: term)
    guard words.count > 1 else {
      throw scanner.error(
        at: term.places.lowerBound, expected: "two or more words to be near each other", found: found(term.places),
        suggestion: "Leave out “:~\(gap)”, or put all words in quotes: \"hip pain\"[tiab:~\(gap)].")
    }
    if !term.isQuoted { note(at: term.places.lowerBound, "PubMed itself wants quotes around words with “~”.") }
    if let wildcard = term.places.first(where: { scanner.characters[$0] == "*" }) {
      note(at: wildcard, "PubMed itself knows no * in words with “~”.")
    }
    var clauses: [Query.Clause] = []
    for word in words {
      try checkEnds(of: word)
      clauses.append(try self.words(of: word))
    }
    return .near(clauses, Query.Proximity(gap: gap, order: .any))
  }

  /// The words of a term, each with its places.
  private func words(in term: PubMedTerm) -> [PubMedTerm] {
    scanner.characters[term.places].split(whereSeparator: \.isPubMedSpace).map { word in
      PubMedTerm(text: String(word), places: word.startIndex..<word.endIndex, isQuoted: term.isQuoted)
    }
  }

  private mutating func checkWildcards(of word: PubMedTerm) throws(QueryError) {
    try checkHasLetter(word)
    guard let wildcard = word.places.first(where: { scanner.characters[$0] == "*" }) else { return }
    switch wildcard - word.places.lowerBound {
    case 0: note(at: wildcard, "PubMed itself knows no * at the beginning of a word.")
    case 1...3: note(at: wildcard, "PubMed itself needs four characters before *.")
    default: break
    }
  }
}
