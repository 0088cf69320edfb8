extension Query {
  /// The query in PubMed's syntax.
  ///
  /// Reading it gives an equal query.
  ///
  /// - Throws: ``Unwritable`` for what PubMed has no syntax for.
  package func pubmedText() throws(Unwritable) -> String {
    guard clauses.count == 1, let clause = clauses.first, filter.isEmpty, variants == .all else {
      throw Unwritable(dialect: .pubmed, clause: description)
    }
    let text = try PubMedPrinter.expression(clause, depth: 1)
    return PubMedWrapping(Array(text)) == nil ? text : "(\(text))"
  }
}

/// Writes clauses in PubMed's syntax: operators in upper case, short tags, quotes where they are needed.
enum PubMedPrinter {
  /// A clause as it stands alone.
  ///
  /// - Throws: ``Unwritable`` for what PubMed has no syntax for.
  static func expression(_ clause: Query.Clause, depth: Int) throws(Unwritable) -> String {
    guard depth <= QueryScanner.deepest else { throw unwritable(clause) }
    if let term = term(clause) { return term }
    switch clause {
    case .all(let clauses): return try conjunction(clauses, of: clause, depth: depth)
    case .any(let clauses): return try disjunction(clauses, of: clause, depth: depth)
    default: throw unwritable(clause)
    }
  }

  private static func conjunction(
    _ clauses: [Query.Clause], of whole: Query.Clause, depth: Int
  ) throws(Unwritable) -> String {
    guard clauses.count > 1 else { throw unwritable(whole) }
    var text = try operand(clauses[0], depth: depth + 1)
    for clause in clauses.dropFirst() {
      if case .not(let excluded) = clause {
        text += " NOT " + (try operand(excluded, depth: depth + 2))
      } else {
        text += " AND " + (try operand(clause, depth: depth + 1))
      }
    }
    return text
  }

  private static func disjunction(
    _ clauses: [Query.Clause], of whole: Query.Clause, depth: Int
  ) throws(Unwritable) -> String {
    guard clauses.count > 1 else { throw unwritable(whole) }
    var operands: [String] = []
    for clause in clauses { operands.append(try operand(clause, depth: depth + 1)) }
    return operands.joined(separator: " OR ")
  }

  /// A clause beside others: in parentheses unless it is a term.
  private static func operand(_ clause: Query.Clause, depth: Int) throws(Unwritable) -> String {
    if depth <= QueryScanner.deepest, let term = term(clause) { return term }
    return "(\(try expression(clause, depth: depth)))"
  }

  private static func unwritable(_ clause: Query.Clause) -> Unwritable {
    Unwritable(dialect: .pubmed, clause: clause.description)
  }

  /// A clause as one term, or `nil` if it can't be written as such: the first way to write it that is read back the same.
  private static func term(_ clause: Query.Clause) -> String? {
    let query = Query([clause])
    return PubMedTermWriter.candidates(for: clause).first { text in
      (try? ParsedQuery(pubmed: "(\(text))"))?.query == query
    }
  }
}
