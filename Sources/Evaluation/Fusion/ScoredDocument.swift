/// A document of a ranking with its score.
public struct ScoredDocument: Sendable, Equatable {
  /// What the document is called.
  public var document: String
  /// How well it fits, as its run says; a number, not NaN.
  public var score: Double

  /// A document with its score.
  public init(_ document: String, _ score: Double) { (self.document, self.score) = (document, score) }

  /// trec_eval's order: by score as a 32-bit float, descending; ties by the document's name, descending.
  static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    let scores = (Float(left.score), Float(right.score))
    return scores.0 == scores.1
      ? right.document.utf8.lexicographicallyPrecedes(left.document.utf8) : scores.0 > scores.1
  }
}
