/// How often judged non-relevant documents stand above relevant ones: `bpref`.
///
///     bpref = 1/R · Σ (relevant documents found) (1 − min(n, R) / min(N, R))
///
/// *R* documents are relevant, *N* judged and not, *n* of these above the one at hand. A term without any above is 1.
/// Documents without a grade are passed over.
///
/// Source: Buckley and Voorhees, SIGIR 2004; trec_eval, `m_bpref.c`.
public struct Bpref: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Binary preference.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `Bpref(rel=2)`.
  public var description: String { level == nil ? "bpref" : written("Bpref", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let (level, total) = (level ?? ranking.level, ranking.relevantRanks(level).total)
    let least = min(ranking.grades.count - total, total)
    var (sum, above) = (0.0, 0)
    for document in ranking.documents where document.isJudged {
      if !document.isRelevant(level) {
        above += 1
      } else {
        sum += above == 0 ? 1 : 1 - Double(min(above, total)) / Double(least)
      }
    }
    return total > 0 ? sum / Double(total) : 0
  }

  static let name = MeasureName("bpref", "Bpref") { arguments throws(MeasureError) in
    Bpref(level: try arguments.level())
  }
}
