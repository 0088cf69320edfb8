/// Text into terms.
///
/// Its laws: the same text gives the same tokens, whatever was analysed before; positions never decrease, and the
/// first is 0; a token's source range lies on character boundaries of the text. One analyzer serves one
/// thread at a time: it keeps scratch space and caches.
public protocol Analyzer {
  /// Appends the tokens of `text` (UTF-8; ill-formed bytes separate words) to an emptied `tokens`.
  mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer)
}

/// The analysis chains by their names, as an index's manifest records them.
///
/// An index is searched with the chain that made it. A change to what a chain produces gets a new version.
public enum AnalysisChain: String, Sendable, CaseIterable {
  /// Words of Unicode text, folded, without English stop words, stemmed by Porter's algorithm.
  case english = "english/1"

  /// A new analyzer of this chain.
  public func makeAnalyzer() -> any Analyzer {
    switch self {
    case .english: EnglishAnalyzer()
    }
  }
}

extension AnalysisChain {
  /// A new analyzer of this chain for an index's writer, one that remembers the terms of at most `cacheLimit` words.
  func makeIndexingAnalyzer(cacheLimit: Int) -> any IndexingAnalyzer {
    switch self {
    case .english: EnglishAnalyzer(cacheLimit: cacheLimit)
    }
  }
}

extension Analyzer {
  /// The tokens of `text`.
  public mutating func tokens(of text: String) -> TokenBuffer {
    var tokens = TokenBuffer()
    analyze(text.utf8.span, into: &tokens)
    return tokens
  }
}
