/// The mean of interpolated precision at recall 0, 0.1, … 1: `11pt_avg`.
///
/// Source: trec_eval, `m_11pt_avg.c`.
public struct ElevenPointAverage: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The mean of eleven points.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `IPrec11(rel=2)`.
  public var description: String { level == nil ? "11pt_avg" : written("IPrec11", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let points = (0...10).reversed().map { InterpolatedPrecision(at: Double($0) / 10, level: level) }
    return points.reduce(0) { $0 + $1.value(of: ranking) } / 11
  }

  static let name = MeasureName("11pt_avg", "11-pt_avg", "IPrec11") { arguments throws(MeasureError) in
    ElevenPointAverage(level: try arguments.level())
  }
}
