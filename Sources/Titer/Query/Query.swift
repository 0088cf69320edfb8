/// What is asked: words that rank, and phrases that a document must hold.
public struct Query: Sendable, Equatable {
  /// A part of a query, as the user wrote it; the index's own chain analyses it.
  public enum Clause: Sendable, Equatable {
    /// Words: each document that holds one of them is a candidate, and each adds to the score.
    case words(String)
    /// A phrase: a document must hold its words next to each other and in order; its words add to the score too.
    case phrase(String)
  }

  /// The parts in the order that they were written.
  public var clauses: [Clause]

  /// A query of the given parts.
  public init(_ clauses: [Clause]) {
    self.clauses = clauses
  }
}
