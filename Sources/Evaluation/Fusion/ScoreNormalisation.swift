/// What makes scores of one ranking comparable with those of another.
public enum ScoreNormalisation: String, Sendable, Equatable, CaseIterable {
  /// Nothing: the scores as they are, infinite ones as the greatest of 32 bits.
  case none
  /// The best document of the topic has 1, the last 0: (score − min) / (max − min).
  ///
  /// Where all scores are the same, each is 1: a document that is returned alone is the best.
  case minMax = "min-max"

  /// The documents with their scores normalised.
  func normalised(_ ranking: [ScoredDocument]) -> [ScoredDocument] {
    let bound = Double(Float.greatestFiniteMagnitude)
    let finite = ranking.map { ScoredDocument($0.document, min(max($0.score, -bound), bound)) }
    let scores = finite.map(\.score)
    guard self == .minMax, let least = scores.min(), let most = scores.max() else { return finite }
    return finite.map { hit in
      ScoredDocument(hit.document, most > least ? (hit.score - least) / (most - least) : 1)
    }
  }
}
