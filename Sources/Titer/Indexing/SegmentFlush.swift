extension SegmentBuffer {
  /// Writes the documents that are not deleted as a segment's file and makes that durable.
  ///
  /// - Returns: the number of documents.
  /// - Throws: ``IndexError`` when the file can't be written; the buffer stays as it is.
  /// - Complexity: O(occurrences + terms · log(terms) + documents · log(documents)), and one look at all occurrences for
  ///   each part of them that fits the memory for sorting.
  mutating func flush(to file: any OutputFile) throws(IndexError) -> Int {
    let (batches, terms) = (finish(), terms.terms)
    let order = order(batches, terms)
    let occurrences = OrderedOccurrences(batches, order: order)
    var writer = try SegmentFileWriter(file, documents: order.count)
    try SortedTerms(terms, occurrences, plan).write(to: &writer)
    try writer.append(.lengths, LengthsWriter.bytes(occurrences.lengths))
    var ids = IdentifiersWriter(identifiers, order: order)
    try ids.write(to: &writer)
    try ids.writeRanks(to: &writer)
    try stored.write(to: &writer, order: order)
    try columns.write(to: &writer, order: order)
    try writer.finish()
    return order.count
  }

  /// Whether any document is not deleted.
  var hasLiveDocuments: Bool { isDeleted.contains(false) }

  /// The documents that are not deleted, in the order that they are to have.
  private func order(_ batches: [AnalysedBatch], _ terms: TermTable) -> [UInt32] {
    let live = (0..<UInt32(documents)).filter { !isDeleted[Int($0)] }
    guard plan.orders(live.count) else { return live }
    let occurrences = OrderedOccurrences(batches, order: live)
    let forward = ForwardIndex(occurrences, terms, threads: plan.threads)
    return DocumentOrder.bisected(forward, termCount: terms.count, threads: plan.threads).map { live[Int($0)] }
  }
}

extension ForwardIndex {
  /// The terms of documents that are frequent enough to count for their order.
  init(_ occurrences: OrderedOccurrences, _ terms: TermTable, threads: Int) {
    self.init()
    var frequencies = occurrences.frequencies(terms: terms.count, threads: threads)
    for term in 0..<terms.count where !TermForm.isWord(terms[term]) { frequencies[term] = 0 }
    let least = DocumentOrder.Settings().minimumFrequency
    var lastDocument = [UInt32](repeating: .max, count: terms.count)
    for document in 0..<occurrences.documents {
      occurrences.forEachOccurrence(of: document) { term in
        guard frequencies[Int(term)] >= least, lastDocument[Int(term)] != UInt32(document) else { return }
        lastDocument[Int(term)] = UInt32(document)
        self.terms.append(term)
      }
      starts.append(self.terms.count)
    }
  }
}
