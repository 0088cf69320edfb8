/// Rank-biased precision: the rate of relevant documents to a reader who goes on to the next with probability *p*:
/// `RBP(p=0.8)`.
///
///     RBP = (1 − p) · Σ (relevant documents, at rank k) p^(k−1)
///
/// *p* is 0.8 unless given, as in ir-measures. A document is relevant or not by the level of relevance; ir-measures needs
/// `rel` for that, and has a graded form without it, which none of its programs computes.
///
/// Source: Moffat and Zobel, TOIS 27 (2008).
public struct RBP: Measure {
  /// The probability of going on.
  public let persistence: Double
  /// How many documents count; all when `nil`.
  public let cutoff: Int?
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Rank-biased precision of the first `cutoff` documents, or of all.
  public init(persistence: Double = 0.8, at cutoff: Int? = nil, level: Int? = nil) {
    (self.persistence, self.cutoff, self.level) = (persistence, cutoff, level)
  }

  /// ir-measures' name, with its *p*.
  public var description: String {
    written("RBP", level: level, ["p=\(plain(persistence))"], at: cutoff.map { "\($0)" })
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let depth = min(cutoff ?? .max, ranking.count)
    let level = level ?? ranking.level
    var (sum, reaching) = (0.0, 1.0)
    for document in ranking.documents.prefix(depth) {
      if document.isRelevant(level) { sum += reaching }
      reaching *= persistence
    }
    return (1 - persistence) * sum
  }

  static let name = MeasureName("RBP") { arguments throws(MeasureError) in
    let isPersistence = { (number: Double) in number > 0 && number < 1 }
    let persistence = try arguments.number("p", default: 0.8, isPersistence, "a probability between 0 and 1")
    return RBP(persistence: persistence, at: try arguments.optionalCutoff(), level: try arguments.level())
  }
}
