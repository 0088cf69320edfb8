// Terms in ascending order of their bytes, front-coded in blocks of 32 under an index of the blocks' first bytes.
//
//     section terms, a block:
//       varint        bytes of the first term, the heads and the tails
//       string        the first term: varint count, bytes
//       2 bytes each  a head for each other term: (15 - s) · 4096 + b · 16 + t; the term is the first s bytes of the term
//                     before, the byte b and a tail of t bytes; where s or t is 15, it stands for 15 and more
//       the tails, each: varint s - 15 where s is 15 or more; varint t - 15 where t is 15 or more; its bytes
//       varint        offset of the first term's postings
//       varint        offset of the first term's positions
//       2 bytes each  a code for each term of document frequency d (at least 1), p bytes of postings and q of positions:
//                     (d - 1) · 2048 + p · 64 + q where d - 1 is below 16, p below 32 and q below 64
//                     32768 + d - 1 otherwise; where d - 1 is 32767 it stands for 32767 and more
//       for each code of the second kind: varint d - 32768 where d is 32768 or more; varint p; varint q
//
//     section termBlocks:
//       8 bytes        number of terms
//       16 bytes each  offset of a block in the section terms (8); the first 8 bytes of its first term, zeros behind a shorter
//       8 bytes        size of the section terms
//
// Example: the terms “car” and “cart”, each of one document with 2 bytes of postings and 1 of positions, are
// 06 | 03 c a r | 40 C7 | 00 00 | 81 00 81 00, and their index 2 | 0 | c a r 00 00 00 00 00 | 13.
//
// Numbers of 2 and 8 bytes have their least significant byte first. Heads are in such an order that a look-up compares
// them as numbers: while it has matched m bytes and looks for the byte b next, a smaller head than that of s = m, t = 0
// is a smaller term. The lists of consecutive terms lie end to end, so that their sizes tell where they are.

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

  /// Checks that a segment of `documents` documents can hold the term in as many as it says.
  func checkFrequency(documents: Int) throws(FormatError) {
    guard 1...max(documents, 1) ~= documentFrequency else {
      throw FormatError(expected: "a term of at most \(documents) documents", found: "\(documentFrequency)")
    }
  }
}

/// Reads the terms of a segment.
///
/// Nothing is decoded before it is asked for: terms are compared where they lie.
package struct TermDictionary: ~Escapable {
  /// Where the blocks are.
  let index: TermIndex
  private let terms: Span<UInt8>

  /// The dictionary in the sections `terms` and `termBlocks` of `file`.
  ///
  /// - Throws: ``FormatError`` when the size of the index doesn't fit the number of terms.
  /// - Complexity: O(1).
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    terms = file.bytes(.terms)
    index = try TermIndex(file.bytes(.termBlocks))
  }

  /// The number of terms.
  package var count: Int { index.count }

  /// The number of blocks.
  var blockCount: Int { index.blockCount }

  /// A walk over the terms of a block, from its first.
  ///
  /// - Throws: ``FormatError`` when the block's place or size is damaged.
  @_lifetime(copy self)
  func block(_ number: Int) throws(FormatError) -> TermBlock {
    let range = try index.range(of: number, limit: terms.count)
    return try TermBlock(terms.extracting(range), count: index.terms(in: number))
  }

  /// Where a term's lists are, or `nil` when no document holds it.
  ///
  /// - Throws: ``FormatError`` when the bytes on the way are damaged.
  /// - Complexity: O(log n) comparisons of 8 bytes and one block; no allocation.
  package func entry(of term: Span<UInt8>) throws(FormatError) -> TermEntry? {
    guard let number = try blockNumber(of: term) else { return nil }
    let block = try block(number)
    guard let place = try block.find(term) else { return nil }
    var lists = block.lists
    return try lists.entry(at: place)
  }

  /// Where a term's lists are, or `nil` when no document holds it.
  package func entry(of term: [UInt8]) throws(FormatError) -> TermEntry? { try entry(of: term.span) }

  /// Where a term's lists are, or `nil` when no document holds it.
  package func entry(of term: ArraySlice<UInt8>) throws(FormatError) -> TermEntry? { try entry(of: term.span) }

  /// The one block that may hold `term`: the last that doesn't begin behind it.
  private func blockNumber(of term: Span<UInt8>) throws(FormatError) -> Int? {
    let key = TermIndex.key(of: term)
    let end = index.firstBlock(above: key)
    guard end > 0, index.key(of: end - 1) == key else { return end == 0 ? nil : end - 1 }
    // These blocks begin with the same 8 bytes: whole terms decide.
    var low = key == 0 ? 0 : index.firstBlock(above: key - 1)
    var high = end
    while low < high {
      let middle = low + (high - low) / 2
      if try block(middle).begins(behind: term) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  /// Calls `body` with the terms from `start` on, in order, until it returns `false`.
  ///
  /// - Throws: ``FormatError`` when the bytes on the way are damaged.
  /// - Complexity: O(log n) comparisons of 8 bytes, and the terms of the blocks on the way.
  package func visit(from start: [UInt8], _ body: (_ term: [UInt8]) -> Bool) throws(FormatError) {
    var text = TermText()
    for number in (try blockNumber(of: start.span) ?? 0)..<blockCount {
      var block = try block(number)
      text.begin(block.first)
      repeat {
        if block.place > 0 { text.follow(block) }
        var matched = 0
        if TermBlock.compare(text.term, start.span, &matched) == true { continue }
        guard unsafe body(text.term.withUnsafeBufferPointer { unsafe Array($0) }) else { return }
      } while try block.next()
    }
  }

  /// Calls `body` with every term in order.
  ///
  /// - Throws: ``FormatError`` at the first block that is damaged, and what `body` throws.
  package func visit(
    _ body: (_ term: [UInt8], _ entry: TermEntry) throws(FormatError) -> Void
  ) throws(FormatError) {
    for number in 0..<blockCount { try visit(block: number, body) }
  }

  /// Checks that a term comes behind the one before.
  static func checkOrder(of term: [UInt8], after last: [UInt8]?) throws(FormatError) {
    if let last, !last.lexicographicallyPrecedes(term) {
      throw FormatError(expected: "ascending terms", found: "“\(String(decoding: term, as: UTF8.self))”")
    }
  }

  /// Calls `body` with every term of a block in order.
  func visit(
    block number: Int, _ body: (_ term: [UInt8], _ entry: TermEntry) throws(FormatError) -> Void
  ) throws(FormatError) {
    var block = try block(number)
    var lists = block.lists
    var term = unsafe block.first.withUnsafeBufferPointer { unsafe Array($0) }
    try body(term, lists.entry(at: 0))
    while try block.next() {
      term.replaceSubrange(block.shared..., with: CollectionOfOne(block.byte))
      for place in block.tail.indices { term.append(block.tail[place]) }
      try body(term, lists.entry(at: block.place))
    }
    try block.checkEnd(lists)
  }
}
