/// A clause changed so that it is true, or false, of a document.
struct Repair {
  /// What the clause becomes; `nil` where it is left out.
  var clause: Query.Clause?
  /// What was changed.
  var changes: [Exclusion.Change] = []
  /// How much that changes the query.
  var cost = 0

  /// Costs: a form of a word is less than a field, that less than words anywhere, that less than leaving a part out.
  enum Cost {
    static let form = 2
    static let field = 3
    static let anywhere = 5
    static let part = 9
    static let omission = 10
  }

  /// The cheapest change that makes a clause `wanted` of a document, in whose texts only `fields` count; none where it asks for nothing.
  static func making(
    _ clause: Query.Clause, _ wanted: Bool, of facts: DocumentFacts, in fields: FieldSet
  ) throws(IndexError) -> Repair {
    guard try facts.holds(clause, in: fields) == !wanted else { return Repair(clause: clause) }
    let omission = Repair(
      changes: [Exclusion.Change(clause: clause, replacement: nil, reason: wanted ? "doesn't have it" : "has it")],
      cost: wanted ? Cost.omission * clause.size : Cost.part)
    let others = try wanted ? truths(clause, facts, fields) : falsehoods(clause, facts, fields)
    return ([omission] + others).min { $0.cost < $1.cost } ?? omission
  }

  /// Changes that make a clause true.
  private static func truths(
    _ clause: Query.Clause, _ facts: DocumentFacts, _ fields: FieldSet
  ) throws(IndexError) -> [Repair] {
    switch clause {
    case .all(let parts):
      var (clauses, changes, cost): ([Query.Clause], [Exclusion.Change], Int) = ([], [], 0)
      for part in parts.flatMap(\.wordsApart) {
        let repair = try making(part, true, of: facts, in: fields)
        if let clause = repair.clause { clauses.append(clause) }
        changes += repair.changes
        cost += repair.cost
      }
      return [Repair(clause: clauses.count > 1 ? .all(clauses) : clauses.first, changes: changes, cost: cost)]
    case .any(let parts):
      var repairs: [Repair] = []
      for (index, part) in parts.enumerated() {
        var repair = try making(part, true, of: facts, in: fields)
        // A part that asks for nothing can't be mended.
        guard let replacement = repair.clause, !repair.changes.isEmpty else { continue }
        repair.clause = .any(parts[..<index] + [replacement] + parts[(index + 1)...])
        repairs.append(repair)
      }
      return repairs
    case .not(let part):
      var repair = try making(part, false, of: facts, in: fields)
      repair.clause = repair.clause.map { .not($0) }
      return [repair]
    case .boost(let part, let factor):
      var repair = try making(part, true, of: facts, in: fields)
      repair.clause = repair.clause.map { .boost($0, by: factor) }
      return [repair]
    case .field(let own, let part):
      var inner = try making(part, true, of: facts, in: fields.intersection(own))
      inner.clause = inner.clause.map { .field(own, $0) }
      return try [inner] + Relaxation(clause, facts, fields).repairs()
    default:
      return try Relaxation(clause, facts, fields).repairs()
    }
  }

  /// Changes that make a clause false.
  private static func falsehoods(
    _ clause: Query.Clause, _ facts: DocumentFacts, _ fields: FieldSet
  ) throws(IndexError) -> [Repair] {
    switch clause {
    case .any(let parts):
      var (clauses, changes): ([Query.Clause], [Exclusion.Change]) = ([], [])
      for part in parts {
        let repair = try making(part, false, of: facts, in: fields)
        if let clause = repair.clause { clauses.append(clause) }
        changes += repair.changes
      }
      guard let first = clauses.first else { return [] }
      return [
        Repair(
          clause: clauses.count > 1 ? .any(clauses) : first, changes: changes, cost: Cost.field * changes.count)
      ]
    case .all(let parts):
      var repairs: [Repair] = []
      for (index, part) in parts.enumerated() {
        var repair = try making(part, false, of: facts, in: fields)
        guard let replacement = repair.clause, !repair.changes.isEmpty else { continue }
        repair.clause = .all(parts[..<index] + [replacement] + parts[(index + 1)...])
        repairs.append(repair)
      }
      return repairs
    case .not(let part):
      var repair = try making(part, true, of: facts, in: fields)
      repair.clause = repair.clause.map { .not($0) }
      return [repair]
    case .field(let own, let part):
      var repair = try making(part, false, of: facts, in: fields.intersection(own))
      repair.clause = repair.clause.map { .field(own, $0) }
      return [repair]
    default:
      return []
    }
  }
}

extension Query.Clause {
  /// The words of a clause of words one by one, as they are asked for where all must be there; else the clause.
  fileprivate var wordsApart: [Query.Clause] {
    guard case .words(let text) = self else { return [self] }
    return text.split(whereSeparator: \.isWhitespace).map { .phrase(String($0)) }
  }

  /// How much is lost without it: all that must be there, and of what may stand for each other one.
  fileprivate var size: Int {
    switch self {
    case .all(let parts): max(1, parts.reduce(0) { $0 + $1.size })
    case .any(let parts): parts.map(\.size).max() ?? 1
    case .field(_, let part), .boost(let part, _): part.size
    default: 1
    }
  }
}
