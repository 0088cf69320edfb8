#if canImport(Glibc)
  import Glibc
#endif

/// Normalised discounted cumulative gain: `ndcg`, `ndcg_cut_10`.
///
///     DCG@k  = Σ (i = 1 … k) gain(i) / log2(i + 1)
///     nDCG@k = DCG@k of the ranking / DCG@k of all judged documents, the best first
///
/// The gain is the grade, or 2^grade − 1 where that is asked for (`nDCG(dcg='exp-log2')@10`, of Burges et al. 2005);
/// documents without a grade gain nothing. The level of relevance doesn't matter. 0 where nothing gains.
///
/// Source: Järvelin and Kekäläinen, TOIS 20 (2002); trec_eval, `m_ndcg.c` and `m_ndcg_cut.c`.
public struct NDCG: Measure {
  /// How many documents count; all when `nil`.
  public let cutoff: Int?
  /// Whether the gain is 2^grade − 1.
  public let isExponential: Bool

  /// nDCG of the first `cutoff` documents, or of all.
  public init(at cutoff: Int? = nil, isExponential: Bool = false) {
    self.cutoff = cutoff
    self.isExponential = isExponential
  }

  /// The name that trec_eval prints; `nDCG(dcg='exp-log2')@10`.
  public var description: String {
    guard !isExponential else { return written("nDCG", ["dcg='exp-log2'"], at: cutoff.map { "\($0)" }) }
    return cutoff.map { "ndcg_cut_\($0)" } ?? "ndcg"
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let ideal = gain(of: ranking.grades.lazy)
    return ideal > 0 ? gain(of: ranking.documents.lazy.map(\.grade)) / ideal : 0
  }

  private func gain(of grades: some Sequence<Int>) -> Double {
    var (sum, rank) = (0.0, 1)
    for grade in grades.prefix(cutoff ?? .max) {
      rank += 1
      if grade > 0 { sum += (isExponential ? exp2(Double(grade)) - 1 : Double(grade)) / log2(Double(rank)) }
    }
    return sum
  }

  static let name = MeasureName("ndcg", "nDCG") { arguments throws(MeasureError) in try NDCG(&arguments) }
  static let cutName = MeasureName("ndcg_cut", defaults: MeasureName.cutoffs) { arguments throws(MeasureError) in
    try NDCG(&arguments)
  }

  private init(_ arguments: inout MeasureArguments) throws(MeasureError) {
    cutoff = try arguments.optionalCutoff()
    let form = arguments.word("dcg") ?? "log2"
    guard ["log2", "exp-log2"].contains(form) else { throw arguments.error("log2 or exp-log2 as dcg", form) }
    isExponential = form == "exp-log2"
  }
}
