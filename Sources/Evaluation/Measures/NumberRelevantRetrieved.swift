/// How many relevant documents were returned: `num_rel_ret`.
///
/// ir-measures writes it `NumRet(rel=1)` too.
///
/// Source: trec_eval, `m_num_rel_ret.c`.
public struct NumberRelevantRetrieved: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The number of relevant documents that were returned.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `NumRelRet(rel=2)`.
  public var description: String { level == nil ? "num_rel_ret" : written("NumRelRet", level: level) }

  /// The sum.
  public var aggregation: Aggregation { .sum }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    Double(ranking.relevantRanks(level).found)
  }

  static let name = MeasureName("num_rel_ret", "NumRelRet") { arguments throws(MeasureError) in
    NumberRelevantRetrieved(level: try arguments.level())
  }
}
