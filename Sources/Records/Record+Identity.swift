extension Record {
  /// Brings the identifiers into their one form and sets `id`; every reader calls it last.
  ///
  /// The id is the PMID, else the accession number of the database, else a fingerprint of the content. It is
  /// never the DOI alone, since the abstracts of a conference share one, nor a reference manager's number or a key of
  /// BibTeX, since those collide between files. A reader whose source names its records for good sets `id`
  /// before and keeps it.
  package mutating func finish() {
    doi = DOI.normalized(doi)
    pmid = Self.pmid(in: pmid)
    if id.isEmpty { id = pmid.isEmpty ? accessionID ?? fingerprint : pmid }
  }

  /// Whether there is anything to find the record by.
  package var isWorthReading: Bool {
    !(title.isEmpty && abstract.isEmpty && authors.isEmpty)
  }

  /// The PMID with which `text` begins, as in `"23690738[pmid]"`; `""` if it begins with none.
  static func pmid(in text: String) -> String {
    let digits = text.utf8.drop { $0 == 0x20 || $0 == 0x30 }.prefix { 0x30...0x39 ~= $0 }
    return digits.count <= 10 ? String(Substring(digits)) : ""
  }

  /// A bare number could be any database's, or a PMID, and so is not enough.
  private var accessionID: String? {
    let bytes = accession.utf8
    let hasLetter = bytes.contains { 0x41...0x5A ~= $0 & 0xDF }
    return hasLetter && bytes.count <= 256 ? accession : nil
  }

  /// The content in sixteen hexadecimal digits.
  ///
  /// It covers all that the source says, with case, punctuation and spacing left out, so that only a second import of the
  /// very same record replaces the first. Less would lose records: versions of one work, and one database's copy with
  /// an abstract to another's without. The hash is FNV-1a of 64 bits (Fowler, Noll and Vo): with a million records
  /// the chance of any collision is 3 in 100 million. It is part of stored indexes and must not change.
  package var fingerprint: String {
    var hash = FNV1a()
    for text in everything { hash.add(lettersOf: text) }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private var everything: [String] {
    let printed = [title, year.map(String.init) ?? "", journal, volume, issue, pages, doi, pmcid, accession, language]
    let texts = abstract.flatMap { [$0.label, $0.text] } + authors.map(\.invertedName) + keywords + mesh + types + urls
    return printed + texts + source.flatMap { [$0.tag, $0.value] }
  }
}

/// The hash FNV-1a over texts.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds the letters, digits and non-ASCII bytes of `text`, and then a separator.
  mutating func add(lettersOf text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...: add(byte)
      case 0x41...0x5A: add(byte | 0x20)
      default: break
      }
    }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
