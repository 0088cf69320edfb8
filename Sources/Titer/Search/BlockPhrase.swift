internal import CLanes

/// A phrase ready to be looked for in one segment, a block at a time.
protocol BlockPhrase {
  /// The lanes of a block, of some that have what the phrase requires, in which it stands; `nil` where only reading positions
  /// document by document can tell.
  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64?
}
