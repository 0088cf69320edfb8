/// Where a ranking has its relevant documents.
public struct RelevantRanks: Sendable {
  /// The ranks of the relevant documents, from 1, ascending.
  public let ranks: [Int]
  /// How many relevant documents there are, found or not.
  public let total: Int

  /// How many relevant documents the ranking has.
  public var found: Int { ranks.count }

  /// How many of the first `depth` documents are relevant.
  ///
  /// - Complexity: O(log *n*).
  public func count(first depth: Int) -> Int {
    var (low, high) = (0, ranks.count)
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] <= depth { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sum of the precisions at the relevant documents among the first `depth`.
  func sumOfPrecisions(first depth: Int = .max) -> Double {
    var sum = 0.0
    for (index, rank) in ranks.enumerated() {
      guard rank <= depth else { break }
      sum += Double(index + 1) / Double(rank)
    }
    return sum
  }
}

/// A share of a whole, 0 where there is no whole.
func share(_ part: Int, of whole: Int) -> Double {
  whole > 0 ? Double(part) / Double(whole) : 0
}

/// The least number that is at least `percent` of `whole`.
///
/// The quotient of two whole numbers is rounded to the nearest double, as the percentage was when it was read: where the two
/// are the same number, they compare as equal, which products need not.
func leastCount(_ percent: Double, of whole: Int) -> Int {
  guard whole > 0 else { return 0 }
  func share(_ count: Int) -> Double { Double(100 * count) / Double(whole) }
  var count = min(max(Int(percent / 100 * Double(whole)), 0), whole)
  while count < whole && share(count) < percent { count += 1 }
  while count > 0 && share(count - 1) >= percent { count -= 1 }
  return count
}
