extension Record {
  /// The database that the record came from, or, when nothing tells it, its format: `"Scopus"`, `"PubMed"`, `"RIS"`.
  ///
  /// The accession number's prefix tells it first, then what the source calls its database, then a format that only one
  /// database writes.
  public var database: String {
    if let prefixed = Self.databases.first(where: { accession.hasPrefix($0.prefix) }) { return prefixed.name }
    if let named = source.first(where: { Self.databaseTags.contains($0.tag) && !$0.value.isEmpty }) {
      return Self.name(ofDatabase: named.value)
    }
    return format.database
  }

  private static let databases: [(prefix: String, name: String)] = [
    ("WOS:", "Web of Science"), ("SCOPUS:", "Scopus"), ("2-s2.0-", "Scopus"), ("MEDLINE:", "MEDLINE"),
    ("EMBASE:", "Embase"), ("arXiv:", "arXiv"), ("CN-", "CENTRAL"), ("rayyan-", "Rayyan"),
  ]

  // RIS and EndNote XML.
  private static let databaseTags: Set<String> = ["DB", "remote-database-name"]

  /// One spelling for the databases that exports spell in several ways.
  private static func name(ofDatabase name: String) -> String {
    switch name.lowercased() {
    case "pubmed", "nlm": "PubMed"
    case "medline": "MEDLINE"
    case "embase": "Embase"
    case "scopus": "Scopus"
    case "pmc": "PubMed Central"
    default: name
    }
  }
}

extension RecordFormat {
  /// The database that alone writes the format, or else the format's name.
  fileprivate var database: String {
    switch self {
    case .ris: "RIS"
    case .pubmedXML, .medline: "PubMed"
    case .jats: "JATS"
    case .endNoteXML: "EndNote"
    case .bibTeX: "BibTeX"
    case .csv, .tsv: "CSV"
    case .webOfScience: "Web of Science"
    case .jsonLines: "JSON Lines"
    case .trec: "TREC"
    }
  }
}
