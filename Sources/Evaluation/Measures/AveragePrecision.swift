/// The mean of the precisions at all relevant documents: `map`, `map_cut_10`.
///
///     AP = 1/R · Σ (relevant documents, at rank k) P@k
///
/// A relevant document that wasn't found counts 0, and so does one beyond the cutoff.
///
/// Source: trec_eval, `m_map.c` and `m_map_cut.c`.
public struct AveragePrecision: Measure {
  /// How many documents count; all when `nil`.
  public let cutoff: Int?
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Average precision of the first `cutoff` documents, or of all.
  public init(at cutoff: Int? = nil, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `AP(rel=2)@10`.
  public var description: String {
    guard level == nil else { return written("AP", level: level, at: cutoff.map { "\($0)" }) }
    return cutoff.map { "map_cut_\($0)" } ?? "map"
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return relevant.total > 0 ? relevant.sumOfPrecisions(first: cutoff ?? .max) / Double(relevant.total) : 0
  }

  static let name = MeasureName("map", "AP") { arguments throws(MeasureError) in
    AveragePrecision(at: try arguments.optionalCutoff(), level: try arguments.level())
  }

  static let cutName = MeasureName("map_cut", defaults: MeasureName.cutoffs) { arguments throws(MeasureError) in
    AveragePrecision(at: try arguments.cutoff(), level: try arguments.level())
  }
}
