import Titer

extension Record {
  /// The whole values that the record can be found by: headings, authors, journal names, identifiers.
  var values: [Document.Value] {
    headings.map { Document.Value(.heading, $0) } + authors.map { Document.Value(.author, $0.nameWithInitials) }
      + journalNames.map { Document.Value(.journal, $0) } + identifiers.map { Document.Value(.identifier, $0) }
  }

  /// MeSH headings; the keywords of formats that have no place of their own for headings.
  private var headings: [String] {
    switch format {
    case .pubmedXML, .medline, .jats, .webOfScience: mesh
    case .ris, .endNoteXML, .bibTeX, .csv, .tsv, .jsonLines, .trec: mesh + keywords
    }
  }

  /// The journal's name, its abbreviations and ISSNs.
  private var journalNames: [String] {
    (journal.isEmpty ? [] : [journal]) + source.filter { Self.journalTags.contains($0.tag) }.map(\.value)
      + source.filter { Self.numberTags.contains($0.tag) }.flatMap { Self.serialNumbers(in: $0.value) }
  }

  /// What RIS, MEDLINE, Web of Science, PubMed XML, BibTeX and tables call a journal's names.
  private static let journalTags: Set<String> = [
    "JF", "JO", "JA", "J1", "J2", "JT", "TA", "JI", "J9", "MedlineTA", "ISOAbbreviation", "shortjournal",
    "Abbreviated Source Title",
  ]

  private static let numberTags: Set<String> = ["SN", "IS", "EI", "ISSN", "ISSNLinking", "issn"]

  /// The ISSNs of a text, such as `0140-6736` in `0140-6736 (Print)`.
  private static func serialNumbers(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init).filter { word in
      let bytes = Array(word.utf8)
      guard bytes.count == 9, bytes[4] == UInt8(ascii: "-") else { return false }
      return (bytes[..<4] + bytes[5..<8]).allSatisfy(\.isDigit)
        && (bytes[8].isDigit || bytes[8] | 0x20 == UInt8(ascii: "x"))
    }
  }

  private var identifiers: [String] { [id, pmid, doi, pmcid, accession].filter { !$0.isEmpty }.uniqued() }
}

extension Author {
  /// The name as databases list it: `Smith JA`; an organisation's in full.
  var nameWithInitials: String {
    let initials = given.split { !$0.isLetter }.flatMap { part in
      part.allSatisfy(\.isUppercase) && part.count <= 4 ? Array(part) : Array(part.prefix(1))
    }
    return initials.isEmpty ? family : "\(family) \(String(initials).uppercased())"
  }
}
