/// The words of a text, each of which becomes a term by the rules of a chain.
///
/// A word's term is made once and remembered in a ``TermCache``.
struct WordAnalyzer<Terms: WordTerms>: Analyzer {
  private var terms = Terms()
  /// The words that are looked at, kept so that their memory is.
  var words = WordBunch(WordScanner())
  var cache: TermCache
  private(set) var scratch: [UInt8] = []

  /// An analyzer that remembers the terms of at most `cacheLimit` words.
  init(cacheLimit: Int) {
    cache = TermCache(limit: cacheLimit)
  }

  mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
    words.begin()
    while words.fill(from: text) {
      cache.prefetch(words.hashes.span)
      for index in words.ranges.indices {
        let word = words.ranges[index]
        let term = term(of: text.extracting(word), hash: words.hashes[index])
        if !term.isEmpty {
          tokens.append(cache.arena, term, position: tokens.positionCount, source: word)
        }
        tokens.positionCount += 1
      }
    }
  }

  /// The place in the cache of a word's term, which is empty for a word that isn't indexed.
  @inline(__always)
  private mutating func term(of word: Span<UInt8>, hash: UInt32) -> Range<Int> {
    if let known = cache.term(of: word, hash: hash) { return known }
    makeTerm(of: word)
    return cache.insert(word, hash: hash, term: scratch)
  }

  /// Sets `scratch` to a word's term.
  mutating func makeTerm(of word: Span<UInt8>) { terms.make(of: word, into: &scratch) }
}

/// How a word becomes a term.
protocol WordTerms {
  init()

  /// Replaces `term` by the term of a word, of at most ``TermCache/maximumLength`` bytes; empties it for one that isn't indexed.
  mutating func make(of word: Span<UInt8>, into term: inout [UInt8])
}
