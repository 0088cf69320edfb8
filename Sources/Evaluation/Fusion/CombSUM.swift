/// The sum of a document's scores in all rankings.
///
///     score(d) = Σ over the rankings that have d:  normalised score(d)
///
/// Source: Fox and Shaw, TREC-2, 1993; normalised as in Lee, SIGIR 1997.
public struct CombSUM: Fusion {
  /// What is done to each ranking's scores first.
  public let normalisation: ScoreNormalisation

  /// The sum of scores that are normalised so.
  public init(_ normalisation: ScoreNormalisation = .minMax) { self.normalisation = normalisation }

  /// As in the sources: `comb_sum`.
  public var description: String { "comb_sum" }

  /// The sum of each document's scores.
  public func scores(of rankings: [[ScoredDocument]]) -> [String: Double] {
    var scores: [String: Double] = [:]
    for hit in rankings.flatMap(normalisation.normalised) { scores[hit.document, default: 0] += hit.score }
    return scores
  }
}
