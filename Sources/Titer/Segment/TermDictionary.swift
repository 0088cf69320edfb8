// Terms in ascending order of their bytes, front-coded in blocks of 32.
//
//     section terms, a block:
//       varint       offset of the first term's postings
//       varint       offset of the first term's positions
//       per term:
//         varint     bytes that it shares with the term before (0 for the first of a block)
//         string     the rest of it: varint count, bytes
//         varint     document frequency, at least 1
//         varint     bytes of its postings
//         varint     bytes of its positions
//
//     section termBlocks:
//       8 bytes      number of terms
//       8 bytes each offset of a block in the section terms, and one more for the end
//
// Example: the terms “car” and “cart”, of one document and 2 bytes each, are 00 00 | 00 03 c a r 01 02 02 | 03 01 t 01 02 02.

/// Where a term's lists are.
package struct TermEntry: Sendable, Equatable {
  /// Documents of the segment that hold the term, deleted ones included.
  package var documentFrequency: Int
  /// Its bytes in the section `postings`.
  package var postings: Range<Int>
  /// Its bytes in the section `positions`.
  package var positions: Range<Int>

  /// The place of lists.
  package init(documentFrequency: Int, postings: Range<Int>, positions: Range<Int>) {
    self.documentFrequency = documentFrequency
    self.postings = postings
    self.positions = positions
  }
}

/// Writes the terms of a segment in ascending order.
package struct TermDictionaryWriter {
  fileprivate static let blockSize = 32
  private var terms = ByteWriter()
  private var blocks: [Int] = []
  private var count = 0
  private var last: [UInt8] = []

  /// A writer of no terms yet.
  package init() {}

  /// Appends a term, which must lie after the one before.
  package mutating func append(_ term: some Collection<UInt8>, _ entry: TermEntry) {
    if count % Self.blockSize == 0 { beginBlock(entry) }
    let shared = count % Self.blockSize == 0 ? 0 : zip(last, term).prefix { $0 == $1 }.count
    terms.varint(shared)
    terms.string(term.dropFirst(shared))
    terms.varint(entry.documentFrequency)
    terms.varint(entry.postings.count)
    terms.varint(entry.positions.count)
    last = Array(term)
    count += 1
  }

  private mutating func beginBlock(_ entry: TermEntry) {
    blocks.append(terms.count)
    terms.varint(entry.postings.lowerBound)
    terms.varint(entry.positions.lowerBound)
  }

  /// Writes both sections.
  package func write(to file: inout SegmentFileWriter) throws(IndexError) {
    try file.append(.terms, terms.bytes)
    try file.append(.termBlocks, Array(fixed64: [count] + blocks + [terms.count]))
  }
}

/// Reads the terms of a segment.
package struct TermDictionary: ~Escapable {
  private let terms: Span<UInt8>
  private let blocks: Span<UInt8>

  /// The dictionary in the sections `terms` and `termBlocks` of `file`.
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    terms = file.bytes(.terms)
    blocks = file.bytes(.termBlocks)
    guard blocks.count >= 16, blocks.count % 8 == 0 else {
      throw FormatError(expected: "a table of term blocks", found: "\(blocks.count) bytes")
    }
    let most = TermDictionaryWriter.blockSize * (blocks.count / 8 - 2)
    guard blocks.fixed64(at: 0) <= UInt64(most) else {
      throw FormatError(expected: "at most \(most) terms", found: "\(blocks.fixed64(at: 0))")
    }
  }

  /// The number of terms.
  package var count: Int { Int(blocks.fixed64(at: 0)) }

  /// The number of blocks.
  var blockCount: Int { blocks.count / 8 - 2 }

  /// Where a term's lists are, or `nil` when no document holds it.
  ///
  /// - Complexity: O(log n) comparisons and one block.
  package func entry(of term: [UInt8]) throws(FormatError) -> TermEntry? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      var block = try TermBlock(terms, range(of: middle))
      guard try block.next(), block.term.lexicographicallyPrecedes(term) || block.term == term else {
        high = middle
        continue
      }
      low = middle + 1
    }
    return low == 0 ? nil : try entry(of: term, inBlock: low - 1)
  }

  private func entry(of term: [UInt8], inBlock index: Int) throws(FormatError) -> TermEntry? {
    var block = try TermBlock(terms, range(of: index))
    while try block.next() {
      if block.term == term { return block.entry }
    }
    return nil
  }

  /// Calls `body` with every term in order.
  package func visit(
    _ body: (_ term: [UInt8], _ entry: TermEntry) throws(FormatError) -> Void
  ) throws(FormatError) {
    for index in 0..<blockCount { try visit(block: index, body) }
  }

  /// Calls `body` with every term of a block in order.
  func visit(
    block index: Int, _ body: (_ term: [UInt8], _ entry: TermEntry) throws(FormatError) -> Void
  ) throws(FormatError) {
    var block = try TermBlock(terms, range(of: index))
    while try block.next() { try body(block.term, block.entry) }
  }

  private func range(of block: Int) throws(FormatError) -> Range<Int> {
    try blocks.offsetPair(at: block + 1, limit: terms.count)
  }
}

/// Walks the terms of one block.
private struct TermBlock: ~Escapable {
  private var reader: ByteReader
  private(set) var term: [UInt8] = []
  private(set) var entry: TermEntry

  @_lifetime(copy terms)
  init(_ terms: Span<UInt8>, _ range: Range<Int>) throws(FormatError) {
    reader = ByteReader(terms.extracting(range))
    let postings = try reader.varint()
    let positions = try reader.varint()
    entry = TermEntry(
      documentFrequency: 0, postings: postings..<postings, positions: positions..<positions)
  }

  @_lifetime(self: copy self)
  mutating func next() throws(FormatError) -> Bool {
    if reader.isAtEnd { return false }
    let shared = try reader.varint()
    guard shared <= term.count else {
      throw FormatError(expected: "at most \(term.count) shared bytes of a term", found: "\(shared)")
    }
    term.removeSubrange(shared...)
    term.append(contentsOf: try reader.string())
    entry.documentFrequency = try reader.varint()
    entry.postings = try Self.following(entry.postings, count: reader.varint())
    entry.positions = try Self.following(entry.positions, count: reader.varint())
    return true
  }

  private static func following(_ range: Range<Int>, count: Int) throws(FormatError) -> Range<Int> {
    let (end, overflow) = range.upperBound.addingReportingOverflow(count)
    if overflow { throw FormatError(expected: "a list within the file", found: "\(count) bytes") }
    return range.upperBound..<end
  }
}
