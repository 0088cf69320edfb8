/// How many documents were returned that are judged and not relevant: `num_nonrel_judged_ret`.
///
/// Source: trec_eval, `m_num_nonrel_judged_ret.c`.
public struct NumberNonrelevantRetrieved: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The number of documents returned that are judged and not relevant.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `NumNonrelJudgedRet(rel=2)`.
  public var description: String {
    level == nil ? "num_nonrel_judged_ret" : written("NumNonrelJudgedRet", level: level)
  }

  /// The sum.
  public var aggregation: Aggregation { .sum }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let level = level ?? ranking.level
    return Double(ranking.documents.count { $0.isJudged && !$0.isRelevant(level) })
  }

  static let name = MeasureName("num_nonrel_judged_ret", "NumNonrelJudgedRet") { arguments throws(MeasureError) in
    NumberNonrelevantRetrieved(level: try arguments.level())
  }
}
