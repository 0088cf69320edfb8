/// Words of Unicode text, folded, without English stop words, stemmed by Porter's algorithm.
///
/// For text without accents and emoji its terms are those of Lucene's `EnglishAnalyzer`. A word becomes a term in
/// these steps:
///
/// 1. ``WordScanner`` finds it; a word of more than 255 bytes is cut into pieces of at most 255.
/// 2. A possessive `'s` at its end is dropped.
/// 3. ``Folding`` makes case, compatibility forms and accents alike.
/// 4. ``StopWords`` aren't indexed, and leave a gap in the positions.
/// 5. ``PorterStemmer`` strips its suffixes.
///
/// Steps 2 to 5 are done once for each different word, and remembered in a ``TermCache``.
public struct EnglishAnalyzer: Analyzer {
  let scanner = WordScanner()
  private let stemmer = PorterStemmer()
  private var folding = Folding()
  var cache: TermCache
  private(set) var scratch: [UInt8] = []

  /// A new analyzer.
  public init() {
    self.init(cacheLimit: 1_000_000)
  }

  /// An analyzer that remembers the terms of at most `cacheLimit` words.
  package init(cacheLimit: Int) {
    cache = TermCache(limit: cacheLimit)
  }

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
    var end = 0
    while let word = scanner.nextWord(in: text, from: end) {
      end = word.upperBound
      if word.count <= TermCache.maximumLength {
        append(word, of: text, to: &tokens)
      } else {
        appendPieces(of: word, of: text, to: &tokens)
      }
    }
  }

  private mutating func append(_ word: Range<Int>, of text: Span<UInt8>, to tokens: inout TokenBuffer) {
    let term = term(of: text.extracting(word))
    if !term.isEmpty {
      tokens.append(cache.arena[term], position: tokens.positionCount, source: word)
    }
    tokens.positionCount += 1
  }

  private mutating func appendPieces(of word: Range<Int>, of text: Span<UInt8>, to tokens: inout TokenBuffer) {
    let bytes = text.extracting(..<word.upperBound)
    var start = word.lowerBound
    while start < bytes.count {
      let end = bytes.characterStart(atOrBefore: min(start + TermCache.maximumLength, bytes.count))
      append(start..<end, of: text, to: &tokens)
      start = end
    }
  }

  /// The place in the cache of a word's term, which is empty for a word that isn't indexed.
  private mutating func term(of word: Span<UInt8>) -> Range<Int> {
    let hash = TermCache.hash(word)
    if let known = cache.term(of: word, hash: hash) { return known }
    makeTerm(of: word)
    return cache.insert(word, hash: hash, term: scratch)
  }

  /// Sets `scratch` to a word's term, or empties it for a stop word.
  mutating func makeTerm(of word: Span<UInt8>) {
    let bare = word.extracting(first: word.countWithoutPossessive)
    folding.fold(bare, into: &scratch)
    // An accent tells a word from a stop word: Å from a, thé from the.
    let isStopWord = StopWords.contains(scratch) && bare.isASCII
    guard !isStopWord else { return scratch.removeAll(keepingCapacity: true) }
    truncate()
    stemmer.stem(&scratch)
  }

  /// Cuts a term that folding made too long: a few characters stand for many.
  private mutating func truncate() {
    guard scratch.count > TermCache.maximumLength else { return }
    let end = scratch.span.characterStart(atOrBefore: TermCache.maximumLength)
    scratch.removeSubrange(end...)
  }
}

extension Span<UInt8> {
  fileprivate var isASCII: Bool { indices.allSatisfy { self[$0] < 0x80 } }

  /// How many bytes a word has without `'s`, whichever of three apostrophes (U+0027, U+2019, U+FF07) it has.
  fileprivate var countWithoutPossessive: Int {
    guard let last, last | 0x20 == UInt8(ascii: "s") else { return count }
    if ends(in: 0x27, before: count - 1) { return count - 2 }
    let isWide = ends(in: 0xE2, 0x80, 0x99, before: count - 1) || ends(in: 0xEF, 0xBC, 0x87, before: count - 1)
    return isWide ? count - 4 : count
  }

  private var last: UInt8? { isEmpty ? nil : self[count - 1] }

  private func ends(in bytes: UInt8..., before end: Int) -> Bool {
    end >= bytes.count && bytes.indices.allSatisfy { self[end - bytes.count + $0] == bytes[$0] }
  }
}
