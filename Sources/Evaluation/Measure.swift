/// A figure of how good a ranking is for one topic, and how the figures of topics become one.
///
/// Its laws:
/// - `Measures.named("\(measure)")` is the measure and nothing else.
/// - The figure is a number, also where nothing was returned or nothing is relevant.
/// - The figure is the same bit for bit each time.
public protocol Measure: Sendable, Hashable, CustomStringConvertible {
  /// The figure for a topic.
  func value(of ranking: JudgedRanking) -> Double

  /// How the figures of topics become one.
  var aggregation: Aggregation { get }

  /// What a topic counts that the run leaves out, where such topics count.
  var missing: Double { get }

  /// Whether the figure of a single topic says something.
  var isPerTopic: Bool { get }
}

extension Measure {
  /// The arithmetic mean.
  public var aggregation: Aggregation { .mean }

  /// 0, as trec_eval has it.
  public var missing: Double { 0 }

  /// True.
  public var isPerTopic: Bool { true }

  /// The figure for `ranking`, best document first, under the topic's `grades`.
  public func value(of ranking: [String], grades: [String: Int]) -> Double {
    value(of: JudgedRanking(ranking, grades: grades))
  }

  /// The measure over all topics of the judgements; one that the run leaves out counts as missing.
  ///
  /// This is trec_eval's `-c`.
  public func mean(of run: Run, under qrels: Qrels) -> Double {
    Evaluation(of: run, under: qrels, by: [self], options: .init(isComplete: true)).aggregates[0]
  }
}
