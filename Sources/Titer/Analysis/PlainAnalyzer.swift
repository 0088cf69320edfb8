/// Words of Unicode text, folded, in any language: all of them, and none stemmed.
///
/// ``WordScanner`` finds a word, ``Folding`` makes case, compatibility forms and accents alike: *Sjögren’s* is found as
/// *sjogren's*, not as *Sjögren*.
public struct PlainAnalyzer: Analyzer {
  private var words: WordAnalyzer<FoldedTerms>

  /// A new analyzer.
  public init() {
    words = WordAnalyzer(cacheLimit: 1_000_000)
  }

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    words.analyze(text, into: &tokens)
  }
}

/// Folded words; one of invisible characters only isn't indexed.
struct FoldedTerms: WordTerms {
  private var folding = Folding()

  mutating func make(of word: Span<UInt8>, into term: inout [UInt8]) {
    folding.fold(word, into: &term)
    // A few characters stand for many.
    guard term.count > TermCache.maximumLength else { return }
    let end = term.span.characterStart(atOrBefore: TermCache.maximumLength)
    term.removeSubrange(end...)
  }
}
