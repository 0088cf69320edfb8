extension SegmentBuffer {
  /// Writes the buffer as a segment's file and makes that durable.
  ///
  /// - Complexity: O(occurrences + terms · log(terms)).
  mutating func flush(to file: any OutputFile) throws(IndexError) {
    var writer = try SegmentFileWriter(file, documents: documents)
    try writer.append(.lengths, Array(fixed32: lengths))
    try identifiers.write(to: &writer)
    try writeTerms(to: &writer)
    try stored.write(to: &writer)
    try columns.write(to: &writer)
    try writer.finish()
  }

  private func writeTerms(to file: inout SegmentFileWriter) throws(IndexError) {
    let occurrences = OccurrencesByTerm(self)
    var lists = PostingsWriter()
    var dictionary = TermDictionaryWriter()
    for term in termsInOrder() {
      let range = occurrences.range(of: term)
      let entry = lists.append(
        documents: occurrences.documents[range], positions: occurrences.positions[range])
      dictionary.append(terms[term], entry)
    }
    try dictionary.write(to: &file)
    try file.append(.postings, lists.postings.bytes)
    try file.append(.positions, lists.positions.bytes)
  }

  private func termsInOrder() -> [Int] {
    (0..<terms.count).sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
  }
}

/// The occurrences of a buffer sorted by term, and by document and position within a term: a stable counting sort.
private struct OccurrencesByTerm {
  private var starts: [Int]
  var documents: [UInt32]
  var positions: [UInt32]

  init(_ buffer: borrowing SegmentBuffer) {
    starts = Self.starts(buffer)
    documents = Array(repeating: 0, count: buffer.occurrenceTerms.count)
    positions = documents
    scatter(buffer)
  }

  func range(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  private static func starts(_ buffer: borrowing SegmentBuffer) -> [Int] {
    var starts = [Int](repeating: 0, count: buffer.terms.count + 1)
    for term in buffer.occurrenceTerms { starts[Int(term) + 1] += 1 }
    for term in 0..<buffer.terms.count { starts[term + 1] += starts[term] }
    return starts
  }

  private mutating func scatter(_ buffer: borrowing SegmentBuffer) {
    var next = starts
    var occurrence = 0
    for (document, length) in buffer.lengths.enumerated() {
      for _ in 0..<length {
        let term = Int(buffer.occurrenceTerms[occurrence])
        documents[next[term]] = UInt32(document)
        positions[next[term]] = buffer.occurrencePositions[occurrence]
        next[term] += 1
        occurrence += 1
      }
    }
  }
}
