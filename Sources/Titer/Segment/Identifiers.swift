// The documents' identifiers, by document and in order.
//
//     section identifiers:      8 bytes each, offset of an identifier behind this table, and one more for the end; the identifiers' bytes
//     section identifierOrder:  4 bytes each, the documents in ascending order of their identifiers' bytes,
//                               of several with one identifier the last first: the others are deleted
//     section identifierRanks:  4 bytes each, by document its place in that order

/// Collects the identifiers of a segment.
package struct IdentifiersWriter {
  private var identifiers: [[UInt8]] = []
  private var ranks: [UInt32] = []

  /// A writer of no identifiers yet.
  package init() {}

  /// Appends the next document's identifier.
  package mutating func append(_ id: [UInt8]) { identifiers.append(id) }

  /// Writes both sections.
  package mutating func write(to file: inout SegmentFileWriter) throws(IndexError) {
    var offsets = [0]
    var text = ByteWriter()
    for id in identifiers {
      text.append(id)
      offsets.append(text.count)
    }
    try file.append(.identifiers, Array(fixed64: offsets) + text.bytes)
    let order = order
    try file.append(.identifierOrder, Array(fixed32: order))
    ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, document) in order.enumerated() { ranks[Int(document)] = UInt32(rank) }
  }

  /// Writes the section `identifierRanks`, after the others.
  package func writeRanks(to file: inout SegmentFileWriter) throws(IndexError) {
    try file.append(.identifierRanks, Array(fixed32: ranks))
  }

  private var order: [UInt32] {
    let ids = identifiers
    let documents = ids.indices.sorted {
      ids[$0] == ids[$1] ? $0 > $1 : ids[$0].lexicographicallyPrecedes(ids[$1])
    }
    return documents.map { UInt32($0) }
  }
}

/// Finds identifiers by document, and documents by identifier.
package struct Identifiers: ~Escapable {
  private let offsets: Span<UInt8>
  private let text: Span<UInt8>
  private let order: Span<UInt8>
  private let documents: Int

  /// The identifiers of `file`.
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    let bytes = file.bytes(.identifiers)
    documents = file.documents
    guard bytes.count >= 8 * (documents + 1) else {
      throw FormatError(expected: "\(documents) identifiers", found: "\(bytes.count) bytes")
    }
    offsets = bytes.extracting(..<(8 * (documents + 1)))
    text = bytes.extracting((8 * (documents + 1))...)
    order = file.bytes(.identifierOrder)
    try expect(order.count, toBe: 4 * documents, "bytes of the order of identifiers")
  }

  /// The identifier of a document.
  package func identifier(of document: Int) throws(FormatError) -> [UInt8] {
    let range = try offsets.offsetPair(at: document, limit: text.count)
    return unsafe text.extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// The document of an identifier, the last where it was replaced, or `nil`.
  ///
  /// - Complexity: O(log n) comparisons.
  package func document(of id: [UInt8]) throws(FormatError) -> Int? {
    var low = 0
    var high = documents
    while low < high {
      let middle = (low + high) / 2
      if try identifier(of: document(atRank: middle)).lexicographicallyPrecedes(id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < documents, try identifier(of: document(atRank: low)) == id else { return nil }
    return try document(atRank: low)
  }

  /// The document whose identifier is the `rank`-th in order.
  package func document(atRank rank: Int) throws(FormatError) -> Int {
    guard 0..<documents ~= rank else {
      throw FormatError(expected: "a rank below \(documents)", found: "\(rank)")
    }
    let document = Int(order.fixed32(at: 4 * rank))
    guard document < documents else {
      throw FormatError(expected: "a document below \(documents)", found: "\(document)")
    }
    return document
  }
}
