extension Index {
  // A word of more documents than this share tells too little to be added (as in Anserini's models).
  private static let mostCommon = 0.1

  /// A query of words made better by documents of which it is known, or taken, whether they are relevant.
  ///
  ///     let known = try texts.map { try index.feedbackDocument($0) }
  ///     let better = index.query("lupus nephritis", better: RM3(), relevant: known)
  ///
  /// - Parameters:
  ///   - text: the words of the query.
  ///   - model: what is made of them.
  ///   - relevant: relevant documents; without any the query stays as it is.
  ///   - notRelevant: documents that are not.
  /// - Returns: a query of words with weights, the weightiest first.
  /// - Complexity: O(words of the documents).
  public func query(
    _ text: String, better model: some FeedbackModel, relevant: [FeedbackDocument],
    notRelevant: [FeedbackDocument] = []
  ) -> Query {
    guard !relevant.isEmpty else { return Query([.words(text)]) }
    let query = words(of: text)
    let weights = model.weights(query: query.words, relevant: relevant, notRelevant: notRelevant)
    let documents = [query] + relevant
    let clauses = weights.ranked.filter { $0.weight > 0 }.map { word, weight in
      let written = documents.lazy.compactMap { $0.written[word] }.first ?? word
      return Query.Clause.optional(.boost(.words(written), by: Float(weight)))
    }
    return Query(clauses)
  }

  /// A text, such as the title and abstract of a document, by those of its words that are rare enough to tell something.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(text), and a look-up of each of its words in each segment.
  public func feedbackDocument(_ text: String) throws(IndexError) -> FeedbackDocument {
    var document = words(of: text)
    let all = document.words
    document.words = WordVector()
    for (word, count) in all.weights where try isRare(word) { document.words[word] = count }
    return document
  }

  private func isRare(_ word: String) throws(IndexError) -> Bool {
    guard word.utf8.count > 1 else { return false }
    let frequency = try documentFrequency(of: Array(word.utf8))
    return frequency > 0 && Double(frequency) <= max(Self.mostCommon * Double(statistics.documents), 1)
  }

  /// How often each word of a text that ranks is there, and how it is written where it comes first.
  private func words(of text: String) -> FeedbackDocument {
    let tokens = analyzers.use { analyzer in analyzer.tokens(of: text) }
    let bytes = Array(text.utf8)
    var document = FeedbackDocument(WordVector())
    for token in tokens.tokens where token.layer != .exact && token.rule == .word {
      let word = String(decoding: tokens.bytes[token.term], as: UTF8.self)
      document.words[word] += 1
      if document.written[word] == nil {
        document.written[word] = String(decoding: bytes[token.source], as: UTF8.self)
      }
    }
    return document
  }
}
