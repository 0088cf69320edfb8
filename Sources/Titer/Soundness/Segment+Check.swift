extension Segment {
  /// Reads a whole structure and checks what its readers rely on.
  ///
  /// - Parameters:
  ///   - structure: which.
  ///   - hasPositions: whether the segment knows where words stand; the lengths of an inverted collection are what it says.
  /// - Throws: ``FormatError`` at the first fault.
  func check(_ structure: Structure, hasPositions: Bool) throws(FormatError) {
    switch structure {
    case .identifiers: try checkIdentifiers()
    case .stored: try checkStored()
    case .columns: try Columns(file).checkInvariants()
    case .lists: try checkTerms(hasPositions)
    }
  }

  /// Checks what the manifest says of the documents that are not deleted.
  func checkLiveDocuments() throws(FormatError) {
    try expect(deletions.count, toBe: documents - entry.liveDocuments, "number of deleted documents")
    try expect(liveTokens, toBe: entry.liveTokens, "sum of lengths")
  }

  private func checkIdentifiers() throws(FormatError) {
    let identifiers = try Identifiers(file)
    let ranks = try Ranks(file)
    var last: (id: [UInt8], document: Int)?
    for rank in 0..<documents {
      let document = try identifiers.document(atRank: rank)
      try expect(Int(ranks[document]), toBe: rank, "rank of document \(document)")
      let id = try identifiers.identifier(of: document)
      if let last, !(last.id == id ? last.document > document : last.id.lexicographicallyPrecedes(id)) {
        throw FormatError(expected: "ascending identifiers", found: "“\(String(decoding: id, as: UTF8.self))”")
      }
      last = (id, document)
    }
  }

  private func checkStored() throws(FormatError) {
    var count = 0
    let stored = try StoredDocuments(file)
    try stored.checkCopy(of: file.bytes(.storedDictionary))
    try stored.visit { _ in count += 1 }
    try expect(count, toBe: documents, "stored documents")
  }

  private func checkTerms(_ hasPositions: Bool) throws(FormatError) {
    var lengths = [Int](repeating: 0, count: documents)
    var last: [UInt8]?
    var count = 0
    let dictionary = try TermDictionary(file)
    try dictionary.visit { (term, entry) throws(FormatError) in
      try TermDictionary.checkOrder(of: term, after: last)
      last = term
      count += 1
      try checkLists(entry, isWord: TermForm.isWord(term), &lengths)
    }
    try expect(count, toBe: dictionary.count, "number of terms")
    // A word that doesn't rank adds nothing to a document's length.
    for document in 0..<documents where hasPositions && lengths[document] < Int(self.lengths[document]) {
      try expect(lengths[document], toBe: Int(self.lengths[document]), "length of document \(document)")
    }
  }

  /// Walks the lists of one term and adds a word's frequencies to the documents' lengths.
  private func checkLists(_ entry: TermEntry, isWord: Bool, _ lengths: inout [Int]) throws(FormatError) {
    let occurrences = try TermReader(file).occurrences(entry)
    guard isWord else { return }
    for (document, counts) in zip(occurrences.documents, occurrences.counts) {
      lengths[Int(document)] += Int(counts.total)
    }
  }
}
