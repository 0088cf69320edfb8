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

  /// A report on one place of a query.
  public init(query: String, column: Int, expected: String, found: String) {
    self.query = query
    self.column = column
    self.expected = expected
    self.found = found
  }

  /// The query, a caret under the place, and what was expected.
  public var description: String {
    "expected \(expected), found \(found)\n  \(query)\n  \(String(repeating: " ", count: column))^"
  }
}
