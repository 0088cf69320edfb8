/// The share of the returned documents that is relevant: `set_P`.
///
/// 0 where nothing was returned.
///
/// Source: trec_eval, `m_set_P.c`.
public struct SetPrecision: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Precision of all that was returned.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `SetP(rel=2)`.
  public var description: String { level == nil ? "set_P" : written("SetP", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    share(ranking.relevantRanks(level).found, of: ranking.count)
  }

  static let name = MeasureName("set_P", "SetP") { arguments throws(MeasureError) in
    SetPrecision(level: try arguments.level())
  }
}
