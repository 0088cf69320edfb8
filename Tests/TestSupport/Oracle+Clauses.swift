import Titer

extension Oracle {
  /// The terms of a query in the order that they first come, and how much each counts.
  struct Terms {
    /// A term in some of the texts: another term than in others.
    struct Term: Hashable {
      var bytes: [UInt8]
      var fields: FieldSet
    }

    private(set) var inOrder: [Term] = []
    private var counts: [Term: Double] = [:]
    private var names: [Term: Int] = [:]
    private var nameCount = 0

    /// How much the words that give the term count; 0 where only excluded ones do.
    func count(of term: Term) -> Double { counts[term] ?? 0 }

    /// The other forms of the name or pattern that a term is a form of, itself included; the term alone where it is of none.
    func forms(of term: Term) -> [Term] {
      names[term].map { name in inOrder.filter { names[$0] == name } } ?? [term]
    }

    /// A name that no term has yet.
    mutating func newName() -> Int {
      nameCount += 1
      return nameCount
    }

    mutating func note(_ term: Term, counting count: Double, name: Int? = nil) {
      if names[term] == nil, count > 0 { names[term] = name }
      if counts[term] == nil { inOrder.append(term) }
      counts[term, default: 0] += count
    }
  }

  /// Words of a query as the analyzer sees them.
  typealias Words = [(term: Terms.Term, position: Int)]

  /// Where a clause stands in the query: which texts count, and how much its words do.
  struct Place {
    var fields = FieldSet.all
    var count = 1.0
  }

  /// By document whether it answers; and for one without any word, whether it may, and whether it may not.
  struct Condition {
    var holds: [Bool]
    var mayHold: Bool
    var mayFail: Bool
  }

  /// By document whether it answers the query; `nil` when nothing is asked.
  ///
  /// A clause that a document without any word may answer only excludes. Words alone are optional, but of a query without a clause that
  /// requires anything a document must hold one.
  func matches(_ query: Query, _ terms: inout Terms) -> [Bool]? {
    var conditions: [Condition] = []
    var words: [Condition] = []
    for clause in query.clauses {
      if case .words(let text) = clause {
        words += read(text, Place(), &terms).map { documents(holding: $0.term) }
      } else if case .optional(let clause) = clause {
        if let condition = matches(clause, Place(), &terms) { words.append(condition) }
      } else if let condition = matches(clause, Place(), &terms) {
        conditions.append(condition)
      }
    }
    if conditions.allSatisfy(\.mayHold), !words.isEmpty { conditions.append(any(words)) }
    return conditions.isEmpty ? nil : all(conditions).holds
  }

  /// What a clause asks for; `nil` when none of its words is indexed, so that it asks for nothing.
  private func matches(_ clause: Query.Clause, _ place: Place, _ terms: inout Terms) -> Condition? {
    var inner = place
    switch clause {
    case .words(let text):
      let words = read(text, place, &terms)
      return words.isEmpty ? nil : any(words.map { documents(holding: $0.term) })
    case .phrase, .exact, .pattern, .fuzzy, .near: return standing(clause, 1, place, &terms)
    case .frequency(let clause, let least):
      return least > 1 ? standing(clause, least, place, &terms) : matches(clause, place, &terms)
    case .all(let clauses):
      let parts = clauses.flatMap { clause -> [Condition] in
        guard case .words(let text) = clause else { return matches(clause, place, &terms).map { [$0] } ?? [] }
        return read(text, place, &terms).map { documents(holding: $0.term) }
      }
      return parts.isEmpty ? nil : all(parts)
    case .any(let clauses):
      let parts = clauses.compactMap { matches($0, place, &terms) }
      return parts.isEmpty ? nil : any(parts)
    case .not(let clause):
      inner.count = 0
      return matches(clause, inner, &terms).map {
        Condition(holds: $0.holds.map { !$0 }, mayHold: $0.mayFail, mayFail: $0.mayHold)
      }
    case .optional(let clause):
      _ = matches(clause, place, &terms)
      return nil
    case .field(let fields, let clause):
      inner.fields.formIntersection(fields)
      return matches(clause, inner, &terms)
    case .boost(let clause, let factor):
      inner.count *= Double(factor)
      return matches(clause, inner, &terms)
    case .filter(let filter):
      return Condition(holds: entries.map { $0.isIn(filter) }, mayHold: true, mayFail: true)
    case .value(let attribute, let text):
      let value = Document.Value(attribute, text)
      return Condition(holds: entries.map { $0.values.contains(value) }, mayHold: false, mayFail: true)
    case .line: return any([])
    case .everything: return all([])
    case .regex, .heading: preconditionFailure("not modelled")
    }
  }

  private func standing(
    _ clause: Query.Clause, _ least: Int, _ place: Place, _ terms: inout Terms
  ) -> Condition? {
    guard let places = places(clause, place, &terms) else { return nil }
    let holds = entries.indices.map { document in
      let starts = FieldSet.texts.filter { place.fields.contains($0) }.map { text in
        Set(places.standings(document, text).map(\.hull.lowerBound)).count
      }
      return starts.reduce(0, +) >= least
    }
    return Condition(holds: holds, mayHold: false, mayFail: true)
  }

  private func documents(holding term: Terms.Term) -> Condition {
    var holds = [Bool](repeating: false, count: entries.count)
    for counts in holding(term) { holds[counts.document] = true }
    return Condition(holds: holds, mayHold: false, mayFail: true)
  }

  private func all(_ parts: [Condition]) -> Condition {
    let holds = entries.indices.map { document in parts.allSatisfy { $0.holds[document] } }
    return Condition(
      holds: holds, mayHold: parts.allSatisfy(\.mayHold), mayFail: parts.contains(where: \.mayFail))
  }

  private func any(_ parts: [Condition]) -> Condition {
    let holds = entries.indices.map { document in parts.contains { $0.holds[document] } }
    return Condition(
      holds: holds, mayHold: parts.contains(where: \.mayHold), mayFail: parts.allSatisfy(\.mayFail))
  }
}

extension Oracle.Entry {
  /// Whether a filter lets the document through.
  fileprivate func isIn(_ filter: Filter) -> Bool {
    if let years = filter.years, !(year.map { years.contains($0) } ?? false) { return false }
    return filter.languages.isEmpty || filter.languages.contains(language)
  }
}

extension FieldSet {
  /// The texts, one by one.
  static let texts: [FieldSet] = [.title, .abstract, .keywords]
}
