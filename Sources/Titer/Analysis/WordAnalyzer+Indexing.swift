extension WordAnalyzer: IndexingAnalyzer {
  mutating func analyze(
    _ text: Span<UInt8>, into occurrences: inout OccurrenceList, numberedBy terms: SharedTerms
  ) {
    var words = WordBunch()
    while scanner.fill(&words, from: text) {
      cache.prefetch(words.hashes.span.extracting(first: words.count))
      for index in 0..<words.count {
        let word = text.extracting(words.range(index))
        if let number = number(of: word, hash: words.hashes[index], terms) { occurrences.append(number) }
        occurrences.position += 1
      }
    }
  }

  mutating func forgetNumbers() { cache.forgetNumbers() }

  /// The number of a word's term, or nil for a word that isn't indexed.
  @inline(__always)
  private mutating func number(of word: Span<UInt8>, hash: UInt32, _ terms: SharedTerms) -> UInt32? {
    let place = cache.place(of: word, hash: hash)
    guard let known = cache.known(at: place) else { return newNumber(of: word, hash: hash, terms) }
    if known.number != TermCache.unnumbered { return known.number }
    return known.term.isEmpty ? nil : number(known.term, at: place, terms)
  }

  private mutating func newNumber(of word: Span<UInt8>, hash: UInt32, _ terms: SharedTerms) -> UInt32? {
    makeTerm(of: word)
    let term = cache.insert(word, hash: hash, term: scratch)
    return term.isEmpty ? nil : number(term, at: cache.place(of: word, hash: hash), terms)
  }

  private mutating func number(_ term: Range<Int>, at place: Int, _ terms: SharedTerms) -> UInt32 {
    let number = terms.number(of: cache.arena[term])
    cache.number(number, at: place)
    return number
  }
}

/// Some consecutive words of a text, and their hashes.
private struct WordBunch {
  private static let capacity = 32
  private(set) var count = 0
  private(set) var hashes = InlineArray<32, UInt32>(repeating: 0)
  private var starts = InlineArray<32, UInt32>(repeating: 0)
  private var counts = InlineArray<32, UInt16>(repeating: 0)
  /// The end of the last word.
  private(set) var end = 0

  var isFull: Bool { count == Self.capacity }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ word: Range<Int>, hash: UInt32) {
    hashes[count] = hash
    starts[count] = UInt32(truncatingIfNeeded: word.lowerBound)
    counts[count] = UInt16(truncatingIfNeeded: word.count)
    count += 1
    end = word.upperBound
  }

  func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index]) + Int(counts[index]) }
}

extension WordScanner {
  /// Replaces `words` by the next ones of `text`; returns whether there are any.
  fileprivate func fill(_ words: inout WordBunch, from text: Span<UInt8>) -> Bool {
    words.removeAll()
    while !words.isFull, let word = nextWord(in: text, from: words.end) {
      words.append(word, hash: TermCache.hash(text.extracting(word)))
    }
    return words.count > 0
  }
}
