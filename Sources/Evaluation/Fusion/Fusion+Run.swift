extension Fusion {
  /// One run of several: for each topic that any has, at most the best `depth` documents.
  ///
  /// - Complexity: O(n log n) in the documents of all runs.
  public func fused(_ runs: [Run], depth: Int = 1000, tag: String? = nil) -> Run {
    var scores: [String: [String: Float]] = [:]
    for topic in Set(runs.flatMap(\.topics)) {
      let rankings = runs.map { $0.results(of: topic).map { ScoredDocument($0.document, Double($0.score)) } }
      for hit in fused(rankings, depth: depth) { scores[topic, default: [:]][hit.document] = Float(hit.score) }
    }
    return Run(tag: tag ?? description, scores: scores)
  }
}
