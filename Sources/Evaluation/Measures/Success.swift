/// Whether a relevant document is among the first: `success_5`, 0 or 1.
///
/// Source: trec_eval, `m_success.c`.
public struct Success: Measure {
  /// How many documents count.
  public let cutoff: Int
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Success of the first `cutoff` documents.
  public init(at cutoff: Int, level: Int? = nil) {
    (self.cutoff, self.level) = (cutoff, level)
  }

  /// The name that trec_eval prints; `Success(rel=2)@10`.
  public var description: String {
    level == nil ? "success_\(cutoff)" : written("Success", level: level, at: "\(cutoff)")
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return relevant.count(first: cutoff) > 0 ? 1 : 0
  }

  static let name = MeasureName("success", defaults: ["1", "5", "10"]) { arguments throws(MeasureError) in
    Success(at: try arguments.cutoff(), level: try arguments.level())
  }
}
