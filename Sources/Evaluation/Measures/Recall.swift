/// The share of the relevant documents that are among the first: `recall_100`.
///
///     R@k = relevant documents among the first k / relevant documents
///
/// Source: trec_eval, `m_recall.c`.
public struct Recall: Measure {
  /// How many documents count.
  public let cutoff: Int
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Recall of the first `cutoff` documents.
  public init(at cutoff: Int, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `R(rel=2)@100`.
  public var description: String {
    level == nil ? "recall_\(cutoff)" : written("R", level: level, at: "\(cutoff)")
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return share(relevant.count(first: cutoff), of: relevant.total)
  }

  static let name = MeasureName("recall", "R", defaults: MeasureName.cutoffs) { arguments throws(MeasureError) in
    Recall(at: try arguments.cutoff(), level: try arguments.level())
  }
}
