#if canImport(Glibc)
  import Glibc
#endif

/// How the figures of topics become one.
public enum Aggregation: Sendable, Hashable {
  /// The arithmetic mean.
  case mean
  /// exp(mean of ln max(value, 0.00001)), so that a topic at 0 doesn't make the whole 0.
  case geometricMean
  /// The sum.
  case sum

  /// The least that a topic counts in a geometric mean.
  static let floor = 0.00001

  /// One figure of all, added in the order given; 0 of none.
  public func callAsFunction(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    return switch self {
    case .mean: values.reduce(0, +) / Double(values.count)
    case .geometricMean: exp(values.reduce(0) { $0 + log(max($1, Self.floor)) } / Double(values.count))
    case .sum: values.reduce(0, +)
    }
  }
}
