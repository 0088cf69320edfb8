/// What the tags of a Web of Science entry mean.
struct WebOfScienceFields {
  private let values: TaggedValues

  init(_ values: TaggedValues) {
    self.values = values
  }

  func fill(_ record: inout Record) {
    record.title = values.first("TI").unescapingEntities
    record.abstract = values.all("AB").map { AbstractSection(text: $0.unescapingEntities) }
    record.authors = authors
    record.year = Year.first(in: values.first("PY")) ?? Year.first(in: values.first("PD", "EY"))
    record.journal = values.first("SO", "JI", "J9", "SE")
    record.volume = values.first("VL")
    record.issue = values.first("IS")
    record.pages = pages
    record.doi = values.all("DI", "D2").lazy.map(DOI.normalized).first { !$0.isEmpty } ?? ""
    record.pmid = pmid
    record.accession = values.first("UT", "AN")
    record.types = values.items("DT").filter { $0 != "-" }
    if record.types.isEmpty { record.types = values.all("PT") }
    record.language = values.first("LA")
    record.keywords = keywords
    record.urls = values.lines("UR")
  }

  /// `AF` has the full names of `AU`, and `CA` the groups; `GP` has a book's, which is rather its publisher.
  private var authors: [Author] {
    let full = values.items("AF")
    let persons = full.isEmpty ? values.items("AU") : full
    let groups = values.items("CA").map { Author(family: $0, isOrganisation: true) }
    return persons.compactMap { Author(printed: Self.withoutAddress($0)) } + groups
  }

  /// Zoological Record prints `"Stillman, Andrew N. (name@example.org)"`.
  private static func withoutAddress(_ name: String) -> String {
    guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "("), name[bracket...].contains("@") else {
      return name
    }
    return String(name[..<bracket])
  }

  /// In the platform's MEDLINE the accession number is the PMID.
  private var pmid: String {
    let accession = values.first("UT")
    let number = values.first("PM")
    return number.isEmpty && accession.hasPrefix("MEDLINE:") ? accession : number
  }

  private var pages: String {
    let range = Pages.range(values.first("BP"), values.first("EP"))
    return range.isEmpty ? values.first("PS", "AR") : range
  }

  /// The lists run over their lines, so that only a semicolon ends an item.
  private var keywords: [String] {
    values.all("DE", "ID").flatMap { $0.items(separatedBy: [UInt8(ascii: ";")]) }.uniqued()
  }
}
