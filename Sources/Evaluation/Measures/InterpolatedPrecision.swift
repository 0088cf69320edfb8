/// The best precision at a recall or beyond: `iprec_at_recall_0.10`.
///
///     IPrec@x = max (ranks k whose recall is at least x) P@k
///
/// The recall is turned into a number of relevant documents as trec_eval 9 does: x · R + 0.9, rounded down. That is x · R
/// rounded up, but for fractions below 0.1, which are dropped (trec_eval 10 rounds to the nearest number). 0 where the
/// ranking never has that many.
///
/// Source: trec_eval 9, `m_iprec_at_recall.c`.
public struct InterpolatedPrecision: Measure {
  /// The least recall that counts, from 0 to 1.
  public let recall: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Interpolated precision at `recall`.
  public init(at recall: Double, level: Int? = nil) {
    (self.recall, self.level) = (recall, level)
  }

  /// The name that trec_eval prints; `IPrec@0.125`, `IPrec(rel=2)@0.1`.
  public var description: String {
    let hundredths = Int((recall * 100).rounded())
    guard level == nil, Double(hundredths) / 100 == recall else {
      return written("IPrec", level: level, at: plain(recall))
    }
    let digits = hundredths % 100
    return "iprec_at_recall_\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    let least = Int(recall * Double(relevant.total) + 0.9)
    var best = 0.0
    for index in relevant.ranks.indices.dropFirst(max(least - 1, 0)) {
      best = max(best, Double(index + 1) / Double(relevant.ranks[index]))
    }
    return best
  }

  static let name = MeasureName(
    "iprec_at_recall", "IPrec", defaults: ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"]
  ) { arguments throws(MeasureError) in
    InterpolatedPrecision(at: try arguments.recall(), level: try arguments.level())
  }
}
