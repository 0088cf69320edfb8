/// The greatest of many keys.
@_spi(Benchmarks) public struct MeasuredTopKeys {
  private var top: TopKeys

  /// Nothing yet, of at most `limit` keys.
  public init(limit: Int) {
    top = TopKeys(limit: limit)
  }

  /// Offers keys one after the other.
  public mutating func offer(_ keys: [UInt64]) {
    for key in keys { top.offer(key) }
  }

  /// The least key of use.
  public var threshold: UInt64 { top.threshold }
}

/// Sets of the documents of a superblock.
@_spi(Benchmarks) public struct MeasuredMasks: ~Copyable {
  private var masks = LaneMasks()

  /// The sets whose blocks are `words`, 256 of them.
  public init(_ words: [UInt64]) {
    for (block, word) in words.enumerated() { masks[block] = word }
  }

  /// Adds the documents of `other`.
  public mutating func formUnion(_ other: borrowing MeasuredMasks) { masks.formUnion(other.masks) }

  /// Keeps the documents that `other` has too.
  public mutating func formIntersection(_ other: borrowing MeasuredMasks) { masks.formIntersection(other.masks) }

  /// How many documents there are.
  public var count: Int { masks.count(blocks: PostingsFormat.blocks) }
}
