extension Record {
  /// The record in one entry of BibTeX.
  init(bibTeX entry: BibTeXFields, type: String) {
    self.init(format: .bibTeX)
    source = [SourceField(tag: "@type", value: type), SourceField(tag: "@key", value: entry.key)] + entry.fields
    let values = entry.fields.filter { !$0.value.isEmpty }.map { (name: $0.tag.lowercased(), value: $0.value) }
    func raw(_ name: String) -> String { values.first { $0.name == name }?.value ?? "" }
    func text(_ names: String...) -> String {
      names.lazy.map { LaTeXText.plain(raw($0)) }.first { !$0.isEmpty } ?? ""
    }
    title = Title.joined(text("title"), text("subtitle"))
    abstract = [text("abstract")].filter { !$0.isEmpty }.map { AbstractSection(text: $0) }
    authors = BibTeXNames.authors(in: raw("author"))
    year = [text("year"), text("date")].lazy.compactMap { Year.first(in: $0) }.first
    journal = text("journal", "journaltitle", "booktitle")
    (volume, language, types) = (text("volume"), text("language", "langid"), [type])
    issue = text("number", "issue")
    pages = text("pages").split(separator: "–").joined(separator: "-")
    doi = Self.address(raw("doi"))
    pmid = PMID.normalized(text("pmid"))
    pmcid = text("pmcid", "pmc")
    keywords = ["keywords", "keyword", "keywords-plus"].flatMap { Self.keywords(raw($0)) }.uniqued()
    urls = [Self.address(raw("url"))].filter { !$0.isEmpty }
    accession = text("unique-id", "accession", "accession-number")
    complete(eprint: text("eprint"), type: text("eprinttype", "archiveprefix").lowercased())
    for name in ["note", "annote"] { complete(extra: text(name)) }
  }

  /// An eprint is a PMID or an arXiv number when its type says so.
  private mutating func complete(eprint: String, type: String) {
    if eprint.isEmpty { return }
    if type == "pubmed", pmid.isEmpty { pmid = PMID.normalized(eprint) }
    if type == "arxiv", accession.isEmpty {
      accession = eprint.lowercased().hasPrefix("arxiv:") ? eprint : "arXiv:\(eprint)"
    }
  }

  /// An address or DOI: braces and backslashes go, and nothing else has a meaning.
  private static func address(_ value: String) -> String {
    let kept = value.utf8.filter {
      $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && !$0.isBlank
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Keywords parted by semicolons, else by commas, outside of braces.
  private static func keywords(_ value: String) -> [String] {
    if value.isEmpty { return [] }
    var bytes = Array(value.utf8)[...].trimmed
    while BibTeXNames.isEnclosed(bytes) { bytes = bytes.dropFirst().dropLast().trimmed }
    let items = BibTeXNames.split(bytes) { $0 == UInt8(ascii: ";") }
    let parts = items.count > 1 ? items : BibTeXNames.split(bytes) { $0 == UInt8(ascii: ",") }
    return parts.map { LaTeXText.plain($0) }.filter { !$0.isEmpty }
  }
}
