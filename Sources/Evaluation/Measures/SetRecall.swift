/// The share of the relevant documents that was returned: `set_recall`.
///
/// Source: trec_eval, `m_set_recall.c`.
public struct SetRecall: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Recall of all that was returned.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `SetR(rel=2)`.
  public var description: String { level == nil ? "set_recall" : written("SetR", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return share(relevant.found, of: relevant.total)
  }

  static let name = MeasureName("set_recall", "SetR", "SetRecall") { arguments throws(MeasureError) in
    SetRecall(level: try arguments.level())
  }
}
