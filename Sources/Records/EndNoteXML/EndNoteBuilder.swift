/// What builds a record out of one `record` of EndNote's XML.
struct EndNoteBuilder: XMLRecordBuilder {
  static let records: [EndNoteName] = [.record]
  static let formatName = "EndNote XML"

  private var record = Record(format: .endNoteXML)
  private var secondaryTitle = ""
  private var issue = ""
  private var database = ""
  /// The name that a reference type has besides its number.
  private var typeName = ""

  mutating func start(_ element: XMLElement<EndNoteName>, _ attributes: XMLAttributes<EndNoteName>) -> XMLInterest {
    guard let name = element.name else { return .text }
    if name == .refType { typeName = attributes[.name] }
    return EndNoteName.containers.contains(name) ? .inside : .text
  }

  static func markup(of name: EndNoteName, _ attributes: XMLAttributes<EndNoteName>) -> InlineMarkup { .plain }

  mutating func take(_ text: String, of element: XMLElement<EndNoteName>, tag: String) {
    if element.name == .refType { return takeType(text) }
    guard !text.isEmpty else { return }
    switch (element.name, element.parent) {
    case (.author, .authors): takeAuthor(text)
    case (.title, .titles): record.title = text
    case (.fullTitle, .periodical): record.journal = text
    case (.keyword, .keywords): record.keywords.append(text)
    case (.year, .dates): takeYear(text, of: element, tag)
    case (.date, _): takeDate(text, of: element, tag)
    case (.url, _): takeURL(text, of: element, tag)
    case (.some, .record): takeField(text, of: element, tag)
    default: keep(text, of: element, tag)
    }
    if element.name == .secondaryTitle { secondaryTitle = text }
  }

  private mutating func takeField(_ text: String, of element: XMLElement<EndNoteName>, _ tag: String) {
    switch element.name {
    case .pages: record.pages = text
    case .volume: record.volume = text
    case .number: record.issue = text
    case .issue: issue = text
    case .abstract: record.abstract.append(AbstractSection(text: text))
    case .doi: record.doi = text
    case .accession: record.accession = text
    case .language: record.language = text
    case .custom2 where text.hasPrefix("PMC"): record.pmcid = text
    case .databaseName, .databaseProvider:
      database += " " + text.lowercased()
      keep(text, of: element, tag)
    default: keep(text, of: element, tag)
    }
  }

  /// A name that ends in a comma is an organisation's.
  private mutating func takeAuthor(_ name: String) {
    let author = name.hasSuffix(",") ? Author(organisation: String(name.dropLast())) : Author(printed: name)
    if let author { record.authors.append(author) }
  }

  private mutating func takeType(_ number: String) {
    let type = typeName.isEmpty ? number : typeName
    if !type.isEmpty { record.types.append(type) }
  }

  private mutating func takeYear(_ text: String, of element: XMLElement<EndNoteName>, _ tag: String) {
    if let year = Year.first(in: text) { record.year = year }
    if text != record.year?.description { keep(text, of: element, tag) }
  }

  private mutating func takeDate(_ text: String, of element: XMLElement<EndNoteName>, _ tag: String) {
    if element.parent == .pubDates, record.year == nil { record.year = Year.first(in: text) }
    keep(text, of: element, tag)
  }

  /// A PDF's address is a place on its owner's disk.
  private mutating func takeURL(_ text: String, of element: XMLElement<EndNoteName>, _ tag: String) {
    if element.parent == .pdfURLs || element.parent == .imageURLs {
      keep(text, of: element, tag)
    } else {
      record.urls.append(text)
    }
  }

  private mutating func keep(_ text: String, of element: XMLElement<EndNoteName>, _ tag: String) {
    let path = element.parent.map { $0 == .record ? tag : "\($0.rawValue)/\(tag)" } ?? tag
    record.source.append(SourceField(tag: path, value: text))
  }

  mutating func finish() -> XMLOutcome {
    defer { self = EndNoteBuilder() }
    if record.journal.isEmpty { record.journal = secondaryTitle }
    if record.issue.isEmpty { record.issue = issue }
    settlePMID()
    guard record.isWorthReading else { return .refused(expected: Record.necessities, found: "none of these") }
    record.finish()
    return .record(record)
  }

  /// The accession number of a record that came from PubMed or MEDLINE's publisher is its PMID.
  private mutating func settlePMID() {
    let isPubMed = database.contains("pubmed") || database.contains("nlm")
    if isPubMed, !record.accession.isEmpty, record.accession.utf8.allSatisfy(\.isDigit) {
      record.pmid = record.accession
    }
  }
}
