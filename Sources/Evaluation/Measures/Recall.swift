/// The share of the relevant documents among the first: `recall_k`.
///
/// Source: trec_eval, `m_recall.c`.
public struct Recall: Measure {
  /// How many documents count.
  public let cutoff: Int

  /// Recall of the first `cutoff` documents.
  public init(at cutoff: Int) { self.cutoff = cutoff }

  /// The name that trec_eval prints.
  public var description: String { "recall_\(cutoff)" }

  /// The figure for one topic.
  public func value(of ranking: [String], grades: [String: Int]) -> Double {
    let relevant = grades.values.count { $0 > 0 }
    let found = ranking.prefix(cutoff).count { grades[$0, default: 0] > 0 }
    return relevant > 0 ? Double(found) / Double(relevant) : 0
  }
}
