/// A part of a query that a dialect has no way to write.
public struct Unwritable: Error, Equatable, CustomStringConvertible {
  /// The dialect.
  public var dialect: Dialect
  /// The part, as a tree.
  public var clause: String

  /// A part that a dialect can't write.
  public init(dialect: Dialect, clause: String) {
    self.dialect = dialect
    self.clause = clause
  }

  /// What can't be written, and where.
  public var description: String { "\(clause) can't be written in the \(dialect.rawValue) dialect" }
}
