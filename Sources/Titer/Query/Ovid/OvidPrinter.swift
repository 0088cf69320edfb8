extension Query {
  /// The query in Ovid's dialect, which reads back as this very query.
  ///
  /// - Throws: ``Unwritable`` for the first part that the dialect can't express.
  package func ovidText() throws(Unwritable) -> String {
    guard clauses.count == 1, filter.isEmpty, variants == .all else {
      throw Unwritable(dialect: .ovid, clause: description)
    }
    var printer = OvidPrinter()
    try printer.write(clauses[0], allowed: Set(OvidContents.Kind.allCases), depth: 1)
    return printer.text
  }
}

/// Writes queries as ``OvidParser`` reads them: parentheses wherever clauses lie within each other.
struct OvidPrinter {
  /// What is written so far.
  private(set) var text = ""

  /// Writes a clause that stands alone.
  ///
  /// What may stand here besides words and `or` is `allowed`. The clause is the `depth`th of those that lie within each other.
  mutating func write(
    _ clause: Query.Clause, allowed: Set<OvidContents.Kind>, depth: Int
  ) throws(Unwritable) {
    guard depth + (clause.isOvidGroup ? 1 : 0) <= QueryScanner.deepest else {
      throw Unwritable(dialect: .ovid, clause: "what lies in \(QueryScanner.deepest) clauses")
    }
    if let kind = clause.ovidKind, !allowed.contains(kind) { throw unwritable(clause) }
    switch clause {
    case .all(let clauses): try write(all: clauses, of: clause, allowed: allowed, depth: depth)
    case .any(let clauses): try write(any: clauses, of: clause, allowed: allowed, depth: depth)
    case .near(let clauses, let proximity): try write(near: clauses, proximity, of: clause, depth: depth)
    case .field(let texts, let part):
      guard let codes = OvidField.codes(of: texts) else { throw unwritable(clause) }
      try write(part: part, allowed: allowed.intersection(.textual), depth: depth, isCoded: true)
      text += ".\(codes)."
    case .frequency(let part, let least): try write(frequency: part, least, of: clause, depth: depth)
    default: text += try leaf(clause)
    }
  }

  /// Writes a clause that lies in another one, in parentheses if it needs any.
  private mutating func write(
    part: Query.Clause, allowed: Set<OvidContents.Kind>, depth: Int, isCoded: Bool = false
  ) throws(Unwritable) {
    if isCoded, let words = part.ovidWords(isCoded: true) {
      text += words
    } else if part.isOneOvidOperand, !isCoded {
      try write(part, allowed: allowed, depth: depth + 1)
    } else {
      text += "("
      try write(part, allowed: allowed, depth: depth + 1)
      text += ")"
    }
  }

  /// Writes `a and b not c`.
  private mutating func write(
    all clauses: [Query.Clause], of whole: Query.Clause, allowed: Set<OvidContents.Kind>, depth: Int
  ) throws(Unwritable) {
    guard clauses.count > 1 else { throw unwritable(whole) }
    for (index, clause) in clauses.enumerated() {
      if case .not(let part) = clause {
        guard index > 0 else { throw unwritable(clause) }
        text += " not "
        try write(part: part, allowed: allowed, depth: depth + 1)
      } else {
        text += index > 0 ? " and " : ""
        try write(part: clause, allowed: allowed, depth: depth)
      }
    }
  }

  /// Writes `a or b`.
  private mutating func write(
    any clauses: [Query.Clause], of whole: Query.Clause, allowed: Set<OvidContents.Kind>, depth: Int
  ) throws(Unwritable) {
    guard clauses.count > 1 else { throw unwritable(whole) }
    for (index, clause) in clauses.enumerated() {
      text += index > 0 ? " or " : ""
      try write(part: clause, allowed: allowed, depth: depth)
    }
  }

  /// `a adj3 b`, or any number of clauses side by side.
  private mutating func write(
    near clauses: [Query.Clause], _ proximity: Query.Proximity, of whole: Query.Clause, depth: Int
  ) throws(Unwritable) {
    let isRun = proximity == Query.Proximity(gap: 0, order: .asWritten) && clauses.count > 1
    let isPair = proximity.order == .any && 1...98 ~= proximity.gap && clauses.count == 2
    guard isRun || isPair else { throw unwritable(whole) }
    for (index, clause) in clauses.enumerated() {
      if index > 0 { text += isRun ? " adj " : " adj\(proximity.gap + 1) " }
      try write(part: clause, allowed: .placed, depth: depth)
    }
  }

  /// Writes `a.ab./freq=3`.
  private mutating func write(
    frequency part: Query.Clause, _ least: Int, of whole: Query.Clause, depth: Int
  ) throws(Unwritable) {
    guard least > 0 else { throw unwritable(whole) }
    if case .field = part {
      try write(part, allowed: .countable, depth: depth + 1)
    } else {
      try write(part: part, allowed: .countable, depth: depth, isCoded: true)
    }
    text += "/freq=\(least)"
  }

  /// An error for a clause that can't be written.
  func unwritable(_ clause: Query.Clause) -> Unwritable { Unwritable(dialect: .ovid, clause: clause.description) }
}
