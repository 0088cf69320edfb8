/// Why a document doesn't answer a query, and the least change of the query with which it does.
public struct Exclusion: Sendable, Equatable {
  /// A part of the query that kept the document out, and what would let it in.
  public struct Change: Sendable, Equatable {
    /// The part as it was.
    public var clause: Query.Clause
    /// What it becomes; `nil` where it is left out.
    public var replacement: Query.Clause?
    /// What is missing or too much, in words.
    public var reason: String
  }

  /// The changes, in the order of the query.
  public var changes: [Change]
  /// The query with the changes; the document answers it.
  public var query: Query
}

extension Index {
  /// Why a document doesn't answer a query; `nil` when it does, or when there is no such document.
  ///
  /// Of all ways to change the query that it tries, it takes the one that changes least: another form of a word before a wider field,
  /// a wider field before words anywhere, anything before leaving a part out. The changed query was asked of the document.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: about ten looks at the document for each part of the query that doesn't hold.
  public func exclusion(
    of id: String, from query: Query, lines: [Int: DocumentSet] = [:]
  ) throws(IndexError) -> Exclusion? {
    guard let place = try place(ofID: id) else { return nil }
    let searcher = try searcher(query, Scoring(), lines, ranks: false)
    if try searcher.matches(place.document, inSegment: place.segment) { return nil }
    let segment = segments[place.segment]
    let values = try segment.reading { () throws(FormatError) in
      let columns = try Columns(segment.file)
      return try columns.values(of: place.document)
    }
    let facts = DocumentFacts(index: self, place: place, values: values, variants: query.variants, lines: lines)
    return try facts.exclusion(from: query)
  }
}

/// What can be asked of one document.
struct DocumentFacts {
  let index: Index
  let place: Index.Place
  /// Its year, types and so on.
  let values: ColumnValues
  let variants: Query.Variants
  let lines: [Int: DocumentSet]

  /// Whether a clause is true of the document when only some texts count; `nil` where it asks for nothing that is indexed.
  func holds(_ clause: Query.Clause, in fields: FieldSet = .all) throws(IndexError) -> Bool? {
    let query = Query([fields == .all ? clause : .field(fields, clause)], variants: variants)
    let searcher = try index.searcher(query, Scoring(), lines, ranks: false)
    return searcher.asksForSomething ? try searcher.matches(place.document, inSegment: place.segment) : nil
  }

  func exclusion(from query: Query) throws(IndexError) -> Exclusion? {
    let (words, others) = query.clauses.reduce(into: ([], [])) {
      (parts: inout ([Query.Clause], [Query.Clause]), clause) in
      if clause.isOptional { parts.0.append(clause) } else { parts.1.append(clause) }
    }
    var (changes, clauses): ([Exclusion.Change], [Query.Clause]) = ([], words)
    for clause in others {
      let repair = try Repair.making(clause, true, of: self, in: .all)
      changes += repair.changes
      if let clause = repair.clause { clauses.append(clause) }
    }
    var changed = query
    changed.clauses = clauses
    changed.filter = try filter(query.filter, &changes)
    let searcher = try index.searcher(changed, Scoring(), lines, ranks: false)
    if try searcher.matches(place.document, inSegment: place.segment) {
      return Exclusion(changes: changes, query: changed)
    }
    // What is left asks for nothing, or for words of which none is there.
    let reason = searcher.asksForSomething ? "holds none of these words" : "has nothing to be found by here"
    let clause = Query.Clause.all(words.isEmpty ? clauses : words)
    changes.append(Exclusion.Change(clause: clause, replacement: nil, reason: reason))
    changed.clauses = [.everything] + clauses.filter { !$0.isOptional }
    return Exclusion(changes: changes, query: changed)
  }

  private func filter(_ filter: Filter, _ changes: inout [Exclusion.Change]) throws(IndexError) -> Filter {
    guard !filter.isEmpty, try holds(.filter(filter)) == false else { return filter }
    let wider = filter.widened(to: values)
    changes.append(
      Exclusion.Change(
        clause: .filter(filter), replacement: wider.isEmpty ? nil : .filter(wider),
        reason: filter.reason(against: values)))
    return wider
  }
}

extension Filter {
  /// The filter, so wide that it lets a document of such values through; a part for which the document has no value is left out.
  func widened(to values: ColumnValues) -> Filter {
    var wider = self
    if let years, !years.contains(values.year) {
      wider.years = values.year > 0 ? min(years.lowerBound, values.year)...max(years.upperBound, values.year) : nil
    }
    wider.journals = Self.widened(journals, to: [values.journal])
    wider.languages = Self.widened(languages, to: [values.language])
    wider.sources = Self.widened(sources, to: [values.source])
    wider.types = Self.widened(types, to: values.types)
    return wider
  }

  private static func widened(_ wanted: [String], to values: [[UInt8]]) -> [String] {
    let values = values.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    guard !wanted.isEmpty, let first = values.first else { return [] }
    let isMet = values.contains { value in wanted.contains { $0.lowercased() == value.lowercased() } }
    return isMet ? wanted : wanted + [first]
  }

  /// What of a document's values it doesn't let through.
  func reason(against values: ColumnValues) -> String {
    let wider = widened(to: values)
    var reasons: [String] = []
    if wider.years != years {
      reasons.append(values.year > 0 ? "is of the year \(values.year)" : "has no year")
    }
    let parts: [(String, [String], [String], [[UInt8]])] = [
      ("journal", journals, wider.journals, [values.journal]), ("type", types, wider.types, values.types),
      ("language", languages, wider.languages, [values.language]), ("source", sources, wider.sources, [values.source]),
    ]
    for (name, old, new, values) in parts where old != new {
      let texts = values.filter { !$0.isEmpty }.map { "“\(String(decoding: $0, as: UTF8.self))”" }
      reasons.append(texts.isEmpty ? "has no \(name)" : "has the \(name) \(texts.joined(separator: ", "))")
    }
    return reasons.joined(separator: ", ")
  }
}
