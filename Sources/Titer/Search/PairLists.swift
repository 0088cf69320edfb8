internal import CLanes

/// The pairs of some terms in a superblock, block by block.
@safe struct PairLists: ~Copyable {
  private let walk: PairWalk
  // As they were found, term after term; and block after block.
  private var found: [(block: Int, pair: lanes_pair)] = unsafe []
  private var ordered: [lanes_pair] = unsafe []
  /// By block, where its pairs begin among the ordered ones; and behind the last their end.
  private var starts = [Int](repeating: 0, count: PostingsFormat.blocks + 1)

  /// Lists that are found by `walk`.
  init(_ walk: PairWalk) {
    self.walk = walk
  }

  /// Finds the pairs that `terms`, by their places in a segment, have in some blocks of a superblock; sets their masks.
  ///
  /// - Complexity: O(terms + pairs).
  mutating func find(
    _ places: some Sequence<Int>, _ terms: SegmentTerms, _ superblock: Int, in blocks: BlockSet
  ) throws(FormatError) {
    unsafe found.removeAll(keepingCapacity: true)
    for index in starts.indices { starts[index] = 0 }
    for place in places {
      try unsafe walk.visitPairs(blocks, terms.cursor(place, superblock: superblock)) { block, pair in
        unsafe pair.pointee.term = UInt32(place)
        unsafe found.append((block, pair.pointee))
        starts[block + 1] += 1
      }
    }
    for block in 0..<PostingsFormat.blocks { starts[block + 1] += starts[block] }
    order()
  }

  private mutating func order() {
    unsafe ordered.removeAll(keepingCapacity: true)
    unsafe ordered.append(contentsOf: repeatElement(lanes_pair(), count: found.count))
    var next = starts
    for index in unsafe found.indices {
      let (block, pair) = unsafe found[index]
      unsafe ordered[next[block]] = unsafe pair
      next[block] += 1
    }
    unsafe ordered.withUnsafeMutableBufferPointer { pairs in
      if let start = pairs.baseAddress { _ = unsafe lanes_masks(start, UInt32(pairs.count)) }
    }
  }

  /// Calls `body` with the pairs of a block.
  func withPairs<T>(
    ofBlock block: Int, _ body: (UnsafeBufferPointer<lanes_pair>) throws(FormatError) -> T
  ) throws(FormatError) -> T {
    try unsafe ordered.withUnsafeBufferPointer { (pairs) throws(FormatError) in
      try unsafe body(UnsafeBufferPointer(rebasing: pairs[starts[block]..<starts[block + 1]]))
    }
  }
}
