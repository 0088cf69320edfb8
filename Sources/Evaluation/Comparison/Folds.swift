/// Topics in parts of the same size, for cross-validation.
///
/// The topics are sorted by their bytes, shuffled by ``SplitMix64`` and dealt out one by one: so the parts follow from the
/// topics' names and the seed alone, and their sizes differ by one at most.
public struct Folds: Sendable, Equatable {
  /// The topics of each part, sorted.
  public let topics: [[String]]

  /// `count` parts of `topics`.
  ///
  /// - Precondition: `count` > 0, and no topic is there twice.
  /// - Complexity: O(n log n).
  public init(_ topics: [String], count: Int, seed: UInt64 = 1) {
    precondition(count > 0, "topics are parted into one part at least")
    var random = SplitMix64(seed: seed)
    let shuffled = random.shuffled(topics.sorted(by: Self.precedes))
    precondition(Set(shuffled).count == shuffled.count, "a topic is in one part only")
    self.topics = (0..<count).map { fold in
      stride(from: fold, to: shuffled.count, by: count).map { shuffled[$0] }.sorted(by: Self.precedes)
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
