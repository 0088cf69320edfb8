/// A word of a text, in the form in which it ranks.
struct RankedWord {
  /// The form.
  let term: [UInt8]
  /// Where the word stands first in the text.
  let source: Range<Int>
  /// How often the text has it.
  var count: Int
}

extension Index {
  /// The words of a text that rank, names aside, in the order in which they come first.
  ///
  /// - Complexity: O(text).
  func rankedWords(of text: String) -> [RankedWord] {
    let tokens = analyzers.use { analyzer in analyzer.tokens(of: text) }
    var (words, places): ([RankedWord], [[UInt8]: Int]) = ([], [:])
    for token in tokens.tokens where token.layer != .exact && token.rule == .word {
      let term = Array(tokens.bytes[token.term])
      if let place = places[term] {
        words[place].count += 1
      } else {
        places[term] = words.count
        words.append(RankedWord(term: term, source: token.source, count: 1))
      }
    }
    return words
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
