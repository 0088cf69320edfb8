/// Writes the terms of a segment in ascending order.
///
/// The bytes are drawn in `TermDictionary.swift`.
package struct TermDictionaryWriter {
  private var terms = ByteWriter()
  private var keys: [UInt64] = []
  private var offsets: [Int] = []
  private var count = 0
  private var inBlock = 0
  // The parts of the block that is being written.
  private var first = ByteWriter()
  private var heads = ByteWriter()
  private var tails = ByteWriter()
  private var listStarts = ByteWriter()
  private var codes = ByteWriter()
  private var longLists = ByteWriter()
  // The term before.
  private var last: [UInt8] = []
  private var lastEntry = TermEntry(documentFrequency: 0, postings: 0..<0, positions: 0..<0)

  /// A writer of no terms yet.
  package init() {}

  /// Appends a term, which must lie after the one before, as its lists must lie at the ends of that one's.
  package mutating func append(_ term: some Collection<UInt8>, _ entry: TermEntry) {
    let term = Array(term)
    let shared = count == 0 ? 0 : Self.sharedPrefix(last, term)
    checkOrder(term, shared, entry)
    if inBlock == TermIndex.blockSize { endBlock() }
    if inBlock == 0 { beginBlock(term, entry) } else { appendText(term, shared: shared) }
    appendLists(entry)
    last = term
    lastEntry = entry
    count += 1
    inBlock += 1
  }

  /// Writes both sections; no term may follow.
  package mutating func write(to file: inout SegmentFileWriter) throws(IndexError) {
    endBlock()
    var index = ByteWriter()
    index.fixed64(UInt64(count))
    for (offset, key) in zip(offsets, keys) {
      index.fixed64(UInt64(offset))
      index.fixed64(key.byteSwapped)
    }
    index.fixed64(UInt64(terms.count))
    try file.append(.terms, terms.bytes)
    try file.append(.termBlocks, index.bytes)
  }

  private static func sharedPrefix(_ last: [UInt8], _ term: [UInt8]) -> Int {
    var shared = 0
    while shared < last.count, shared < term.count, last[shared] == term[shared] { shared += 1 }
    return shared
  }

  private func checkOrder(_ term: [UInt8], _ shared: Int, _ entry: TermEntry) {
    precondition(entry.documentFrequency > 0, "a term is in a document")
    guard count > 0 else { return }
    precondition(
      shared < term.count && (shared == last.count || last[shared] < term[shared]), "terms are appended in order")
    precondition(
      entry.postings.lowerBound == lastEntry.postings.upperBound
        && entry.positions.lowerBound == lastEntry.positions.upperBound, "lists lie end to end")
  }

  private mutating func beginBlock(_ term: [UInt8], _ entry: TermEntry) {
    keys.append(TermIndex.key(of: term.span))
    first.string(term)
    listStarts.varint(entry.postings.lowerBound)
    listStarts.varint(entry.positions.lowerBound)
  }

  private mutating func endBlock() {
    guard inBlock > 0 else { return }
    offsets.append(terms.count)
    terms.varint(first.count + heads.count + tails.count)
    for part in [first, heads, tails, listStarts, codes, longLists] { terms.append(part.bytes) }
    first.removeAll()
    heads.removeAll()
    tails.removeAll()
    listStarts.removeAll()
    codes.removeAll()
    longLists.removeAll()
    inBlock = 0
  }

  private mutating func appendText(_ term: [UInt8], shared: Int) {
    let tail = term[(shared + 1)...]
    heads.fixed16((15 - min(shared, 15)) << 12 | Int(term[shared]) << 4 | min(tail.count, 15))
    if shared >= 15 { tails.varint(shared - 15) }
    if tail.count >= 15 { tails.varint(tail.count - 15) }
    tails.append(tail)
  }

  private mutating func appendLists(_ entry: TermEntry) {
    let (more, postings, positions) = (entry.documentFrequency - 1, entry.postings.count, entry.positions.count)
    if more < 16, postings < 32, positions < 64 {
      codes.fixed16(more << 11 | postings << 6 | positions)
      return
    }
    codes.fixed16(0x8000 | min(more, 0x7FFF))
    if more >= 0x7FFF { longLists.varint(more - 0x7FFF) }
    longLists.varint(postings)
    longLists.varint(positions)
  }
}

extension ByteWriter {
  /// Appends a number of 16 bits, least significant byte first.
  fileprivate mutating func fixed16(_ value: Int) {
    append([UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)])
  }
}
