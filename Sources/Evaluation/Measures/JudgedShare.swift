/// The share of the first documents that the judgements name: `Judged@10`.
///
///     Judged@k = documents named among the first min(k, n) / min(k, n),  n documents returned
///
/// A grade below 0 counts as named, as in ir-measures; 0 where nothing was returned. Where scores are tied, ir-measures takes
/// documents by name ascending, and this library as trec_eval does.
///
/// Source: ir-measures, `judged_provider.py`.
public struct JudgedShare: Measure {
  /// How many documents count; all when `nil`.
  public let cutoff: Int?

  /// The judged share of the first `cutoff` documents, or of all.
  public init(at cutoff: Int? = nil) { self.cutoff = cutoff }

  /// ir-measures' name.
  public var description: String { written("Judged", at: cutoff.map { "\($0)" }) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let first = ranking.documents.prefix(cutoff ?? .max)
    return share(first.count(where: \.isPooled), of: first.count)
  }

  static let name = MeasureName("Judged") { arguments throws(MeasureError) in
    JudgedShare(at: try arguments.optionalCutoff())
  }
}
