/// Reciprocal rank fusion: documents high up in several rankings first, whatever their scores are.
///
///     score(d) = Σ over the rankings that have d:  1 / (k + rank(d)),   ranks from 1
///
/// Source: Cormack, Clarke and Büttcher, SIGIR 2009, where k is 60.
public struct ReciprocalRankFusion: Fusion {
  /// How little the first ranks stand out.
  public let k: Double

  /// Reciprocal rank fusion under its constant.
  ///
  /// - Precondition: `k` > −1.
  public init(k: Double = 60) {
    precondition(k > -1, "no rank's denominator may be 0")
    self.k = k
  }

  /// As in the sources: `reciprocal_rank`.
  public var description: String { "reciprocal_rank" }

  /// The sum of reciprocal ranks of each document.
  public func scores(of rankings: [[ScoredDocument]]) -> [String: Double] {
    var scores: [String: Double] = [:]
    for ranking in rankings {
      for (index, hit) in ranking.enumerated() { scores[hit.document, default: 0] += 1 / (k + Double(index + 1)) }
    }
    return scores
  }
}
