/// A way to make one ranking of several of the same topic.
///
/// Its law: a document's score depends on its ranks and scores in the rankings alone, not on their order but for the
/// rounding of sums, which are added in the order of the rankings.
public protocol Fusion: Sendable, CustomStringConvertible {
  /// The score of each document that a ranking has; each has its best document first, and none twice.
  func scores(of rankings: [[ScoredDocument]]) -> [String: Double]
}

extension Fusion {
  /// One ranking of several of a topic, each with its best document first: at most the best `depth` documents.
  ///
  /// They stand in trec_eval's order, by score as a 32-bit float and then by name, both descending, so that it reads the
  /// fused run in the same order.
  ///
  /// - Complexity: O(n log n) in the documents of all rankings.
  public func fused(_ rankings: [[ScoredDocument]], depth: Int = 1000) -> [ScoredDocument] {
    let documents = scores(of: rankings).map { ScoredDocument($0.key, $0.value) }
    return Array(documents.sorted(by: ScoredDocument.precedes).prefix(max(depth, 0)))
  }

  /// The fused ranking of each topic that a run has; a run without it adds nothing.
  public func fused(_ runs: [[String: [ScoredDocument]]], depth: Int = 1000) -> [String: [ScoredDocument]] {
    var fused: [String: [ScoredDocument]] = [:]
    for topic in Set(runs.flatMap(\.keys)) { fused[topic] = self.fused(runs.map { $0[topic] ?? [] }, depth: depth) }
    return fused
  }
}
