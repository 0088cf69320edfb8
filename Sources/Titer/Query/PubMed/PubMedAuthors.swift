extension PubMedParser {
  /// An author: in quotes as written, else with whatever initials may follow.
  mutating func author(_ term: PubMedTerm) throws(QueryError) -> Query.Clause {
    let name = try value(term)
    try refuse(
      [",", "."], in: term, expected: "a family name and initials without signs", suggestion: "Write smith ja[au].")
    guard !term.isQuoted else { return .value(.author, name) }
    if PubMedAuthor.hasUnclearEnd(name) {
      note(
        at: term.places.lowerBound,
        "Authors are known by family name and initials; all of “\(name)” is taken as the family name.")
    }
    return PubMedAuthor.clause(of: name)
  }
}

/// How PubMed completes the names of authors that don't stand in quotes.
enum PubMedAuthor {
  /// `smith ja` and all longer initials; `smith` alone and with any initials; a `*` at the end as it stands.
  static func clause(of name: String) -> Query.Clause {
    if name.last == "*" { return .value(.author, name) }
    if hasInitials(name) { return .value(.author, name + "*") }
    return .any([.value(.author, name), .value(.author, name + " *")])
  }

  /// Whether more than one word stands there, the last of which is too long for initials: a given name, or the end of a
  /// family name.
  static func hasUnclearEnd(_ name: String) -> Bool {
    name.contains(" ") && name.last != "*" && !hasInitials(name)
  }

  /// Whether the last word, of at least two, is one or two initials or what may follow them.
  private static func hasInitials(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last else { return false }
    return last.count <= 2 || ["2nd", "3rd", "4th", "5th", "iii"].contains(last.lowercased())
  }
}
