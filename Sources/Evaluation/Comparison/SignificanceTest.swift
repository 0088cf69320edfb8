/// Which test tells a difference from chance.
public enum SignificanceTest: Sendable, Equatable {
  /// ``PairedTTest``.
  case t
  /// ``SignFlipTest``, with so many permutations at random where there are too many topics for all.
  case randomisation(permutations: Int = 100_000)

  /// How likely differences so far from 0 are by chance; `seed` counts for tests that draw at random.
  public func pValue(of differences: PairedDifferences, seed: UInt64 = 1) -> Double {
    switch self {
    case .t: PairedTTest(differences).pValue
    case .randomisation(let permutations):
      SignFlipTest(differences, permutations: permutations, seed: seed).pValue
    }
  }
}
