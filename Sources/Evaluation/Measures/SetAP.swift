/// Precision times recall of all that was returned: `set_map`.
///
/// Source: trec_eval, `m_set_map.c`.
public struct SetAP: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Precision times recall of all that was returned.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `SetAP(rel=2)`.
  public var description: String { level == nil ? "set_map" : written("SetAP", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    SetPrecision(level: level).value(of: ranking) * SetRecall(level: level).value(of: ranking)
  }

  static let name = MeasureName("set_map", "SetAP") { arguments throws(MeasureError) in
    SetAP(level: try arguments.level())
  }
}
