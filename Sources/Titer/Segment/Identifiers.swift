internal import CLanes

// The documents' identifiers, by document and in order.
//
//     section identifiers:      8 bytes each, offset of an identifier behind this table, and one more for the end; the identifiers' bytes
//     section identifierOrder:  4 bytes each, the documents in ascending order of their identifiers' bytes,
//                               of several with one identifier the last first: the others are deleted
//     section identifierRanks:  4 bytes each, by document its place in that order

/// Collects the identifiers of a segment.
package struct IdentifiersWriter {
  /// Where each identifier begins in `text`, and behind the last its end.
  private var starts: [UInt32] = [0]
  private var text: [UInt8] = []
  private var ranks: [UInt32] = []

  /// A writer of no identifiers yet.
  package init() {}

  /// A writer of identifiers that were gathered, those of `order` in that order.
  init(_ table: IdentifierTable, order: [UInt32]) {
    starts.reserveCapacity(order.count + 1)
    for document in order {
      text += table.bytes[Int(table.starts[Int(document)])..<Int(table.starts[Int(document) + 1])]
      starts.append(UInt32(text.count))
    }
  }

  /// Appends the next document's identifier.
  package mutating func append(_ id: [UInt8]) {
    text += id
    starts.append(UInt32(text.count))
  }

  /// Writes both sections.
  package mutating func write(to file: inout SegmentFileWriter) throws(IndexError) {
    try file.append(.identifiers) { (stream) throws(IndexError) in
      try stream.write(Array(fixed64: starts.lazy.map { Int($0) }))
      try stream.write(text)
    }
    let order = ByteOrder.sorted(0..<UInt32(starts.count - 1), bytes: text, starts: starts)
    try file.append(.identifierOrder, Array(fixed32: order))
    ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, document) in order.enumerated() { ranks[Int(document)] = UInt32(rank) }
  }

  /// Writes the section `identifierRanks`, after the others.
  package func writeRanks(to file: inout SegmentFileWriter) throws(IndexError) {
    try file.append(.identifierRanks, Array(fixed32: ranks))
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
    unsafe try bytes(of: document).withUnsafeBufferPointer { unsafe Array($0) }
  }

  @_lifetime(copy self)
  private func bytes(of document: Int) throws(FormatError) -> Span<UInt8> {
    text.extracting(try offsets.offsetPair(at: document, limit: text.count))
  }

  /// The document of an identifier, the last where it was replaced, or `nil`.
  ///
  /// - Complexity: O(log n) comparisons.
  package func document(of id: [UInt8]) throws(FormatError) -> Int? { try document(of: id.span) }

  /// The document of an identifier, the last where it was replaced, or `nil`.
  ///
  /// - Complexity: O(log n) comparisons, no allocation.
  func document(of id: Span<UInt8>) throws(FormatError) -> Int? {
    var low = 0
    var high = documents
    while low < high {
      let middle = (low + high) / 2
      if try bytes(of: document(atRank: middle)).precedes(id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < documents, try bytes(of: document(atRank: low)).equals(id) else { return nil }
    return try document(atRank: low)
  }

  /// Begins to fetch the document of a rank, which will be asked for soon.
  func prefetch(rank: Int) {
    unsafe order.withUnsafeBytes { unsafe lanes_prefetch($0.baseAddress.map { unsafe $0 + 4 * rank }) }
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

extension Span<UInt8> {
  fileprivate func precedes(_ other: Span<UInt8>) -> Bool {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }

  fileprivate func equals(_ other: Span<UInt8>) -> Bool {
    count == other.count && indices.allSatisfy { self[$0] == other[$0] }
  }
}
