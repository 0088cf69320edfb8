internal import CLanes

/// Reads the pairs of a term in one superblock, in order.
@safe struct SuperblockReader {
  private let cursor: lanes_cursor
  /// The blocks that hold the term, ascending.
  private let blocks: [Int]

  /// The pairs at `cursor`.
  init(_ cursor: lanes_cursor) {
    unsafe self.cursor = unsafe cursor
    var words: [UInt64] = [0, 0, 0, 0]
    unsafe lanes_presence(&words, cursor.bounds, cursor.pairs)
    blocks = words.enumerated().flatMap { word in LaneSequence(word.element).map { 64 * word.offset + $0 } }
  }

  /// The block of the pair of a rank.
  func block(_ rank: Int) -> Int { rank < blocks.count ? blocks[rank] : 0 }

  /// The block of the pair of a rank, and its lanes with their codes.
  func pair(_ rank: Int) throws(FormatError) -> (block: Int, lanes: [(Int, UInt8)]) {
    guard rank < blocks.count else {
      throw FormatError(expected: "\(rank + 1) blocks of a term", found: "\(blocks.count)")
    }
    let (mask, codes) = codes(rank)
    return (blocks[rank], zip(LaneSequence(mask), codes).map { ($0, $1) })
  }

  /// The lanes of the pair of a rank, and their codes.
  func codes(_ rank: Int) -> (mask: UInt64, codes: [UInt8]) {
    var pair = unsafe lanes_pair(data: nil, mask: 0, term: 0, rank: UInt16(rank), size: 0, bound: 0)
    var copy = unsafe cursor
    unsafe lanes_resolve(&copy, &pair, 1)
    let mask = unsafe lanes_masks(&pair, 1)
    var codes = [UInt8](repeating: 0, count: PostingsFormat.lanes)
    let count = Int(unsafe lanes_codes(&pair, &codes))
    codes.removeLast(PostingsFormat.lanes - count)
    return (mask, codes)
  }
}
