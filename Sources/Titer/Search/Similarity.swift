extension Index {
  /// A query for documents like a text: its words that tell it from others best, by frequency in the text and rarity in the index.
  ///
  /// - Parameters:
  ///   - text: such as the title and abstract of a document.
  ///   - words: how many words at most.
  /// - Returns: a query of words that rank.
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(text), and a look-up of each of its terms in each segment.
  public func query(similarTo text: String, words: Int = 40) throws(IndexError) -> Query {
    let documents = statistics.documents
    var weighted: [(weight: Float, source: Range<Int>)] = []
    for word in rankedWords(of: text) {
      let frequency = try documentFrequency(of: word.term)
      // A word of no other document finds none.
      guard frequency > 1 else { continue }
      let weight = BM25(documents: documents, tokens: documents).weight(
        documentFrequency: frequency, count: Double(word.count))
      weighted.append((weight, word.source))
    }
    weighted.sort { ($1.weight, $0.source.lowerBound) < ($0.weight, $1.source.lowerBound) }
    let bytes = Array(text.utf8)
    let best = weighted.prefix(max(words, 0)).map { String(decoding: bytes[$0.source], as: UTF8.self) }
    return Query(best.isEmpty ? [] : [.words(best.joined(separator: " "))])
  }
}
