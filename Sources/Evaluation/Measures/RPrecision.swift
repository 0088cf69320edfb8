/// Precision at the number of relevant documents: `Rprec`.
///
///     R-precision = relevant documents among the first R / R,  R relevant documents
///
/// Source: trec_eval, `m_Rprec.c`.
public struct RPrecision: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Precision at the number of relevant documents.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `Rprec(rel=2)`.
  public var description: String { level == nil ? "Rprec" : written("Rprec", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantRanks(level)
    return share(relevant.count(first: relevant.total), of: relevant.total)
  }

  static let name = MeasureName("Rprec") { arguments throws(MeasureError) in
    RPrecision(level: try arguments.level())
  }
}
