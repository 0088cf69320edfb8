/// Where a query can't be read, and why.
public struct QueryError: Error, Equatable, CustomStringConvertible {
  /// The query as given.
  public var query: String
  /// The place in `query`, in characters from 0.
  public var column: Int
  /// What was expected there.
  public var expected: String
  /// What was found instead.
  public var found: String
  /// What to write instead, if anything comes to mind.
  public var suggestion: String?

  /// A report on one place of a query.
  public init(query: String, column: Int, expected: String, found: String, suggestion: String? = nil) {
    self.query = query
    self.column = column
    self.expected = expected
    self.found = found
    self.suggestion = suggestion
  }

  // The characters of a long line that are shown before and behind the place.
  private static let shown = 60

  /// What was expected, the line of the query with a caret under the place, and what to write instead; of a long line a part.
  public var description: String {
    let before = query.prefix(column)
    let lineStart = before.lastIndex(where: \.isNewline).map { query.index(after: $0) } ?? query.startIndex
    let (head, rest) = (before[lineStart...], query[before.endIndex...].prefix { !$0.isNewline })
    let left = head.count > 2 * Self.shown ? "…" + head.suffix(Self.shown) : String(head)
    let right = rest.count > 2 * Self.shown ? rest.prefix(Self.shown) + "…" : String(rest)
    let indent = String(repeating: " ", count: left.count)
    let advice = suggestion.map { "\n\($0)" } ?? ""
    return "expected \(expected), found \(found)\n  \(left)\(right)\n  \(indent)^\(advice)"
  }
}
