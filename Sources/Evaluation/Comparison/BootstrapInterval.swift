/// The interval in which the mean difference lies with some confidence, by drawing topics again.
///
/// Each resample draws as many topics as there are, with replacement, and has a mean. The interval runs from the (1 − level)/2
/// to the (1 + level)/2 percentile of these means, between two of which it is interpolated.
///
/// Law: a resample of n topics takes n numbers below n of ``SplitMix64``, so that the same seed gives the same interval on
/// every machine.
///
/// Source: Efron and Tibshirani, An introduction to the bootstrap, 1993, 13.3; in retrieval Sakai, SIGIR 2006.
public struct BootstrapInterval: Sendable, Equatable {
  /// Where the interval begins.
  public let lower: Double
  /// Where it ends.
  public let upper: Double

  /// The interval of the mean of `differences`; both ends are that mean for fewer than two topics.
  ///
  /// - Precondition: `level` is between 0 and 1, and `resamples` > 0.
  /// - Complexity: O(resamples · n + resamples · log resamples).
  public init(_ differences: PairedDifferences, level: Double = 0.95, resamples: Int = 10_000, seed: UInt64 = 1) {
    precondition((0..<1).contains(level) && resamples > 0, "a level is between 0 and 1, and resamples above 0")
    guard differences.standardDeviation > 0 else {
      (lower, upper) = (differences.mean, differences.mean)
      return
    }
    let means = Self.means(differences.values, resamples, SplitMix64(seed: seed)).sorted()
    lower = Self.percentile((1 - level) / 2, of: means)
    upper = Self.percentile((1 + level) / 2, of: means)
  }

  private static func means(_ values: [Double], _ resamples: Int, _ random: consuming SplitMix64) -> [Double] {
    (0..<resamples).map { _ in
      var sum = 0.0
      for _ in values.indices { sum += values[random.next(below: values.count)] }
      return sum / Double(values.count)
    }
  }

  /// The number below which a share of `sorted` lies, on the line between its neighbours.
  private static func percentile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = min(Int(place), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    return sorted[index] + (sorted[next] - sorted[index]) * (place - Double(index))
  }
}
