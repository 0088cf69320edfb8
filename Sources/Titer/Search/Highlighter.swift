/// Finds a query's words in a text, as the index's own chain sees them.
public struct Highlighter {
  /// A part of a text around its best matches.
  public struct Snippet: Sendable, Equatable {
    /// The part of the text, cut at word boundaries; `isCutBefore` and `isCutAfter` say where text was left out.
    ///
    /// Its characters are the text's own, except that line breaks became spaces.
    public var text: String
    /// The matches in `text`, as ranges of UTF-8 bytes, ascending and disjoint.
    public var matches: [Range<Int>]
    /// Whether text was left out before.
    public var isCutBefore: Bool
    /// Whether text was left out after.
    public var isCutAfter: Bool
  }

  private var analyzer: any Analyzer
  private let query: Query
  /// What the query asks for in any text; `nil` where that depends on the text.
  private let terms: QueryTerms?

  /// A highlighter of `query` under `chain`.
  public init(_ query: Query, chain: AnalysisChain) {
    analyzer = chain.makeAnalyzer()
    self.query = query
    let terms = QueryTerms(query, analyzer: &analyzer, vocabulary: Vocabulary(TokenBuffer()))
    self.terms = terms.hasForms ? nil : terms
  }

  /// The matches in `text`, as ranges of UTF-8 bytes, ascending and disjoint.
  ///
  /// The words of a phrase match only where the phrase does.
  ///
  /// - Complexity: linear in the text, times the words of the query's phrases at worst.
  public mutating func matches(in text: String) -> [Range<Int>] {
    found(in: text).map(\.source)
  }

  /// The query's words in a text; names in the forms that the text has of them.
  private mutating func found(in text: String) -> [QueryTerms.Match] {
    let tokens = analyzer.tokens(of: text)
    if let terms { return terms.matches(in: tokens) }
    return QueryTerms(query, analyzer: &analyzer, vocabulary: Vocabulary(tokens)).matches(in: tokens)
  }

  /// The window of at most `width` characters that holds the most different query terms, the earliest if several do.
  ///
  /// Of windows with as many different terms, the one with the most matches is taken. A text without a match gives its
  /// beginning. Characters are Unicode scalars; a window that would have to cut its only word is empty.
  ///
  /// - Complexity: as ``matches(in:)``.
  public mutating func snippet(of text: String, width: Int) -> Snippet {
    let matches = found(in: text)
    let bytes = text.utf8.span
    let window = SnippetWindow(of: bytes, matches: matches, width: max(width, 0)).range
    let inside = matches.map(\.source).filter {
      window.lowerBound <= $0.lowerBound && $0.upperBound <= window.upperBound
    }
    return Snippet(
      text: bytes.line(window),
      matches: inside.map { $0.lowerBound - window.lowerBound..<$0.upperBound - window.lowerBound },
      isCutBefore: window.lowerBound > 0,
      isCutAfter: window.upperBound < bytes.count)
  }
}

extension Span<UInt8> {
  /// A part as one line of text.
  fileprivate func line(_ range: Range<Int>) -> String {
    let lineBreaks = UInt8(ascii: "\n")...UInt8(ascii: "\r")
    return String(decoding: range.map { lineBreaks ~= self[$0] ? UInt8(ascii: " ") : self[$0] }, as: UTF8.self)
  }
}
