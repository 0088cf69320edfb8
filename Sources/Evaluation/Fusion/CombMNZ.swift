/// The sum of a document's scores in all rankings, times the number of rankings that have it.
///
///     score(d) = |rankings that have d| · CombSUM(d)
///
/// A ranking has a document even if its normalised score is 0.
///
/// Source: Fox and Shaw, TREC-2, 1993; normalised as in Lee, SIGIR 1997.
public struct CombMNZ: Fusion {
  /// What is done to each ranking's scores first.
  public let normalisation: ScoreNormalisation

  /// The sum of scores that are normalised so, times their number.
  public init(_ normalisation: ScoreNormalisation = .minMax) { self.normalisation = normalisation }

  /// As in the sources: `comb_mnz`.
  public var description: String { "comb_mnz" }

  /// The product for each document.
  public func scores(of rankings: [[ScoredDocument]]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for hit in rankings.joined() { counts[hit.document, default: 0] += 1 }
    let sums = CombSUM(normalisation).scores(of: rankings)
    return sums.reduce(into: [:]) { $0[$1.key] = $1.value * Double(counts[$1.key] ?? 0) }
  }
}
