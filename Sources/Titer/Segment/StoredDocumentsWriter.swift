/// Keeps what documents are stored with till their segment is written, in any order.
///
/// The first MiB is kept as it comes, and a dictionary is trained on it; from then on each document is compressed when
/// it is appended, and its frame is only copied when it is written.
package struct StoredDocumentsWriter {
  /// The first documents, till the dictionary is trained.
  private var sample = StoredSample()
  private var dictionary: [UInt8] = []
  /// Made with the dictionary; till then there is none.
  private var compressor: ZstdCompressor?
  /// The frames end to end.
  private var frames: [UInt8] = []
  /// Where each frame ends.
  private var ends: [Int] = []

  /// A writer of no documents yet.
  package init() {}

  /// About the bytes that it holds.
  var memory: Int { sample.memory + frames.count + 8 * ends.count }

  /// Appends the next document's bytes.
  package mutating func append(_ bytes: [UInt8]) {
    if let compressor {
      append(bytes, compressor)
    } else {
      sample.append(bytes)
      if sample.isComplete { compressSample() }
    }
  }

  /// Writes the sections.
  ///
  /// What is appended later has the same dictionary.
  ///
  /// - Parameters:
  ///   - file: where to append them.
  ///   - order: the documents to write by their number here, in their new order; all as they came when it is `nil`.
  /// - Throws: ``IndexError`` when the file can't be written.
  package mutating func write(to file: inout SegmentFileWriter, order: [UInt32]? = nil) throws(IndexError) {
    if compressor == nil { compressSample() }
    let (frames, ends) = (frames, ends)
    try StoredDocuments.write(to: &file, count: order?.count ?? ends.count, dictionary: dictionary) { document in
      let number = order.map { Int($0[document]) } ?? document
      return frames[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
  }

  /// Trains the dictionary and compresses what was kept for that.
  private mutating func compressSample() {
    dictionary = sample.dictionary()
    let compressor = ZstdCompressor(level: StoredDocuments.level, dictionary: dictionary)
    for document in sample.documents { append(document, compressor) }
    self.compressor = compressor
    sample = StoredSample()
  }

  private mutating func append(_ bytes: [UInt8], _ compressor: ZstdCompressor) {
    frames += compressor.compress(bytes)
    ends.append(frames.count)
  }
}
