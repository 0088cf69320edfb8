extension Record {
  /// The record in one row of a table.
  init(row cells: [String], columns: CSVColumns, format: RecordFormat) {
    self.init(format: format)
    func first(_ field: CSVField) -> String { columns.values(of: field, in: cells).first ?? "" }
    title = first(.title).tidied
    abstract = [first(.abstract).tidied].filter { !$0.isEmpty }.map { AbstractSection(text: $0) }
    authors = Self.authors(in: first(.authors), isOwn: columns.isOwn)
    year = columns.values(of: .year, in: cells).lazy.compactMap { Year.first(in: $0) }.first
    journal = first(.journal).tidied
    (volume, issue, doi) = (first(.volume), first(.issue), first(.doi))
    pages = Self.pages(first(.pages), first(.firstPage), first(.lastPage), first(.articleNumber))
    (pmcid, language) = (first(.pmcid), first(.language))
    pmid = PMID.normalized(first(.pmid))
    types = columns.values(of: .types, in: cells).flatMap(\.separatedItems)
    keywords =
      columns.values(of: .keywords, in: cells).flatMap { columns.isOwn ? $0.separatedItems : $0.listItems }
      .uniqued()
    mesh = columns.values(of: .mesh, in: cells).flatMap(\.separatedItems)
    urls = columns.values(of: .urls, in: cells).flatMap(\.separatedItems).flatMap(\.words).uniqued()
    complete(embaseSource: first(.embaseSource))
    complete(citation: first(.citation))
    complete(extra: first(.extra))
    identify(accession: first(.accession), id: first(.id), isOwn: columns.isOwn)
    source = zip(cells.indices, cells).compactMap { place, cell in
      cell.trimmed.isEmpty ? nil : SourceField(tag: columns.name(at: place), value: cell)
    }
  }

  /// Sets the names by which the record is known.
  ///
  /// A foreign `id` is often a number of the row, which another file has too; it names the record only when it has the
  /// shape of an address or of a name with its database.
  private mutating func identify(accession: String, id: String, isOwn: Bool) {
    self.accession = accession
    if isOwn {
      self.id = id
    } else if accession.isEmpty, id.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) {
      self.accession = id
    }
  }

  private static func authors(in text: String, isOwn: Bool) -> [Author] {
    guard isOwn else { return Author.list(in: text.withoutNumbersInParentheses) }
    return text.separatedItems.compactMap { name in
      let isPerson = name.utf8.contains(UInt8(ascii: ",")) || !name.utf8.contains(0x20)
      return isPerson ? Author(person: name) : Author(organisation: name)
    }
  }

  private static func pages(_ pages: String, _ first: String, _ last: String, _ article: String) -> String {
    if !pages.isEmpty { return pages }
    let range = Pages.range(first, last)
    return range.isEmpty ? article : range
  }
}

// MARK: - Cells that hold several fields

extension Record {
  /// Fills in what Embase prints as `Cancer (2004) 102:4 (253-258). Date of Publication: …`.
  private mutating func complete(embaseSource text: String) {
    let parts = text.split(separator: " (", maxSplits: 1)
    guard journal.isEmpty, parts.count == 2, let close = parts[1].firstIndex(of: ")"),
      let year = Int(parts[1][..<close]), (1000...2999).contains(year)
    else { return }
    journal = String(parts[0]).tidied
    if self.year == nil { self.year = year }
    complete(numbering: parts[1][close...].dropFirst())
  }

  /// Fills in ` 102:4 (253-258). …`, or ` 7 Article Number: …`.
  private mutating func complete(numbering text: Substring) {
    let sentence = text.split(separator: ". ", maxSplits: 1).first ?? ""
    let numbers = sentence.prefix { $0 != "(" }.split(separator: " ").first?.split(separator: ":") ?? []
    if volume.isEmpty, let first = numbers.first { volume = String(first) }
    if issue.isEmpty, numbers.count > 1 { issue = String(numbers[1]) }
    let range = sentence.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    if pages.isEmpty { pages = String(range) }
  }

  /// Fills in what PubMed prints as `Lancet. 2020 Jan 4;395(10217):49-61. doi: …`.
  private mutating func complete(citation text: String) {
    let halves = text.split(separator: ";", maxSplits: 1)
    guard halves.count == 2, volume.isEmpty else { return }
    let numbering = halves[1].prefix { $0 != "." }.split(separator: ":", maxSplits: 1)
    guard let number = numbering.first else { return }
    volume = String(number.prefix { $0 != "(" }).trimmed
    if issue.isEmpty { issue = String(number.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }) }
    if pages.isEmpty, numbering.count == 2 { pages = String(numbering[1]).trimmed }
  }

  /// Fills in what Zotero keeps as `PMID: 35319117` and `PMCID: PMC9151451` among other notes.
  mutating func complete(extra text: String) {
    guard text.contains(UInt8(ascii: ":")) else { return }
    let words = text.utf8.split(whereSeparator: \.isBlank)
    for (label, value) in zip(words, words.dropFirst()) where label.last == UInt8(ascii: ":") {
      if label.elementsEqual("PMID:".utf8), pmid.isEmpty { pmid = PMID.normalized(String(Substring(value))) }
      if label.elementsEqual("PMCID:".utf8), pmcid.isEmpty { pmcid = String(Substring(value)) }
    }
  }
}

extension String {
  /// The text without what Scopus adds to names: `Liu, Fei (60410297700)`.
  fileprivate var withoutNumbersInParentheses: String {
    guard contains(UInt8(ascii: "(")) else { return self }
    return split(separator: ";").map { name in
      let number = name.drop { $0 != "(" }
      let isNumber = number.utf8.dropFirst().dropLast().allSatisfy(\.isDigit) && number.hasSuffix(")")
      return String(isNumber ? name.prefix { $0 != "(" } : name)
    }.joined(separator: ";")
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
