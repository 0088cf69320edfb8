extension Record {
  /// Brings the DOI to its plain form and names the record: its PMID, else its accession number, else a fingerprint.
  package mutating func finish() {
    doi = Self.plainDOI(doi)
    id = pmid.isEmpty ? accession : pmid
    if id.isEmpty { id = fingerprint }
  }

  private static func plainDOI(_ text: String) -> String {
    let lower = text.lowercased()
    guard let start = lower.firstRange(of: "10.")?.lowerBound else { return "" }
    return String(lower[start...])
  }

  /// Sixteen hexadecimal digits (FNV-1a) of the DOI, or else of title, year, first author and abstract.
  private var fingerprint: String {
    let author = authors.first?.family ?? ""
    let content =
      doi.isEmpty ? [title, "\(year ?? 0)", author, abstract.first?.text ?? ""].joined(separator: "\n") : doi
    let hash = content.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
