/// Student's t-test for pairs, two-sided.
///
///     t = mean / (s / √n),   p = P(|T| ≥ |t|) with n − 1 degrees of freedom
///
/// It asks how likely differences so far from 0 are, if they come from a normal distribution around 0. Where all
/// differences are 0, and for fewer than two topics, nothing speaks against that: t is 0 and p is 1. Where all are the same
/// other number, t is infinite and p is 0.
///
/// Source: Student, Biometrika 1908. Fit for measures of retrieval: Smucker, Allan and Carterette, CIKM 2007; Urbano,
/// Lima and Hanjalic, SIGIR 2019.
public struct PairedTTest: Sendable, Equatable {
  /// The mean difference in units of its standard error.
  public let t: Double
  /// How likely a t so far from 0 is by chance, with a relative error of about 10⁻¹³ of the exact value.
  public let pValue: Double

  /// The test of whether the mean of `differences` is 0.
  ///
  /// - Complexity: O(√n), beyond what the differences took.
  public init(_ differences: PairedDifferences) {
    let count = differences.values.count
    guard count > 1, differences.mean != 0 else {
      (t, pValue) = (0, 1)
      return
    }
    t = differences.mean / (differences.standardDeviation / Double(count).squareRoot())
    pValue = StudentT.twoSided(t, degrees: count - 1)
  }
}
