/// A figure of how good a ranking is for one topic.
///
/// Its law: `String(describing:)` is the name by which trec_eval prints the measure.
public protocol Measure: Sendable, CustomStringConvertible {
  /// The figure for `ranking`, best document first, under the topic's `grades`.
  func value(of ranking: [String], grades: [String: Int]) -> Double
}

extension Measure {
  /// The mean over all topics that have a relevant document; a topic that the run leaves out counts 0.
  ///
  /// This is trec_eval's `-c`.
  public func mean(of run: Run, under qrels: Qrels) -> Double {
    let topics = qrels.grades.filter { $0.value.values.contains { $0 > 0 } }
    guard !topics.isEmpty else { return 0 }
    // In the order of the topics' names, so that the sum is the same bit for bit.
    let sum = topics.sorted { $0.key < $1.key }.reduce(0) { sum, topic in
      sum + value(of: run.ranking(of: topic.key), grades: topic.value)
    }
    return sum / Double(topics.count)
  }
}
