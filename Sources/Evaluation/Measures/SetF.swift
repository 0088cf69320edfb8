/// The weighted harmonic mean of precision and recall of all that was returned: `set_F`.
///
///     F = (1 + β) · P · R / (R + β · P)
///
/// β is the weight of recall as trec_eval and ir-measures take it, and isn't squared: what other books call F2 is β = 4 here.
///
/// Source: trec_eval, `m_set_F.c`.
public struct SetF: Measure {
  /// The weight of recall; 1 unless given.
  public let beta: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// F of all that was returned.
  public init(beta: Double = 1, level: Int? = nil) {
    (self.beta, self.level) = (beta, level)
  }

  /// The name that trec_eval prints; `SetF(beta=0.5)`.
  public var description: String {
    level == nil && beta == 1 ? "set_F" : written("SetF", level: level, beta == 1 ? [] : ["beta=\(plain(beta))"])
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let precision = SetPrecision(level: level).value(of: ranking)
    let recall = SetRecall(level: level).value(of: ranking)
    return precision > 0 ? (1 + beta) * precision * recall / (recall + beta * precision) : 0
  }

  static let name = MeasureName("set_F", "SetF") { arguments throws(MeasureError) in
    arguments.moveAt(to: "beta")
    let beta = try arguments.number("beta", default: 1, { $0 >= 0 }, "a number from 0 on")
    return SetF(beta: beta, level: try arguments.level())
  }
}
