/// Words of Unicode text in lower case, without English stop words, stemmed by Porter's algorithm.
///
/// Its tokens are those of Lucene's `EnglishAnalyzer` (versions 9 and 10). A word becomes a term in these steps:
///
/// 1. ``WordScanner`` finds it.
/// 2. A possessive `'s` at its end is dropped.
/// 3. ``LowerCase`` makes case alike; accents stay.
/// 4. ``StopWords`` aren't indexed, and leave a gap in the positions.
/// 5. ``PorterStemmer`` strips its suffixes.
public struct EnglishAnalyzer: Analyzer {
  private var words: WordAnalyzer<EnglishTerms>

  /// A new analyzer.
  public init() {
    self.init(cacheLimit: 1_000_000)
  }

  /// An analyzer that remembers the terms of at most `cacheLimit` words.
  package init(cacheLimit: Int) {
    words = WordAnalyzer(cacheLimit: cacheLimit)
  }

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    words.analyze(text, into: &tokens)
  }
}

/// Steps 2 to 5 of ``EnglishAnalyzer``.
struct EnglishTerms: WordTerms {
  private var stemmer = PorterStemmer()

  mutating func make(of word: Span<UInt8>, into term: inout [UInt8]) {
    LowerCase.write(word.extracting(first: word.countWithoutPossessive), into: &term)
    if StopWords.contains(term) {
      term.removeAll(keepingCapacity: true)
    } else {
      stemmer.stem(&term)
    }
  }
}

extension Span<UInt8> {
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
