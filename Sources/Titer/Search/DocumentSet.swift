/// Some of the documents of an index, as a bit each.
public struct DocumentSet: Sendable, Equatable {
  /// By segment and block of 64 documents, which are in the set.
  let masks: [[UInt64]]
  /// How many there are.
  public let count: Int

  /// The documents of some masks.
  init(masks: [[UInt64]]) {
    self.masks = masks
    count = masks.reduce(0) { $1.reduce($0) { $0 + $1.nonzeroBitCount } }
  }
}
