/// One over the rank of the first relevant document: `recip_rank`, `RR@10`; 0 where there is none.
///
/// Source: trec_eval, `m_recip_rank.c`.
public struct ReciprocalRank: Measure {
  /// How many documents count; all when `nil`.
  public let cutoff: Int?
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Reciprocal rank among the first `cutoff` documents, or all.
  public init(at cutoff: Int? = nil, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `RR(rel=2)`, `RR@10`.
  public var description: String {
    cutoff == nil && level == nil ? "recip_rank" : written("RR", level: level, at: cutoff.map { "\($0)" })
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    guard let first = ranking.relevantRanks(level).ranks.first, first <= cutoff ?? .max else { return 0 }
    return 1 / Double(first)
  }

  static let name = MeasureName("recip_rank", "RR", "MRR") { arguments throws(MeasureError) in
    ReciprocalRank(at: try arguments.optionalCutoff(), level: try arguments.level())
  }
}
