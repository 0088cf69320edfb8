extension Record {
  /// Completes a record that a reader has filled in: the DOI in its bare form, and the identifier unless one is set.
  package mutating func finish() {
    doi = Record.bareDOI(doi)
    guard id.isEmpty else { return }
    id = pmid.isEmpty ? (accession.isEmpty ? fingerprint : accession) : pmid
  }

  private static func bareDOI(_ text: String) -> String {
    let lowered = text.trimmed.lowercased()
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
    where lowered.hasPrefix(prefix) {
      return String(lowered.dropFirst(prefix.count)).trimmed
    }
    return lowered
  }

  /// FNV-1a (64 bits) of all that tells the record from others.
  private var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let texts =
      [title, doi, year.map(String.init) ?? ""] + abstract.map(\.text) + authors.map(\.invertedName)
      + source.flatMap { [$0.tag, $0.value] }
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    return "x" + String(hash, radix: 16)
  }
}
