/// What the judgements say of a document that a run returned.
public struct Judgement: Sendable, Hashable {
  /// The grade, or a number below 0.
  let code: Int32

  /// The judgements don't name the document.
  public static let unpooled = Judgement(code: -1)
  /// They name it with a grade below 0: it was in the pool, and nobody judged it.
  public static let unjudged = Judgement(code: -2)

  /// What a grade in a file stands for.
  public init(grade: Int) {
    self.init(code: grade < 0 ? Self.unjudged.code : Int32(clamping: grade))
  }

  init(code: Int32) { self.code = code }

  /// Whether the judgements name the document.
  public var isPooled: Bool { self != .unpooled }

  /// Whether the document has a grade of 0 or more.
  public var isJudged: Bool { code >= 0 }

  /// The grade; 0 for a document that has none.
  public var grade: Int { Int(max(code, 0)) }

  /// Whether the grade is `level` or more.
  public func isRelevant(_ level: Int) -> Bool { isJudged && grade >= level }
}
