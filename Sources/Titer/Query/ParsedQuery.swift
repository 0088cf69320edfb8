extension ParsedQuery {
  /// Reads a query in a dialect, and asks for its ``Dialect/variants``.
  ///
  /// - Throws: ``QueryError`` with the place of the first fault.
  public init(_ text: String, dialect: Dialect) throws(QueryError) {
    switch dialect {
    case .plain: try self.init(plain: text)
    case .lucene: try self.init(lucene: text)
    case .pubmed: try self.init(pubmed: text)
    case .ovid: try self.init(ovid: text)
    }
    query.variants = dialect.variants
  }
}

extension Query {
  /// The query as text of a dialect, which is read as the same query, but for ``variants``.
  ///
  /// - Throws: ``Unwritable`` for what the dialect has no way to write.
  public func text(in dialect: Dialect) throws(Unwritable) -> String {
    // No dialect has a way to write which other forms count.
    let query = Query(clauses, filter: filter)
    return switch dialect {
    case .plain: try query.plainSyntaxText()
    case .lucene: try query.luceneText()
    case .pubmed: try query.pubmedText()
    case .ovid: try query.ovidText()
    }
  }
}
