/// Fisher's randomisation test for pairs, two-sided.
///
/// If both runs were as good, each topic's difference could as well have had the other sign. The p-value is the share of
/// all choices of signs under which the mean is at least as far from 0 as it is:
///
///     exact:        p = choices with |Σ ± d| ≥ |Σ d| / 2ⁿ
///     Monte Carlo:  p = (1 + such choices) / (1 + B), of B choices at random
///
/// Topics without a difference have no sign, and are left out of n. Up to n = 20 all choices are taken; beyond that B at
/// random. The 1 is the choice that was observed: without it the test would too often reject (Phipson and Smyth, SAGMB
/// 2010), and p could be 0. The standard error of a Monte Carlo p is √(p (1 − p) / B). Sums that differ by less than 2⁻⁴⁰ of Σ|d|
/// are equal.
///
/// Law: a choice takes ⌈n/64⌉ numbers of ``SplitMix64``; of the `i`th topic with a difference the sign changes if bit `i`
/// mod 64 of number `i` / 64 is set. So the same seed gives the same p on every machine.
///
/// Source: Fisher, The design of experiments, 1935, 21; Smucker, Allan and Carterette, CIKM 2007.
public struct SignFlipTest: Sendable, Equatable {
  /// The differences, other than 0, up to which all choices of signs are taken.
  public static let exactLimit = 20

  /// How likely a mean so far from 0 is by chance; 1 where there is no difference.
  public let pValue: Double
  /// How many choices of signs were taken.
  public let choices: Int
  /// Whether these were all that there are.
  public let isExact: Bool

  /// The test of whether the mean of `differences` is 0, under `permutations` choices at random where there are too many.
  ///
  /// - Precondition: `permutations` > 0.
  /// - Complexity: O(choices · n / 8).
  public init(_ differences: PairedDifferences, permutations: Int = 100_000, seed: UInt64 = 1) {
    precondition(permutations > 0, "a randomisation test needs a permutation")
    let values = differences.values.filter { $0 != 0 }
    let sums = SignedSums(values)
    let observed = abs(sums.sum { 0 }) - values.reduce(0) { $0 + abs($1) } * 0x1p-40
    isExact = values.count <= Self.exactLimit
    choices = isExact ? 1 << values.count : permutations
    let extreme =
      isExact
      ? (0..<UInt64(choices)).count { signs in abs(sums.sum { signs }) >= observed }
      : Self.extreme(sums, observed, choices, seed)
    pValue = isExact ? Double(extreme) / Double(choices) : Double(1 + extreme) / Double(1 + choices)
  }

  private static func extreme(_ sums: SignedSums, _ observed: Double, _ choices: Int, _ seed: UInt64) -> Int {
    var random = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<choices where abs(sums.sum { random.next() }) >= observed { count += 1 }
    return count
  }
}
