/// The geometric mean of average precision, which weighs bad topics more than the arithmetic mean: `gm_map`.
///
///     GMAP = exp(mean of ln max(AP, 0.00001))
///
/// Source: Robertson, CIKM 2006; trec_eval, `m_gm_map.c`.
public struct GeometricMeanAP: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The geometric mean of average precision.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `GMAP(rel=2)`.
  public var description: String { level == nil ? "gm_map" : written("GMAP", level: level) }

  /// The geometric mean.
  public var aggregation: Aggregation { .geometricMean }

  /// False: of one topic it is average precision.
  public var isPerTopic: Bool { false }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    AveragePrecision(level: level).value(of: ranking)
  }

  static let name = MeasureName("gm_map", "GMAP") { arguments throws(MeasureError) in
    GeometricMeanAP(level: try arguments.level())
  }
}
