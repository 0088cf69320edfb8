/// A way to make a query better by documents of which it is known, or taken, whether they are relevant.
public protocol FeedbackModel: Sendable {
  /// What the words of the better query weigh.
  ///
  /// - Parameters:
  ///   - query: how often each word is in the query.
  ///   - relevant: relevant documents, each with what it counts.
  ///   - notRelevant: documents that are not.
  /// - Returns: the weights; words of 0 and less are not asked for.
  func weights(query: WordVector, relevant: [FeedbackDocument], notRelevant: [FeedbackDocument]) -> WordVector
}

/// A document that is known, or taken, to be relevant or not; ``Index/feedbackDocument(_:)`` makes it of a text.
public struct FeedbackDocument: Sendable, Equatable {
  /// How often each word is in it.
  public var words: WordVector
  /// How the words are written in it, by which they are asked for.
  public var written: [String: String]
  /// What it counts beside others: 1, or its score where only that speaks for it; more than 0.
  public var weight: Double

  /// A document of some words.
  public init(_ words: WordVector, written: [String: String] = [:], weight: Double = 1) {
    self.words = words
    self.written = written
    self.weight = weight
  }
}
