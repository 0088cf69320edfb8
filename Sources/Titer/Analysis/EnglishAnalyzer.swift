/// Words of Unicode text, folded, without English stop words, stemmed by Porter's algorithm.
public struct EnglishAnalyzer: Analyzer {
  /// A new analyzer.
  public init() {}

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
  }
}
