/// What is asked: words that rank, and what a document must hold.
///
///     Query([.words("lupus nephritis"), .phrase("CAR T"), .not(.words("mice"))])
///
/// Words alone make every document that holds one of them an answer. Beside a clause that a document must hold they only add to
/// the score.
public struct Query: Sendable, Equatable {
  /// A part of a query, as the user wrote it; the index's own chain analyses it.
  public indirect enum Clause: Sendable, Equatable {
    /// Words: each adds to the score.
    case words(String)
    /// A phrase: a document must hold its words next to each other and in order; its words add to the score too.
    case phrase(String)
    /// Words that a document must hold in one stretch of text with at most `gap` other words, in order or not.
    case near(String, gap: Int, ordered: Bool)
    /// A document must hold all of these; the words of `words` each.
    case all([Clause])
    /// A document must hold at least one of these.
    case any([Clause])
    /// A document must not hold this; its words don't add to the score.
    case not(Clause)
    /// Only what stands in these texts counts.
    case field(FieldSet, Clause)
  }

  /// The parts in the order that they were written.
  public var clauses: [Clause]

  /// Which documents may answer at all; it doesn't change scores.
  public var filter: Filter

  /// A query of the given parts; of a filter alone, every document that it lets through is an answer, with a score of 0.
  public init(_ clauses: [Clause], filter: Filter = Filter()) {
    self.clauses = clauses
    self.filter = filter
  }
}
