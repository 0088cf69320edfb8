internal import CLanes

/// Walks over the blocks of a superblock that hold one term.
@safe final class PairWalk {
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let counts: UnsafeMutablePointer<UInt32>
  private let codes: UnsafeMutablePointer<UInt8>

  /// A walk, which keeps its memory for the next.
  init() {
    unsafe pairs = .allocate(capacity: PostingsFormat.blocks)
    unsafe counts = .allocate(capacity: PostingsFormat.blocks)
    unsafe codes = .allocate(capacity: PostingsFormat.lanes)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe counts.deallocate()
    unsafe codes.deallocate()
  }

  /// Calls `body` with each of some blocks that holds the term of `cursor`, with the lanes that do, and with a code of counts for each
  /// of these.
  func visit(
    _ blocks: BlockSet, _ cursor: UnsafePointer<lanes_cursor>,
    _ body: (_ block: Int, _ lanes: UInt64, _ codes: UnsafePointer<UInt8>) throws(FormatError) -> Void
  ) throws(FormatError) {
    try unsafe visitPairs(blocks, cursor) { (block, pair) throws(FormatError) in
      let lanes = unsafe lanes_masks(pair, 1)
      _ = unsafe lanes_codes(pair, codes)
      try unsafe body(block, lanes, codes)
    }
  }

  /// Calls `body` with each of some blocks that holds the term of `cursor`, and with the pair of both, whose mask isn't set.
  func visitPairs(
    _ blocks: BlockSet, _ cursor: UnsafePointer<lanes_cursor>,
    _ body: (_ block: Int, _ pair: UnsafeMutablePointer<lanes_pair>) throws(FormatError) -> Void
  ) throws(FormatError) {
    guard unsafe cursor.pointee.pairs > 0 else { return }
    let blocks = unsafe blocks.intersection(BlockSet(cursor.pointee))
    guard !blocks.isEmpty else { return }
    unsafe blocks.withWords { unsafe lanes_gather(cursor, 1, $0, pairs, counts) }
    for word in 0..<4 {
      for bit in LaneSequence(blocks.words[word]) where unsafe counts[64 * word + bit] > 0 {
        try unsafe body(64 * word + bit, pairs + (64 * word + bit))
      }
    }
  }
}
