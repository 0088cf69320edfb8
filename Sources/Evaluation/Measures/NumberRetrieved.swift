/// How many documents were returned: `num_ret`.
///
/// Source: trec_eval, `m_num_ret.c`.
public struct NumberRetrieved: Measure {
  /// The number of documents returned.
  public init() {}

  /// The name that trec_eval prints.
  public var description: String { "num_ret" }

  /// The sum.
  public var aggregation: Aggregation { .sum }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double { Double(ranking.count) }

  static let name = MeasureName("num_ret", "NumRet") { arguments throws(MeasureError) in
    // ir-measures counts relevant documents by the same name.
    guard let level = try arguments.level() else { return NumberRetrieved() }
    return NumberRelevantRetrieved(level: level)
  }
}
