#if canImport(Glibc)
  import Glibc
#endif

/// Student's t distribution.
package enum StudentT {
  /// How likely a value is to be at least as far from 0 as `t`, on either side.
  ///
  ///     P(|T| ≥ |t|) = I_x(ν/2, ½),   x = ν / (ν + t²)
  ///
  /// I is the regularised incomplete beta function. Near 0, where x is near 1, it is computed as 1 − I_1−x(½, ν/2), so as not
  /// to lose what x lacks to 1. The relative error is below 10⁻¹² for up to 10⁴ degrees of freedom.
  ///
  /// - Precondition: `degrees`, ν, is above 0.
  /// - Complexity: O(√ν) at most.
  /// - Source: DLMF 8.17.
  package static func twoSided(_ t: Double, degrees: Int) -> Double {
    let half = Double(degrees) / 2
    let ratio = t * t / Double(degrees)
    guard ratio.isFinite else { return 0 }
    let (x, rest) = (1 / (1 + ratio), ratio / (1 + ratio))
    // x^(ν/2) · (1 − x)^½ / B(ν/2, ½), where the logarithm of x is exact for small t too.
    let front = exp(-half * log1p(ratio)) * rest.squareRoot() * gammaRatio(half) / Double.pi.squareRoot()
    if abs(t) < 3 && ratio < 1 { return 1 - front / 0.5 * fraction(rest, 0.5, half) }
    return front / half * fraction(x, half, 0.5)
  }

  /// Γ(a + ½) / Γ(a), with a relative error of some units in the last place.
  ///
  /// From 16 on by the series of its logarithm in 1/a, below by Γ(a + 1) = a Γ(a).
  ///
  /// - Source: DLMF 5.11.13.
  package static func gammaRatio(_ a: Double) -> Double {
    var (a, factor) = (a, 1.0)
    while a < 16 {
      factor *= a / (a + 0.5)
      a += 1
    }
    let square = 1 / (a * a)
    let series =
      -1 / 8 + square * (1 / 192 + square * (-1 / 640 + square * (17 / 14336 + square * (-31 / 18432))))
    return factor * a.squareRoot() * exp(series / a)
  }

  /// The continued fraction of I_x(a, b), by which x^a (1 − x)^b / (a B(a, b)) is multiplied.
  ///
  ///     1/(1 + d₁/(1 + d₂/(1 + …)))
  ///     d₂ₘ   = m (b − m) x / ((a + 2m − 1)(a + 2m))
  ///     d₂ₘ₊₁ = −(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1))
  ///
  /// - Source: DLMF 8.17.22; its denominator from the front by Lentz's method, Applied Optics 1976.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var (value, upper, lower) = (1.0, 1.0, 0.0)
    for index in 1...100_000 {
      let m = Double(index / 2)
      let step =
        index.isMultiple(of: 2)
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      lower = 1 / away(1 + step * lower)
      upper = away(1 + step / upper)
      value *= upper * lower
      if abs(upper * lower - 1) < 0x1p-52 { break }
    }
    return 1 / value
  }

  /// A number by which others can be divided, close to the given one.
  private static func away(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
