internal import CLanes

/// The terms of a query that a block of a segment holds, their masks set: in memory of the search, for as long as it looks at the block.
@safe struct BlockTerms: BitwiseCopyable {
  /// The block.
  let block: Int
  /// The terms' pairs.
  let pairs: UnsafePointer<lanes_pair>
  /// How many those are.
  let count: Int
  /// By number of a term in the query, one more than its place among the pairs; 0 for one that the block doesn't hold.
  let slots: UnsafePointer<UInt32>

  /// The pair of a term by its number in the query; `nil` where the block doesn't hold it.
  subscript(number: Int) -> UnsafePointer<lanes_pair>? {
    let slot = Int(unsafe slots[number])
    return slot > 0 ? unsafe pairs + (slot - 1) : nil
  }

  /// The document in a lane.
  func document(_ lane: Int) -> UInt32 { UInt32(truncatingIfNeeded: block << 6 + lane) }
}
