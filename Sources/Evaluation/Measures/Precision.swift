/// The share of the first documents that is relevant: `P_10`.
///
///     P@k = relevant documents among the first k / k
///
/// A ranking of fewer than *k* documents is divided by *k* all the same.
///
/// Source: trec_eval, `m_P.c`.
public struct Precision: Measure {
  /// How many documents count.
  public let cutoff: Int
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Precision of the first `cutoff` documents.
  public init(at cutoff: Int, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `P(rel=2)@10`.
  public var description: String {
    level == nil ? "P_\(cutoff)" : written("P", level: level, at: "\(cutoff)")
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return Double(relevant.count(first: cutoff)) / Double(cutoff)
  }

  static let name = MeasureName("P", "Precision", defaults: MeasureName.cutoffs) { arguments throws(MeasureError) in
    Precision(at: try arguments.cutoff(), level: try arguments.level())
  }
}
