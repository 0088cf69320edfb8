/// Average precision where only a sample of the pool was judged: `infAP`.
///
///     infAP = 1/R · Σ (relevant documents, at rank k) 1/k + (k−1)/k · pooled/(k−1) · (r + ε) / (r + n + 2ε)
///
/// Of the *k* − 1 documents above, *r* are relevant, *n* judged and not, and `pooled` named by the judgements; a grade below 0
/// names a document that nobody judged. ε = 0.00001. At rank 1 the term is 1.
///
/// Source: Yilmaz and Aslam, CIKM 2006; trec_eval, `m_infap.c`.
public struct InferredAP: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Inferred average precision.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `infAP(rel=2)`.
  public var description: String { level == nil ? "infAP" : written("infAP", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let (level, total) = (level ?? ranking.level, ranking.relevantRanks(level).total)
    var (sum, above) = (0.0, Above())
    for (index, document) in ranking.documents.enumerated() {
      if document.isRelevant(level) { sum += Self.term(index, above) }
      above.add(document, level)
    }
    return total > 0 ? sum / Double(total) : 0
  }

  /// What stands above a document.
  private struct Above {
    var (relevant, nonrelevant, unjudged) = (0, 0, 0)

    mutating func add(_ document: Judgement, _ level: Int) {
      if document.isRelevant(level) {
        relevant += 1
      } else if document.isJudged {
        nonrelevant += 1
      } else if document.isPooled {
        unjudged += 1
      }
    }
  }

  private static let epsilon = 0.00001

  private static func term(_ index: Int, _ above: Above) -> Double {
    guard index > 0 else { return 1 }
    let (before, relevant) = (Double(index), Double(above.relevant))
    let pooled = Double(above.relevant + above.nonrelevant + above.unjudged) / before
    let precision = (relevant + epsilon) / (relevant + Double(above.nonrelevant) + 2 * epsilon)
    return 1 / (before + 1) + before / (before + 1) * pooled * precision
  }

  static let name = MeasureName("infAP") { arguments throws(MeasureError) in
    InferredAP(level: try arguments.level())
  }
}
