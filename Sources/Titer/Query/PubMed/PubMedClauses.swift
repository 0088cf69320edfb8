extension PubMedParser {
  /// What a term means in the field of its tag.
  mutating func clause(
    of term: PubMedTerm, tag: PubMedTag, at token: PubMedToken
  ) throws(QueryError) -> Query.Clause {
    switch tag.field {
    case .texts(let fields): return try text(term, in: fields, gap: tag.gap)
    case .heading(let isExploded, let isMajor): return try heading(term, isExploded: isExploded, isMajor: isMajor)
    case .subheading: return try subheading(term)
    case .author: return try author(term)
    case .journal: return .value(.journal, try value(term))
    case .date: return .filter(Filter(years: try years(term)))
    case .type: return .filter(Filter(types: [try wholeValue(term)]))
    case .language: return .filter(Filter(languages: LanguageNames.equivalents(of: try wholeValue(term))))
    case .pmid, .pmcid, .identifier: return .value(.identifier, try identifier(term, field: tag.field))
    case .subset: throw noSubset(term, at: token)
    case .missing(let advice): throw notSearched(token, advice: advice)
    }
  }

  private mutating func text(_ term: PubMedTerm, in fields: FieldSet, gap: Int?) throws(QueryError) -> Query.Clause {
    if fields == .all, !term.isQuoted, term.text.lowercased() == "hasabstract" { throw noAbstractFilter(term) }
    let clause = if let gap { try near(term, gap: gap) } else { try words(of: term) }
    return fields == .all ? clause : .field(fields, clause)
  }

  /// A whole value, in which `*` stands for any characters.
  func value(_ term: PubMedTerm) throws(QueryError) -> String {
    try checkHasLetter(term)
    try refuse(
      ["?", "#"], in: term, expected: "a value without “?” and “#”", suggestion: "Write * for what stands there.")
    return term.text
  }

  private func wholeValue(_ term: PubMedTerm) throws(QueryError) -> String {
    try checkHasLetter(term)
    try refuse(["*"], in: term, expected: "a whole value", suggestion: "Types and languages have no *; write them out.")
    return term.text
  }

  private func identifier(_ term: PubMedTerm, field: PubMedField) throws(QueryError) -> String {
    let text = try value(term)
    switch field {
    case .pmid where !text.isDigits:
      throw scanner.error(
        at: term.places.lowerBound, expected: "the number of one record", found: found(term.places),
        suggestion: "Write 12345678[pmid] OR 23456789[pmid]; other identifiers have [doi], [pmcid] and [aid].")
    case .pmcid where text.isDigits: return "PMC" + text
    default: return text
    }
  }

  /// Checks that a term has a letter or a digit.
  func checkHasLetter(_ term: PubMedTerm) throws(QueryError) {
    guard !term.text.hasLetterOrDigit else { return }
    let suggestion =
      switch term.text {
      case "&", "&&", "+": "Write AND."
      case "|", "||": "Write OR."
      case ":": "A colon stands between two dates: 2015:2020[dp]."
      case _ where term.text.contains("*"): "Write at least the beginning of a word before *."
      default: "Leave it out, or put it in quotes with the words that it belongs to."
      }
    throw scanner.error(
      at: term.places.lowerBound, expected: "a word with a letter or a digit", found: found(term.places),
      suggestion: suggestion)
  }

  /// Checks that some signs don't occur in a term.
  func refuse(
    _ signs: [Character], in term: PubMedTerm, expected: String, suggestion: String
  ) throws(QueryError) {
    guard let place = term.places.first(where: { signs.contains(scanner.characters[$0]) }) else { return }
    throw scanner.error(at: place, expected: expected, suggestion: suggestion)
  }

  /// An error for a term that is one of the web site's filters.
  func noAbstractFilter(_ term: PubMedTerm) -> QueryError {
    scanner.error(
      at: term.places.lowerBound, expected: "a term", found: found(term.places),
      suggestion: "Whether a record has an abstract can't be asked for; leave it out, or put the word in quotes.")
  }

  private func noSubset(_ term: PubMedTerm, at token: PubMedToken) -> QueryError {
    let name = term.text.lowercased()
    if name == "hasabstract" { return noAbstractFilter(term) }
    let instead =
      switch name.filter({ $0.isLetter }) {
      case "humans", "animals", "female", "male": "\(name)[mh]"
      case "review": "review[pt]"
      case "systematicreview", "systematic": "\"systematic review\"[pt]"
      case "metaanalysis": "meta-analysis[pt]"
      case "clinicaltrial": "\"clinical trial\"[pt]"
      case "randomizedcontrolledtrial": "\"randomized controlled trial\"[pt]"
      case _ where LanguageNames.knows(name): "\(name)[la]"
      default: ""
      }
    let advice =
      instead.isEmpty ? "PubMed's subsets and filters are not known; leave this part out." : "Write \(instead)."
    return notSearched(token, advice: advice)
  }
}
