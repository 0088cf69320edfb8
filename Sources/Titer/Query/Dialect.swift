/// A way to write queries.
public enum Dialect: String, Sendable, CaseIterable {
  /// Words and `"phrases"`, `-minus`, `field:`.
  case plain
  /// Lucene's query strings: `+title:lupus "CAR T"~2 nephr* OR (a AND b)^2`.
  case lucene
  /// PubMed's: `"lupus nephritis"[mh] OR lupus[tiab]`.
  case pubmed
  /// Ovid's: `exp Lupus Nephritis/ or (lupus adj3 nephr*).ti,ab.`
  case ovid
}

extension Dialect {
  /// The other forms in which words and names are looked for unless others are asked for.
  ///
  /// A strategy of PubMed or Ovid spells out plurals and spellings by itself, so that only names count however they are written.
  public var variants: Query.Variants {
    switch self {
    case .plain, .lucene: .all
    case .pubmed, .ovid: .names
    }
  }
}

/// A query read from text, and what its reader must know of that.
public struct ParsedQuery: Sendable, Hashable {
  /// A remark on a place of the text: what could be read only in part.
  public struct Note: Sendable, Hashable {
    /// The place, in characters from 0.
    public var column: Int
    /// A sentence.
    public var text: String

    /// A remark.
    public init(column: Int, text: String) {
      self.column = column
      self.text = text
    }
  }

  /// What is asked.
  public var query: Query
  /// How it was written.
  public var dialect: Dialect
  /// Remarks in the order of their places.
  public var notes: [Note]

  /// A query as read.
  public init(query: Query, dialect: Dialect, notes: [Note] = []) {
    self.query = query
    self.dialect = dialect
    self.notes = notes
  }
}
