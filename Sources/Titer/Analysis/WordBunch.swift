/// Some consecutive words of a text, and their hashes.
struct WordBunch {
  // In arrays, since an element of an `InlineArray` is read out of a copy of all of it (Swift 6.2).
  private(set) var ranges: [Range<Int>] = []
  private(set) var hashes: [UInt32] = []
  /// The end of the last word that was ever in it.
  private var end = 0
  private let scanner: WordScanner

  /// A bunch of none.
  init(_ scanner: WordScanner) {
    self.scanner = scanner
    ranges.reserveCapacity(Self.capacity)
    hashes.reserveCapacity(Self.capacity)
  }

  private static let capacity = 32

  /// Forgets the text before.
  mutating func begin() { end = 0 }

  /// Replaces them by the next ones of `text`; returns whether there are any.
  @inline(__always)
  mutating func fill(from text: Span<UInt8>) -> Bool {
    ranges.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    while ranges.count < Self.capacity, let word = scanner.nextWord(in: text, from: end) {
      ranges.append(word)
      hashes.append(TermCache.hash(text.extracting(word)))
      end = word.upperBound
    }
    return !ranges.isEmpty
  }
}
