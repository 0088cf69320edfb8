/// A search strategy: numbered lines, each a query that may name the lines before it.
public struct Strategy: Sendable {
  /// A line.
  public struct Line: Sendable {
    /// Its number, by which others name it.
    public var number: Int
    /// The line as written, without its number.
    public var text: String
    /// The line of the file on which it begins, from 1.
    public var place: Int
    /// The count that a database gave for it, if one stands behind it.
    public var reported: Int?
    /// The query, or why it can't be read.
    public var parsed: Result<ParsedQuery, QueryError>
  }

  /// The lines in order.
  public private(set) var lines: [Line] = []

  /// The dialect that all lines were read in.
  public let dialect: Dialect

  /// Reads a strategy; without a dialect, in the one that the lines are most like.
  public init(_ text: String, dialect: Dialect? = nil) {
    let texts = StrategyText(text).lines
    let dialect = dialect ?? Dialect(detectingLines: texts.map(\.text))
    self.dialect = dialect
    lines = texts.map { line in
      Line(
        number: line.number, text: line.text, place: line.place, reported: line.reported,
        parsed: Result { () throws(QueryError) in try ParsedQuery(line.text, dialect: dialect) })
    }
  }

  /// Appends a line with the next number, and returns it.
  @discardableResult
  public mutating func append(_ text: String, _ parsed: ParsedQuery) -> Line {
    let line = Line(
      number: (lines.last?.number ?? 0) + 1, text: text, place: (lines.last?.place ?? 0) + 1, reported: nil,
      parsed: .success(parsed))
    lines.append(line)
    return line
  }

  /// No lines yet, in a dialect.
  public init(dialect: Dialect) {
    self.dialect = dialect
  }
}
