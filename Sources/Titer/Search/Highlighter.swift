/// Finds a query's words in a text, as the index's own chain sees them.
public struct Highlighter {
  /// A part of a text around its best matches.
  public struct Snippet: Sendable, Equatable {
    /// The part of the text, cut at word boundaries; `isCutBefore` and `isCutAfter` say where text was left out.
    public var text: String
    /// The matches in `text`, as ranges of UTF-8 bytes, ascending and disjoint.
    public var matches: [Range<Int>]
    /// Whether text was left out before.
    public var isCutBefore: Bool
    /// Whether text was left out after.
    public var isCutAfter: Bool
  }

  /// A highlighter of `query` under `chain`.
  public init(_ query: Query, chain: AnalysisChain) {}

  /// The matches in `text`, as ranges of UTF-8 bytes, ascending and disjoint.
  public mutating func matches(in text: String) -> [Range<Int>] { [] }

  /// The window of at most `width` characters that holds the most different query terms, the earliest if several do.
  public mutating func snippet(of text: String, width: Int) -> Snippet {
    Snippet(text: text, matches: [], isCutBefore: false, isCutAfter: false)
  }
}
