/// An operator between the parts of a query.
enum OvidConnective: String {
  case and
  case or
  case not
}

/// A clause as read, and what the rest of the grammar must know of it.
struct OvidOperand {
  /// How an operand is written.
  enum Form {
    /// Words without quotes, wildcards, or a field code.
    case bareWords
    /// A heading without `exp`, `*`, and quotes.
    case bareHeading
    /// Some other way.
    case other
  }

  /// The clause.
  var clause: Query.Clause
  /// Where it begins.
  var start: Int
  /// What it holds besides words.
  var contents = OvidContents()
  /// How many clauses lie within each other in it, itself included.
  var height = 1
  /// How it is written.
  var form = Form.other
}

/// Operands joined from left to right; those of like operators in a row make one clause.
struct OvidChain {
  /// The height of the clause.
  private(set) var height: Int
  private let start: Int
  private let form: OvidOperand.Form
  private var clauses: [Query.Clause]
  private var contents: OvidContents
  private var connective: OvidConnective?

  /// A chain of one operand.
  init(_ operand: OvidOperand) {
    height = operand.height
    start = operand.start
    form = operand.form
    clauses = [operand.clause]
    contents = operand.contents
  }

  /// All as one operand.
  var operand: OvidOperand {
    OvidOperand(
      clause: clause, start: start, contents: contents, height: height, form: connective == nil ? form : .other)
  }

  private var clause: Query.Clause {
    switch connective {
    case nil: clauses[0]
    case .or: .any(clauses)
    case .and, .not: .all(clauses)
    }
  }

  /// Whether an operator can't go on with the clause that those before it make.
  func changes(with other: OvidConnective) -> Bool {
    connective.map { ($0 == .or) != (other == .or) } ?? false
  }

  /// Joins one more operand by an operator that stands at a place.
  mutating func append(_ operand: OvidOperand, with other: OvidConnective, at place: Int) {
    if connective == nil || changes(with: other) {
      clauses = [clause]
      height += 1
    }
    connective = other
    clauses.append(other == .not ? .not(operand.clause) : operand.clause)
    height = max(height, operand.height + (other == .not ? 2 : 1))
    if other != .or { contents.insert(.conjunction, at: place) }
    contents.merge(operand.contents)
  }
}
