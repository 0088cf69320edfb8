/// Precision of the first documents over the best that there could be: `relative_P_10`.
///
///     relative P@k = relevant documents among the first k / min(k, relevant documents)
///
/// 0 where nothing is relevant (trec_eval divides by 0).
///
/// Source: trec_eval, `m_rel_P.c`.
public struct RelativePrecision: Measure {
  /// How many documents count.
  public let cutoff: Int
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Relative precision of the first `cutoff` documents.
  public init(at cutoff: Int, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `RelP(rel=2)@10`.
  public var description: String {
    level == nil ? "relative_P_\(cutoff)" : written("RelP", level: level, at: "\(cutoff)")
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return share(relevant.count(first: cutoff), of: min(cutoff, relevant.total))
  }

  static let name = MeasureName("relative_P", "RelP", defaults: MeasureName.cutoffs) { arguments throws(MeasureError) in
    RelativePrecision(at: try arguments.cutoff(), level: try arguments.level())
  }
}
