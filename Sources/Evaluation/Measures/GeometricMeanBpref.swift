/// The geometric mean of ``Bpref``: `gm_bpref`.
///
///     exp(mean of ln max(bpref, 0.00001))
///
/// Source: trec_eval, `m_gm_bpref.c`.
public struct GeometricMeanBpref: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The geometric mean of bpref.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `GMBpref(rel=2)`.
  public var description: String { level == nil ? "gm_bpref" : written("GMBpref", level: level) }

  /// The geometric mean.
  public var aggregation: Aggregation { .geometricMean }

  /// False: of one topic it is bpref.
  public var isPerTopic: Bool { false }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    Bpref(level: level).value(of: ranking)
  }

  static let name = MeasureName("gm_bpref", "GMBpref") { arguments throws(MeasureError) in
    GeometricMeanBpref(level: try arguments.level())
  }
}
