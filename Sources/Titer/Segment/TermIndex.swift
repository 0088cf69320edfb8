/// The index over the blocks of a term dictionary: the section `termBlocks`, searched where it lies.
struct TermIndex: ~Escapable {
  /// Terms in every block but the last.
  static let blockSize = 32

  /// The number of terms.
  let count: Int
  /// The number of blocks.
  let blockCount: Int
  private let bytes: Span<UInt8>

  /// The index in the bytes of the section.
  ///
  /// - Throws: ``FormatError`` unless the size is that of an index for the number of terms that it begins with.
  /// - Complexity: O(1).
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) throws(FormatError) {
    guard bytes.count >= 16, bytes.count % 16 == 0 else {
      throw FormatError(expected: "a table of term blocks", found: "\(bytes.count) bytes")
    }
    self.bytes = bytes
    blockCount = bytes.count / 16 - 1
    let most = Self.blockSize * blockCount
    let terms = bytes.fixed64(at: 0)
    guard terms <= UInt64(most), terms > UInt64(max(0, most - Self.blockSize)) || most == 0 else {
      throw FormatError(expected: "at most \(most) terms in \(blockCount) blocks", found: "\(terms)")
    }
    count = Int(terms)
  }

  /// The first 8 bytes of a term as a number, the first the highest; zeros behind a shorter term.
  ///
  /// Terms in order have keys in order; terms that differ may have one key.
  static func key(of term: Span<UInt8>) -> UInt64 {
    if term.count >= 8 { return term.fixed64(at: 0).byteSwapped }
    var key: UInt64 = 0
    for place in term.indices { key |= UInt64(term[place]) << UInt64(56 - 8 * place) }
    return key
  }

  /// The key of a block's first term.
  func key(of block: Int) -> UInt64 {
    precondition(block >= 0 && block < blockCount, "a block that is there")
    return unsafe uncheckedKey(of: block)
  }

  // The size of the section was checked against the number of blocks once and for all.
  @unsafe private func uncheckedKey(of block: Int) -> UInt64 {
    let place = 16 &* block &+ 16
    return UInt64(bigEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }

  /// The first bytes of a block's first term, at most ``sharedPrefix(of:)``.
  @_lifetime(copy self)
  func prefix(of block: Int, length: Int) -> Span<UInt8> {
    bytes.extracting(16 * block + 16..<16 * block + 16 + length)
  }

  /// The number of terms in a block.
  func terms(in block: Int) -> Int { min(Self.blockSize, count - block * Self.blockSize) }

  /// Where a block lies in the section `terms`, of `limit` bytes.
  func range(of block: Int, limit: Int) throws(FormatError) -> Range<Int> {
    let (start, end) = (bytes.fixed64(at: 16 * block + 8), bytes.fixed64(at: 16 * block + 24))
    guard start <= end, end <= UInt64(limit) else {
      throw FormatError(expected: "ascending offsets of at most \(limit)", found: "\(start) and \(end)")
    }
    return Int(start)..<Int(end)
  }

  /// The first block whose first term has a key above `key`; the number of blocks if there is none.
  ///
  /// - Complexity: O(log n)
  func firstBlock(above key: UInt64) -> Int {
    var first = 0
    var rest = blockCount
    while rest > 0 {
      let half = (rest &+ 1) >> 1
      if unsafe uncheckedKey(of: first &+ half &- 1) <= key { first &+= half }
      rest &-= half
    }
    return first
  }

  /// The blocks that may hold terms that begin with some bytes.
  ///
  /// - Complexity: O(log n)
  func blocks(withPrefix prefix: [UInt8]) -> Range<Int> {
    let bytes = prefix.prefix(8)
    guard !bytes.isEmpty else { return 0..<blockCount }
    let first = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count))
    let last = first | (bytes.count == 8 ? 0 : .max >> UInt64(8 * bytes.count))
    // The block before may end with some.
    let start = first == 0 ? 0 : max(firstBlock(above: first - 1) - 1, 0)
    return start..<max(start, firstBlock(above: last))
  }

  /// The length of a prefix that all terms of a block share: what its first term and that of the next block begin with.
  ///
  /// At most 8, and 0 for the last block, which nothing ends. A zero byte ends it: it may stand for the end of a term.
  func sharedPrefix(of block: Int) -> Int {
    guard block + 1 < blockCount else { return 0 }
    let key = key(of: block)
    let shared = (key ^ self.key(of: block + 1)).leadingZeroBitCount / 8
    for place in 0..<shared where UInt8(truncatingIfNeeded: key >> UInt64(56 - 8 * place)) == 0 { return place }
    return shared
  }

  /// The next block after `block` that may hold a term without the first `length` bytes of `block`'s first term.
  ///
  /// `length` is from 1 to ``sharedPrefix(of:)``.
  ///
  /// - Complexity: O(log n)
  func block(after block: Int, passingPrefixOf length: Int) -> Int {
    let last = key(of: block) | (length == 8 ? 0 : .max >> UInt64(8 * length))
    return max(block + 1, firstBlock(above: last) - 1)
  }
}
