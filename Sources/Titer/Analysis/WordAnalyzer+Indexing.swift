extension WordAnalyzer: IndexingAnalyzer {
  mutating func analyze(
    _ text: Span<UInt8>, into occurrences: inout OccurrenceList, numberedBy terms: SharedTerms
  ) {
    words.begin()
    while words.fill(from: text) {
      cache.prefetch(words.hashes.span)
      for index in words.ranges.indices {
        let word = text.extracting(words.ranges[index])
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
