/// What the tags of a RIS entry mean.
struct RISFields {
  private let values: TaggedValues
  private let type: String

  init(_ values: TaggedValues) {
    self.values = values
    type = values.first("TY")
  }

  func fill(_ record: inout Record) {
    let titles = RISTitles(values, isPartOfBook: isPartOfBook)
    (record.title, record.journal) = (titles.title, titles.journal)
    record.abstract = abstract
    record.authors = values.items("AU", "A1").uniqued().compactMap { Author(printed: $0) }
    record.year = values.all("PY", "Y1", "YR", "DA").lazy.compactMap { Year.first(in: $0) }.first
    record.volume = values.first("VL", "VO")
    record.issue = values.first("IS", "IP")
    record.pages = pages
    record.language = values.first("LA")
    record.keywords = values.items("KW", "K1").uniqued()
    record.urls = values.lines("UR", "L1", "L2", "L3", "L4", "LK").uniqued()
    record.types = types
    fillIdentifiers(&record)
  }

  private var isPartOfBook: Bool {
    switch type {
    case "CHAP", "CONF", "CPAPER", "ECHAP", "BOOK", "EBOOK": true
    default: false
    }
  }

  /// `AB` and `N2` are the abstract; many exports write it under both.
  private var abstract: [AbstractSection] {
    let texts = values.all("AB", "N2").map(\.unescapingEntities)
    return texts.uniqued().map { AbstractSection(text: $0) }
  }

  /// Ovid writes `SP  - No` and `EP  - Specified`; Scopus has article numbers in `C7`.
  private var pages: String {
    let range = Pages.range(values.first("SP"), values.first("EP"))
    return range.isEmpty || range == "No-Specified" ? values.first("C7") : range
  }

  private var types: [String] {
    let names = values.all("M3").filter { DOI.normalized($0).isEmpty }
    return names.isEmpty ? values.all("TY") : names
  }

  private func fillIdentifiers(_ record: inout Record) {
    let printed = values.all("DO", "M3") + record.urls
    record.doi = printed.lazy.map(DOI.normalized).first { !$0.isEmpty } ?? ""
    record.accession = accession
    record.pmid = pmid
    record.pmcid =
      values.all("AN", "U2", "C2").first { $0.hasPrefix("PMC") }.map { String($0.prefix { $0 != "[" }) } ?? ""
  }

  /// Embase numbers its records in `U2`.
  private var accession: String {
    let number = values.first("AN")
    let embase = values.first("U2")
    let isEmbase = number.isEmpty && values.first("DB") == "Embase" && embase.hasPrefix("L")
    return isEmbase ? embase : number
  }

  /// EndNote's PubMed filter has the PMID in `AN`, PubMed Central's export in `U1` as `23690738[pmid]`.
  private var pmid: String {
    if let marked = values.all("U1", "U2", "U3", "U4", "C1", "C2").first(where: { $0.hasSuffix("[pmid]") }) {
      return marked
    }
    let number = values.first("AN")
    guard number.utf8.allSatisfy(\.isDigit) else { return "" }
    return Self.isPubMed(values.first("DP")) || Self.isPubMed(values.first("DB")) ? number : ""
  }

  private static func isPubMed(_ database: String) -> Bool {
    switch database {
    case "NLM", "PubMed", "MEDLINE", "Medline": true
    default: false
    }
  }
}
