/// Writes the segment of a collection that was analysed already: it has no positions, and all occurrences are in the abstract.
struct InvertedSegment {
  // Lists are handed over when they take this many bytes.
  private static let piece = 1 << 20

  private let documents: [InvertedDocument]
  private let averageLength: Double
  private var lastTerm: [UInt8] = []

  /// The segment of documents, whose numbers are their places here.
  ///
  /// - Throws: ``IndexError/invalidDocument(id:reason:)`` for a name that is no identifier, or that two have.
  init(_ documents: [InvertedDocument]) throws(IndexError) {
    // By bytes: strings are equal that are written otherwise.
    var ids: Set<[UInt8]> = []
    for document in documents {
      try IndexWriter.check(id: document.id)
      guard ids.insert(Array(document.id.utf8)).inserted else {
        let reason = "expected an identifier of its own, found another document of it"
        throw .invalidDocument(id: document.id, reason: reason)
      }
    }
    let tokens = documents.reduce(0) { $0 + Int($1.length) }
    self.documents = documents
    averageLength = Double(tokens) / Double(max(documents.count, 1))
  }

  /// Writes the segment's file and makes it durable.
  ///
  /// - Parameters:
  ///   - file: the new file.
  ///   - next: gives the terms in ascending order of their bytes, and `nil` behind the last.
  /// - Throws: ``IndexError`` when the file can't be written or a term isn't as it must be, and what `next` throws.
  /// - Complexity: O(occurrences); the postings of all terms are in memory.
  mutating func write(to file: any OutputFile, _ next: () throws -> InvertedTerm?) throws {
    var writer = try SegmentFileWriter(file, documents: documents.count)
    try writeTerms(to: &writer, next)
    try writer.append(.lengths, LengthsWriter.bytes(documents.map(\.length)))
    var identifiers = IdentifiersWriter()
    var columns = ColumnsWriter()
    for document in documents {
      identifiers.append(Array(document.id.utf8))
      columns.append(ColumnValues(Document(id: document.id)))
    }
    try identifiers.write(to: &writer)
    try identifiers.writeRanks(to: &writer)
    try StoredDocuments.write(to: &writer, count: documents.count) { documents[$0].stored }
    try columns.write(to: &writer)
    try writer.finish()
  }

  private mutating func writeTerms(to file: inout SegmentFileWriter, _ next: () throws -> InvertedTerm?) throws {
    var sections = TermSections(averageLength: averageLength)
    var lists = PostingsWriter(lengths: documents.map(\.length), averageLength: averageLength)
    var names: [[UInt8]] = []
    // A section's own errors are the index's: what the terms' giver throws waits till the section has ended.
    var failure: (any Error)?
    try file.append(.positions) { (stream) throws(IndexError) in
      while let term = Result(catching: next).value(orSet: &failure) {
        lists.append(try occurrences(of: term))
        names.append(term.bytes)
        guard lists.count >= Self.piece else { continue }
        try sections.append(lists.encoded, positionsTo: &stream) { names[$0][...] }
        lists.removeAll()
        names.removeAll()
      }
      try sections.append(lists.encoded, positionsTo: &stream) { names[$0][...] }
    }
    if let failure { throw failure }
    try sections.write(to: &file)
  }

  /// The occurrences of the next term.
  private mutating func occurrences(of term: InvertedTerm) throws(IndexError) -> TermOccurrences {
    guard !term.bytes.isEmpty, lastTerm.isEmpty || lastTerm.lexicographicallyPrecedes(term.bytes) else {
      throw Self.invalid(term, "expected one behind “\(String(decoding: lastTerm, as: UTF8.self))”, found it here")
    }
    lastTerm = term.bytes
    guard !term.documents.isEmpty, term.documents.count == term.frequencies.count else {
      throw Self.invalid(
        term, "expected documents and as many frequencies, found \(term.documents.count) and \(term.frequencies.count)")
    }
    var occurrences = TermOccurrences()
    var last = -1
    for (document, frequency) in zip(term.documents, term.frequencies) {
      guard last + 1..<max(documents.count, last + 1) ~= Int(document) else {
        throw Self.invalid(term, "expected a document from \(last + 1) below \(documents.count), found \(document)")
      }
      guard 1..<1 << 31 ~= frequency else {
        throw Self.invalid(term, "expected a frequency of 1 to 2³¹ − 1 in document \(document), found \(frequency)")
      }
      occurrences.append(document, FieldCounts(abstract: frequency))
      last = Int(document)
    }
    return occurrences
  }

  private static func invalid(_ term: InvertedTerm, _ reason: String) -> IndexError {
    .invalidTerm(term: String(decoding: term.bytes, as: UTF8.self), reason: reason)
  }
}

extension Result where Failure == any Error {
  /// What was successful; `nil` after a failure, which `failure` then is.
  fileprivate func value<Wrapped>(orSet failure: inout (any Error)?) -> Wrapped? where Success == Wrapped? {
    switch self {
    case .success(let value): return value
    case .failure(let error):
      failure = error
      return nil
    }
  }
}
