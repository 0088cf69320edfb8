/// The structures of a segment, each of some sections of its file.
enum Structure: CaseIterable {
  case identifiers
  case stored
  case columns
  case lists

  /// The structure that a section is part of.
  init(_ section: Section) {
    switch section {
    case .identifiers, .identifierOrder, .identifierRanks: self = .identifiers
    case .stored, .storedPages, .storedDictionary: self = .stored
    case .years, .journals, .languages, .sources, .types, .typeSets: self = .columns
    case .lengths, .terms, .termBlocks, .postings, .positions: self = .lists
    }
  }

  /// Its sections.
  var sections: [Section] { Section.allCases.filter { Structure($0) == self } }

  /// What it holds, in words for the user.
  var holds: String {
    switch self {
    case .identifiers: "the identifiers of records"
    case .stored: "the records that answers show"
    case .columns: "the years, journals, languages, sources and types that filters and counts go by"
    case .lists: "the words of records, by which searches find and rank them"
    }
  }
}
