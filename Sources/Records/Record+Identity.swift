extension Record {
  /// Brings the identifiers into their one form and sets `id`; every reader calls it last.
  ///
  /// The id is the PMID, else the accession number of the database, else a fingerprint of the content. It is
  /// never the DOI alone, since the abstracts of a conference share one, nor a reference manager's number or a key of
  /// BibTeX, since those collide between files. A reader whose source names its records for good sets `id`
  /// before and keeps it.
  package mutating func finish() {
    doi = DOI.normalized(doi)
    pmid = PMID.normalized(pmid)
    if id.isEmpty { id = pmid.isEmpty ? accessionID ?? fingerprint : pmid }
  }

  /// Whether there is anything to find the record by: what `necessities` says.
  var isWorthReading: Bool {
    !(title.isEmpty && abstract.isEmpty && authors.isEmpty)
  }

  /// What an entry must have one of to be worth reading, for reports.
  static let necessities = "a title, an abstract or authors"

  /// A bare number could be any database's, or a PMID, and so is not enough.
  private var accessionID: String? {
    accession.utf8.contains(where: \.isLetter) && accession.utf8.count <= 256 ? accession : nil
  }

  /// The content in sixteen hexadecimal digits.
  ///
  /// It covers all that the source says, with case, punctuation and spacing left out, so that only a second import of the
  /// very same record replaces the first. Less would lose records: versions of one work, and one database's copy with
  /// an abstract to another's without. With a hash of 64 bits and a million records the chance of any collision is 3 in
  /// 100 million. It is part of stored indexes and must not change.
  package var fingerprint: String {
    let digits = String(XXH64.hash(letters.span), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The letters and digits of every text, each text ended by a zero.
  private var letters: [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(4096)
    for text in printed { letters.append(lettersOf: text) }
    for section in abstract {
      letters.append(lettersOf: section.label)
      letters.append(lettersOf: section.text)
    }
    for author in authors {
      letters.append(lettersOf: author.family)
      letters.append(lettersOf: author.given)
    }
    for list in [keywords, mesh, types, urls] {
      for text in list { letters.append(lettersOf: text) }
    }
    for field in source {
      letters.append(lettersOf: field.tag)
      letters.append(lettersOf: field.value)
    }
    return letters
  }

  private var printed: [String] {
    [title, year.map(String.init) ?? "", journal, volume, issue, pages, doi, pmcid, accession, language]
  }
}

extension [UInt8] {
  /// Appends the letters, small, the digits and the non-ASCII bytes of `text`, and then a zero.
  ///
  /// Each byte is written and only those to keep are counted: a branch for each would cost several times as much, since
  /// nothing foretells the ends of words. There is room for all bytes of `text` and the zero, and a letter for each byte.
  fileprivate mutating func append(lettersOf text: String) {
    let text = text.utf8Span.span
    let letters = Self.letters.span
    append(addingCapacity: text.count + 1) { output in
      unsafe output.withUnsafeMutableBufferPointer { output, count in
        for index in text.indices {
          let letter = unsafe letters[unchecked: Int(text[unchecked: index])]
          unsafe output[count] = letter
          count += letter == 0 ? 0 : 1
        }
        unsafe output[count] = 0
        count += 1
      }
    }
  }

  /// What each byte counts as; 0 for those that are left out.
  private static let letters: [UInt8] = (0...UInt8.max).map { byte in
    byte.isLetter || byte.isDigit || byte >= 0x80 ? byte.lowered : 0
  }
}
