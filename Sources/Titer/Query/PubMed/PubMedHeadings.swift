extension PubMedParser {
  /// A heading of MeSH, with a subheading behind a slash or without: `"Lupus Nephritis/drug therapy"[mh]`.
  func heading(_ term: PubMedTerm, isExploded: Bool, isMajor: Bool) throws(QueryError) -> Query.Clause {
    let parts = try value(term).split(separator: "/", omittingEmptySubsequences: false).map(\.withSingleSpaces)
    guard parts.count <= 2, parts.allSatisfy(\.hasLetterOrDigit) else {
      throw scanner.error(
        at: slash(of: term), expected: "a heading, or a heading, “/” and one subheading", found: found(term.places),
        suggestion: "Write \"Lupus Nephritis/drug therapy\"[mh], or \"drug therapy\"[sh] for any heading.")
    }
    let qualifier = parts.count == 2 ? Qualifiers.spelled(parts[1]) : ""
    return .heading(Query.Heading(parts[0], qualifier: qualifier, isExploded: isExploded, isMajor: isMajor))
  }

  /// A subheading of any heading: `"drug therapy"[sh]`.
  func subheading(_ term: PubMedTerm) throws(QueryError) -> Query.Clause {
    let text = try value(term)
    try refuse(
      ["/"], in: term, expected: "a subheading alone",
      suggestion: "Write \"Lupus Nephritis/drug therapy\"[mh] for both.")
    return .heading(Query.Heading("", qualifier: Qualifiers.spelled(text)))
  }

  /// The last slash, which is one too many or has nothing beside it.
  private func slash(of term: PubMedTerm) -> Int {
    term.places.last { scanner.characters[$0] == "/" } ?? term.places.lowerBound
  }
}
