/// Makes one segment of several, without their deleted documents and without analysing anything again.
///
/// The dictionaries are walked together, and each term's lists are read, renumbered and written before the next ones; held in
/// memory are 20 bytes a document, the postings of the new segment, and for bisection its documents' lists of terms.
struct SegmentMerge {
  private let segments: [Segment]
  private let plan: MemoryPlan
  /// By new number, the segment that a document comes from, and its number there.
  private let sources: [(segment: UInt32, document: UInt32)]
  private let numbers: DocumentNumbers

  /// A merge of segments into one whose documents follow each other as the segments do, or in an order of their own where `plan`
  /// has it.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged: all their checksums are compared first.
  init(_ segments: [Segment], _ plan: MemoryPlan) throws(IndexError) {
    for segment in segments {
      try segment.reading { () throws(FormatError) in try segment.file.check() }
    }
    self.segments = segments
    self.plan = plan
    var sources: [(segment: UInt32, document: UInt32)] = []
    for (index, segment) in segments.enumerated() {
      for document in 0..<segment.documents where !segment.deletions.contains(document) {
        sources.append((UInt32(index), UInt32(document)))
      }
    }
    if plan.ordersMerged(sources.count, tokens: segments.reduce(0) { $0 + $1.liveTokens }) {
      let (forward, terms) = try ForwardIndex.merging(segments, DocumentNumbers(sources, segments))
      let order = DocumentOrder.bisected(forward, termCount: terms, threads: plan.threads)
      sources = order.map { sources[Int($0)] }
    }
    self.sources = sources
    numbers = DocumentNumbers(sources, segments)
  }

  /// The number of documents of the new segment.
  var documents: Int { sources.count }

  /// Writes the new segment's file and makes it durable.
  ///
  /// - Throws: ``IndexError`` when it can't be written, or a segment is damaged.
  /// - Complexity: O(size of the segments); O(occurrences · log(occurrences)) for terms whose documents change their order.
  func write(to file: any OutputFile) throws(IndexError) {
    var writer = try SegmentFileWriter(file, documents: documents)
    let lengths = sources.map { segments[Int($0.segment)].lengths[Int($0.document)] }
    try writeTerms(to: &writer, lengths)
    try writer.append(.lengths, LengthsWriter.bytes(lengths))
    try writeIdentifiers(to: &writer)
    try writeStored(to: &writer)
    try writeColumns(to: &writer)
    try writer.finish()
  }

  private func writeIdentifiers(to file: inout SegmentFileWriter) throws(IndexError) {
    var identifiers = IdentifiersWriter()
    for document in sources.indices {
      identifiers.append(
        try read(document) { (file, place) throws(FormatError) in try Identifiers(file).identifier(of: place) })
    }
    try identifiers.write(to: &file)
    try identifiers.writeRanks(to: &file)
  }

  private func writeColumns(to file: inout SegmentFileWriter) throws(IndexError) {
    var columns = ColumnsWriter()
    for document in sources.indices {
      columns.append(try read(document) { (file, place) throws(FormatError) in try Columns(file).values(of: place) })
    }
    try columns.write(to: &file)
  }

  private func writeStored(to file: inout SegmentFileWriter) throws(IndexError) {
    try StoredDocuments.write(to: &file, count: documents) { (document) throws(IndexError) in
      try read(document) { (file, place) throws(FormatError) in try StoredDocuments(file).bytes(of: place) }
    }
  }

  /// What `body` reads of a document, by its new number, from the file that it comes from and its number there.
  private func read<T>(
    _ document: Int, _ body: (SegmentFile, Int) throws(FormatError) -> T
  ) throws(IndexError) -> T {
    let segment = segments[Int(sources[document].segment)]
    return try segment.reading { () throws(FormatError) in
      try body(segment.file, Int(sources[document].document))
    }
  }

  private func writeTerms(to file: inout SegmentFileWriter, _ lengths: [UInt32]) throws(IndexError) {
    let tokens = lengths.reduce(0) { $0 + Int($1) }
    var sections = TermSections(averageLength: Double(tokens) / Double(max(lengths.count, 1)))
    let writer = PostingsWriter(lengths: lengths, averageLength: sections.averageLength)
    var terms = try MergedTerms(segments)
    try file.append(.positions) { (stream) throws(IndexError) in
      while case let parts = try nextParts(&terms), !parts.isEmpty {
        for result in Parallel.map(parts.count, threads: plan.threads, { encode(parts[$0], writer) }) {
          let (names, lists) = try result.get()
          try sections.append(lists, positionsTo: &stream) { names[$0][...] }
        }
      }
    }
    try sections.write(to: &file)
  }

  /// The next terms, in as many parts as there are threads, each of about as many postings as may be held at a time.
  private func nextParts(_ terms: inout MergedTerms) throws(IndexError) -> [[MergedTerms.Term]] {
    var parts: [[MergedTerms.Term]] = []
    while parts.count < plan.threads {
      var part: [MergedTerms.Term] = []
      var postings = 0
      while postings < plan.sortedOccurrences / 8, let term = try terms.next() {
        part.append(term)
        postings += term.documentFrequency + 8
      }
      if part.isEmpty { break }
      parts.append(part)
    }
    return parts
  }

  /// The lists of terms, and the names of those that a document holds which is not deleted.
  private func encode(
    _ terms: [MergedTerms.Term], _ prototype: PostingsWriter
  ) -> Result<([[UInt8]], EncodedTerms), IndexError> {
    var writer = prototype
    var names: [[UInt8]] = []
    do throws(IndexError) {
      for term in terms {
        let occurrences = try numbers.occurrences(of: term, in: segments)
        guard !occurrences.documents.isEmpty else { continue }
        writer.append(occurrences)
        names.append(term.bytes)
      }
    } catch {
      return .failure(error)
    }
    return .success((names, writer.encoded))
  }
}
