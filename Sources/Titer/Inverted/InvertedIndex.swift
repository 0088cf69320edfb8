/// An index read as a collection of documents and of terms with their postings: what other engines take to rank as this one does.
///
/// Documents are numbered from 0 without the deleted ones, in the order of the segments. Terms are all that occur in texts, those
/// forms included that a chain makes of names; whole values (headings, authors, journals, identifiers) are left out.
///
///     let inverted = InvertedIndex(try Index(path: "car.idx"))
///     try inverted.forEachTerm { print($0.documents.count, String(decoding: $0.bytes, as: UTF8.self)) }
public struct InvertedIndex: Sendable {
  private let index: Index
  /// By number, the segment that a document lies in, and its number there.
  private let sources: [(segment: UInt32, document: UInt32)]
  private let numbers: DocumentNumbers

  /// The documents and terms of an index.
  ///
  /// - Complexity: O(documents), 12 bytes each.
  public init(_ index: Index) {
    self.index = index
    sources = index.segments.enumerated().flatMap { number, segment in
      (0..<segment.documents).lazy.filter { !segment.deletions.contains($0) }.map { (UInt32(number), UInt32($0)) }
    }
    numbers = DocumentNumbers(sources, index.segments)
  }

  /// How many documents there are.
  public var documents: Int { sources.count }

  /// The sum of their lengths.
  public var tokens: Int { index.statistics.tokens }

  /// The chain that made the terms.
  public var chain: AnalysisChain { index.chain }

  /// How many terms there are.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(terms); O(occurrences) where documents are deleted.
  public func countTerms() throws(IndexError) -> Int {
    var count = 0
    var terms = try MergedTerms(index.segments)
    let hasDeletions = index.segments.contains { $0.deletions.count > 0 }
    while let term = try terms.next() {
      guard !TermForm.isValue(term.bytes) else { continue }
      if hasDeletions, try numbers.occurrences(of: term, in: index.segments).documents.isEmpty { continue }
      count += 1
    }
    return count
  }

  /// Calls `body` with each term, in ascending order of their bytes.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged, and what `body` throws.
  /// - Complexity: O(occurrences), of which one term's are in memory at a time.
  public func forEachTerm(_ body: (InvertedTerm) throws -> Void) throws {
    var terms = try MergedTerms(index.segments)
    while let term = try terms.next() {
      guard !TermForm.isValue(term.bytes) else { continue }
      let occurrences = try numbers.occurrences(of: term, in: index.segments)
      guard !occurrences.documents.isEmpty else { continue }
      try body(
        InvertedTerm(
          bytes: term.bytes, documents: occurrences.documents, frequencies: occurrences.counts.map(\.total)))
    }
  }

  /// Calls `body` with each document, in the order of their numbers.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged, and what `body` throws.
  /// - Complexity: O(documents).
  public func forEachDocument(_ body: (InvertedDocument) throws -> Void) throws {
    for source in sources {
      let segment = index.segments[Int(source.segment)]
      let id = try segment.reading { () throws(FormatError) in
        try Identifiers(segment.file).identifier(of: Int(source.document))
      }
      try body(
        InvertedDocument(id: String(decoding: id, as: UTF8.self), length: segment.lengths[Int(source.document)]))
    }
  }
}
