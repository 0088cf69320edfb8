/// How many documents are relevant, returned or not: `num_rel`.
///
/// Source: trec_eval, `m_num_rel.c`.
public struct NumberRelevant: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The number of relevant documents.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `NumRel(rel=2)`.
  public var description: String { level == nil ? "num_rel" : written("NumRel", level: level) }

  /// The sum.
  public var aggregation: Aggregation { .sum }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    Double(ranking.relevantRanks(level).total)
  }

  static let name = MeasureName("num_rel", "NumRel") { arguments throws(MeasureError) in
    NumberRelevant(level: try arguments.level())
  }
}
