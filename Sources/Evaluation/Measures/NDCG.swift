#if canImport(Glibc)
  import Glibc
#endif

/// Normalised discounted cumulative gain of the first documents: `ndcg_cut_k`.
///
///     DCG@k  = Σ (i = 1 … k) grade(i) / log2(i + 1)
///     nDCG@k = DCG@k of the ranking / DCG@k of the best ranking there could be
///
/// Source: Järvelin and Kekäläinen, TOIS 2002; trec_eval, `m_ndcg_cut.c`. Grades below 0 gain nothing.
public struct NDCG: Measure {
  /// How many documents count.
  public let cutoff: Int

  /// nDCG of the first `cutoff` documents.
  public init(at cutoff: Int) { self.cutoff = cutoff }

  /// The name that trec_eval prints.
  public var description: String { "ndcg_cut_\(cutoff)" }

  /// The figure for one topic.
  public func value(of ranking: [String], grades: [String: Int]) -> Double {
    let ideal = gain(of: grades.values.sorted(by: >))
    return ideal > 0 ? gain(of: ranking.map { grades[$0] ?? 0 }) / ideal : 0
  }

  private func gain(of grades: [Int]) -> Double {
    grades.prefix(cutoff).enumerated().reduce(0) { sum, next in
      sum + Double(max(next.element, 0)) / log2(Double(next.offset + 2))
    }
  }
}
