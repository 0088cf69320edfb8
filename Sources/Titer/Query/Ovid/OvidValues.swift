extension OvidField {
  /// What a clause of words becomes; `refuse` throws an error for a text that the field can't hold.
  func values(
    of clause: Query.Clause, refuse: (String) throws(QueryError) -> Never
  ) throws(QueryError) -> Query.Clause {
    switch clause {
    case .any(let clauses):
      if let filter = filter(ofAny: clauses) { return filter }
      return .any(try values(of: clauses, refuse: refuse))
    case .all(let clauses): return .all(try values(of: clauses, refuse: refuse))
    case .not(let clause): return .not(try values(of: clause, refuse: refuse))
    default:
      let text = clause.ovidText ?? ""
      guard let value = value(text) else { try refuse(text) }
      return value
    }
  }

  private func values(
    of clauses: [Query.Clause], refuse: (String) throws(QueryError) -> Never
  ) throws(QueryError) -> [Query.Clause] {
    var results: [Query.Clause] = []
    for clause in clauses { results.append(try values(of: clause, refuse: refuse)) }
    return results
  }

  /// What a text becomes.
  private func value(_ text: String) -> Query.Clause? {
    switch self {
    case .texts: nil
    case .value(let attribute): .value(attribute, text)
    case .heading: .heading(Query.Heading(text))
    case .qualifier: qualifier(text).map { .heading(Query.Heading("", qualifier: $0)) }
    case .types: .filter(Filter(types: [OvidTypes.type(text)]))
    case .languages: .filter(Filter(languages: LanguageNames.equivalents(of: text)))
    case .years: OvidYears.range(text).map { .filter(Filter(years: $0)) }
    }
  }

  /// One filter for several types or languages.
  private func filter(ofAny clauses: [Query.Clause]) -> Query.Clause? {
    let texts = clauses.compactMap(\.ovidText)
    guard texts.count == clauses.count else { return nil }
    return switch self {
    case .types: .filter(Filter(types: texts.map(OvidTypes.type)))
    case .languages: .filter(Filter(languages: texts.flatMap(LanguageNames.equivalents)))
    default: nil
    }
  }

  private func qualifier(_ text: String) -> String? {
    Qualifiers.name(of: text) ?? Qualifiers.code(of: text).flatMap(Qualifiers.name)
  }

  /// What may stand before the code.
  var allowed: Set<OvidContents.Kind> {
    switch self {
    case .texts: .textual
    case .value, .heading: .valued
    case .qualifier, .types, .languages, .years: .plainlyValued
    }
  }

  /// What the code makes of words.
  var kind: OvidContents.Kind {
    switch self {
    case .texts: .field
    case .value: .value
    case .heading, .qualifier: .heading
    case .types, .languages, .years: .filter
    }
  }

  /// What must stand before the code, in words for an error.
  var expectation: String {
    switch self {
    case .texts, .value, .heading, .types, .languages: "words"
    case .qualifier: "the name of a qualifier, such as drug therapy"
    case .years: "a year or a range of years, such as 2015-2020"
    }
  }

  /// What to write instead of a text that the field can't hold.
  func advice(on text: String) -> String? {
    switch self {
    case .qualifier: NearestWord.of(text, among: Qualifiers.allNames).map { "Did you mean \($0)?" }
    case .years: "Write 2015.yr., 2015-2020.yr., or 2015-current.yr."
    default: nil
    }
  }
}

extension Query.Clause {
  /// The text of words, or of a number that was taken for a line.
  fileprivate var ovidText: String? {
    switch self {
    case .phrase(let text), .pattern(let text): text
    case .line(let number): "\(number)"
    default: nil
    }
  }
}
