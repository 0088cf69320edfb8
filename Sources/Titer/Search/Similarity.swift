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
    let tokens = analyzers.use { analyzer in analyzer.tokens(of: text) }
    var counts: [[UInt8]: (count: Int, source: Range<Int>)] = [:]
    for token in tokens.tokens where token.layer != .exact && token.rule == .word {
      counts[Array(tokens.bytes[token.term]), default: (0, token.source)].count += 1
    }
    let documents = statistics.documents
    var weighted: [(weight: Float, source: Range<Int>)] = []
    for (term, found) in counts {
      let frequency = try documentFrequency(of: term)
      // A word of no other document finds none.
      guard frequency > 1 else { continue }
      let weight = BM25(documents: documents, tokens: documents).weight(
        documentFrequency: frequency, count: Double(found.count))
      weighted.append((weight, found.source))
    }
    weighted.sort { ($1.weight, $0.source.lowerBound) < ($0.weight, $1.source.lowerBound) }
    let bytes = Array(text.utf8)
    let best = weighted.prefix(max(words, 0)).map { String(decoding: bytes[$0.source], as: UTF8.self) }
    return Query(best.isEmpty ? [] : [.words(best.joined(separator: " "))])
  }

  /// How many documents hold a term, deleted ones included.
  func documentFrequency(of term: [UInt8]) throws(IndexError) -> Int {
    var frequency = 0
    for segment in segments {
      frequency += try segment.reading { () throws(FormatError) in
        try TermDictionary(segment.file).entry(of: term)?.documentFrequency ?? 0
      }
    }
    return frequency
  }
}
