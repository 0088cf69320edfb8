/// What a field tag of PubMed stands for.
enum PubMedField: Equatable {
  /// Some of the texts.
  case texts(FieldSet)
  /// A heading of MeSH.
  case heading(isExploded: Bool, isMajor: Bool)
  /// A subheading of MeSH, of any heading.
  case subheading
  /// An author by family name and initials.
  case author
  /// A journal by its name, abbreviation or ISSN.
  case journal
  /// The date of publication, of which the year counts.
  case date
  /// A type of publication.
  case type
  /// A language by its name or code.
  case language
  /// A PubMed identifier, which is a number.
  case pmid
  /// A PubMed Central identifier: `PMC` and a number.
  case pmcid
  /// A DOI or any other identifier.
  case identifier
  /// Subsets, and filters of the web site.
  case subset
  /// What records don't have, and what to write instead.
  case missing(advice: String)

  /// Whether records don't have it.
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

/// The field tags of PubMed by their short and long names.
enum PubMedFields {
  /// The fields with their names as PubMed spells them, the usual short one first.
  private static let rows: [(field: PubMedField, names: [String])] = [
    (.texts([.title, .abstract]), ["tiab", "Title/Abstract"]),
    (.texts(.title), ["ti", "Title"]),
    (.texts(.abstract), ["ab", "Abstract"]),
    (.texts(.all), ["tw", "all", "Text Word", "Text Words", "Text", "All Fields"]),
    (.texts(.keywords), ["ot", "kw", "Other Term", "Other Terms", "Keyword", "Keywords"]),
    (.heading(isExploded: true, isMajor: false), ["mh", "MeSH", "MeSH Terms", "MeSH Term"]),
    (.heading(isExploded: true, isMajor: true), ["majr", "MeSH Major Topic"]),
    (.subheading, ["sh", "MeSH Subheading", "MeSH Subheadings", "Subheading", "Subheadings"]),
    (.author, ["au", "Author"]),
    (.journal, ["ta", "jour", "so", "is", "Journal", "Journal Title", "ISSN"]),
    (.date, ["dp", "pdat", "Date - Publication", "Publication Date"]),
    (.type, ["pt", "ptyp", "Publication Type"]),
    (.language, ["la", "lang", "Language"]),
    (.pmid, ["pmid", "uid"]),
    (.pmcid, ["pmcid", "pmc"]),
    (.identifier, ["aid", "doi", "lid", "Article Identifier", "Location ID"]),
    (.subset, ["sb", "filter", "Subset"]),
    (
      .missing(advice: "The order of the authors isn't known: write [au]."),
      [
        "1au", "First Author", "First Author Name", "Author - First", "lastau", "Last Author", "Last Author Name",
        "Author - Last",
      ]
    ),
    (
      .missing(advice: "Authors are known by family name and initials: write smith ja[au]."),
      ["fau", "Full Author Name", "Author - Full"]
    ),
    (
      .missing(advice: "Of all dates, records have only the year of publication: write [dp]."),
      [
        "edat", "Entry Date", "Entrez Date", "Date - Entry", "Date - Entrez", "crdt", "Create Date", "Date - Create",
        "mhda", "MeSH Date", "Date - MeSH", "dcom", "Completion Date", "Date - Completion", "lr", "Modification Date",
        "Date - Modification", "epdat", "Electronic Publication Date", "ppdat", "Print Publication Date",
      ]
    ),
    (.missing(advice: "Write [ti] for the title."), ["tt", "Transliterated Title"]),
    (notIndexed("Affiliations"), ["ad", "Affiliation"]),
    (notIndexed("Grants"), ["gr", "Grant Number", "Grants and Funding"]),
    (notIndexed("Substances"), ["nm", "Substance Name", "Supplementary Concept"]),
    (notIndexed("Registry numbers"), ["rn", "EC/RN Number"]),
    (notIndexed("Persons as subjects"), ["ps", "Personal Name as Subject"]),
    (notIndexed("Pharmacological actions"), ["pa", "Pharmacological Action"]),
    (notIndexed("Investigators"), ["ir", "Investigator", "fir", "Full Investigator Name"]),
    (notIndexed("Corporate authors"), ["cn", "Corporate Author", "Author - Corporate"]),
    (notIndexed("Author identifiers"), ["auid", "Author Identifier", "Author - Identifier"]),
    (notIndexed("Editors"), ["ed", "Editor"]),
    (notIndexed("Statements on conflicts of interest"), ["cois", "Conflict of Interest Statements"]),
    (notIndexed("Books"), ["book", "isbn"]),
    (notIndexed("Volumes, issues and pages"), ["vi", "Volume", "ip", "Issue", "pg", "Pagination"]),
    (notIndexed("Places of publication and publishers"), ["pl", "Place of Publication", "pubn", "Publisher"]),
    (notIndexed("NLM's identifiers of journals"), ["jid", "NLM Unique ID"]),
    (notIndexed("Secondary sources"), ["si", "Secondary Source ID"]),
  ]

  private static func notIndexed(_ what: String) -> PubMedField {
    .missing(advice: "\(what) are not indexed; [all] searches the texts.")
  }

  private static let fieldOfKey: [String: PubMedField] = Dictionary(
    uniqueKeysWithValues: rows.flatMap { row in row.names.map { (key(of: $0), row.field) } })

  /// The field of a name, in any case and with or without spaces.
  static func field(named name: String) -> PubMedField? { fieldOfKey[key(of: name)] }

  /// The name that differs least from an unknown one, if any is near.
  static func nearestName(to name: String) -> String? {
    let names = rows.flatMap(\.names)
    let nearest = NearestWord.of(key(of: name), among: names.map(key))
    return names.first { key(of: $0) == nearest }
  }

  private static func key(of name: String) -> String {
    String(name.lowercased().filter { !$0.isPubMedSpace }.map { "–—‐‑".contains($0) ? "-" : $0 })
  }
}
