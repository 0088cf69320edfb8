/// How many topics count: `num_q`.
///
/// Source: trec_eval, `m_num_q.c`.
public struct NumberOfTopics: Measure {
  /// The number of topics.
  public init() {}

  /// The name that trec_eval prints.
  public var description: String { "num_q" }

  /// The sum.
  public var aggregation: Aggregation { .sum }

  /// 1: a topic that counts is one, whether it was answered or not.
  public var missing: Double { 1 }

  /// False.
  public var isPerTopic: Bool { false }

  /// 1.
  public func value(of ranking: JudgedRanking) -> Double { 1 }

  static let name = MeasureName("num_q", "NumQ") { _ throws(MeasureError) in NumberOfTopics() }
}
