/// A phrase ready to be looked for in one segment, a block at a time.
protocol BlockPhrase: AnyObject {
  /// The lanes of a block, of some that have what the phrase requires, in which it stands; `nil` where only reading positions
  /// document by document can tell.
  func lanes(_ lanes: UInt64, _ held: BlockTerms) -> UInt64?
}
