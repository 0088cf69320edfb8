/// Text into terms.
///
/// Its laws: the same text gives the same tokens, whatever was analysed before; terms aren't empty; positions never
/// decrease, are counted from 0, and lie below the buffer's `positionCount`; a token's source range lies on character
/// boundaries of the text. One analyzer serves one thread at a time: it may keep scratch space and caches.
///
///     /// Codes with spaces between them.
///     struct CodeAnalyzer: Analyzer {
///       func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
///         tokens.removeAll()
///         var start = 0
///         for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: " ") {
///           if start < end {
///             tokens.append((start..<end).map { text[$0] }, position: tokens.positionCount, source: start..<end)
///             tokens.positionCount += 1
///           }
///           start = end + 1
///         }
///       }
///     }
///
/// ``AnalysisChain`` gives it a name, under which indexes can be made with it.
public protocol Analyzer {
  /// Empties `tokens`, appends the tokens of `text` (UTF-8, which may be ill-formed) and sets how many positions it has.
  mutating func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer)
}

extension Analyzer {
  /// The tokens of `text`.
  public mutating func tokens(of text: String) -> TokenBuffer {
    var tokens = TokenBuffer()
    analyze(text.utf8.span, into: &tokens)
    return tokens
  }
}
