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
    let most = max(Self.mostCommon * Double(statistics.documents), 1)
    var document = words(of: text)
    var rare: [String: Double] = [:]
    for (word, count) in document.words.weights where try isRare(word, most) { rare[word] = count }
    document.words = WordVector(rare)
    return document
  }

  /// Whether a word is in a document, and in so many at most.
  private func isRare(_ word: String, _ most: Double) throws(IndexError) -> Bool {
    guard word.utf8.count > 1 else { return false }
    let frequency = try documentFrequency(of: Array(word.utf8))
    return frequency > 0 && Double(frequency) <= most
  }

  /// How often each word of a text that ranks is there, and how it is written where it comes first.
  private func words(of text: String) -> FeedbackDocument {
    let bytes = Array(text.utf8)
    var document = FeedbackDocument(WordVector())
    for found in rankedWords(of: text) {
      let word = String(decoding: found.term, as: UTF8.self)
      document.words[word] = Double(found.count)
      document.written[word] = String(decoding: bytes[found.source], as: UTF8.self)
    }
    return document
  }
}
