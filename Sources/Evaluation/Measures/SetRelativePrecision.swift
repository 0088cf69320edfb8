/// Precision of the returned documents over the best that there could be: `set_relative_P`.
///
///     relevant documents returned / min(documents returned, relevant documents)
///
/// 0 where nothing is relevant (trec_eval divides by 0).
///
/// Source: trec_eval, `m_set_rel_P.c`.
public struct SetRelativePrecision: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Relative precision of all that was returned.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `SetRelP(rel=2)`.
  public var description: String { level == nil ? "set_relative_P" : written("SetRelP", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return share(relevant.found, of: min(ranking.count, relevant.total))
  }

  static let name = MeasureName("set_relative_P", "SetRelP") { arguments throws(MeasureError) in
    SetRelativePrecision(level: try arguments.level())
  }
}
