extension OvidParser {
  /// Reads `operand { ("adj" [number]) operand }`; a field code behind the last operand counts for all.
  mutating func adjacency(after previous: OvidPrevious) throws(QueryError) -> OvidOperand {
    var left = try operand(after: previous)
    var isRun = false
    while let (distance, place) = try takeAdjacency() {
      var right = try operand(after: .adjacency(place))
      let field = isAtAdjacency ? nil : right.takeField()
      for part in [left, right] { try checkPlaces(of: part) }
      isRun = join(&left, right, distance: distance, goesOn: isRun && distance == 1, at: place)
      if let field { left.put(in: field.fields, at: field.place) }
      try checkHeight(left.height)
    }
    return left
  }

  private var isAtAdjacency: Bool {
    var ahead = self
    ahead.scanner.skipSpaces()
    if case .adjacency? = ahead.nextOperator() { return true }
    return false
  }

  /// Joins two operands by `adj`; side by side a third one makes no further clause.
  private func join(
    _ left: inout OvidOperand, _ right: OvidOperand, distance: Int, goesOn: Bool, at place: Int
  ) -> Bool {
    let proximity = Query.Proximity(gap: distance - 1, order: distance == 1 ? .asWritten : .any)
    if goesOn, case .near(var clauses, _) = left.clause {
      left.clause = .everything  // so that `clauses` grows in place
      clauses.append(right.clause)
      left.clause = .near(clauses, proximity)
      left.height = max(left.height, right.height + 1)
    } else {
      left.clause = .near([left.clause, right.clause], proximity)
      left.height = max(left.height, right.height) + 1
    }
    left.contents.insert(.proximity, at: place)
    left.contents.merge(right.contents)
    left.form = .other
    return distance == 1
  }

  /// Goes over `adj` or `adj3`, and returns its number (1 if there is none).
  private mutating func takeAdjacency() throws(QueryError) -> (distance: Int, place: Int)? {
    scanner.skipSpaces()
    let place = scanner.place
    guard case .adjacency(let digits)? = nextOperator() else { return nil }
    guard let distance = digits.isEmpty ? 1 : Int(digits), 1...99 ~= distance else {
      throw scanner.error(
        at: place + "adj".count, expected: "a number from 1 to 99 behind “adj”", found: "“\(digits)”",
        suggestion: "adj2 lets one other word stand between, adj3 two, and so on; adj none.")
    }
    scanner.place = endOfBareWord(from: place)
    return (distance, place)
  }

  /// - Throws: ``QueryError`` if an operand holds something that stands nowhere in a text.
  private func checkPlaces(of operand: OvidOperand) throws(QueryError) {
    guard let (kind, place) = operand.contents.first(otherThan: .placed) else { return }
    throw scanner.error(
      at: place, expected: "only words, and words joined by “or”, beside “adj”", found: kind.name,
      suggestion: kind.adviceBesideAdjacency)
  }
}

extension OvidOperand {
  /// Takes off the field code that stands behind it, if there is one.
  fileprivate mutating func takeField() -> (fields: FieldSet, place: Int)? {
    guard case .field(let fields, let inner) = clause, let (kind, place) = contents.first(otherThan: .placed),
      kind == .field
    else { return nil }
    clause = inner
    height -= 1
    contents.remove(.field)
    return (fields, place)
  }

  fileprivate mutating func put(in fields: FieldSet, at place: Int) {
    clause = .field(fields, clause)
    height += 1
    contents.insert(.field, at: place)
  }
}

extension OvidContents.Kind {
  fileprivate var adviceBesideAdjacency: String? {
    switch self {
    case .field: "Put the field code behind the whole: (lupus adj3 nephritis).ti,ab."
    case .conjunction: "Join whole adjacencies instead: (lupus adj3 nephritis) and (lupus adj3 kidney)"
    case .heading: "A heading stands nowhere in a text; join it with “and” or “or”."
    case .number: "A number alone is a line; put it in quotes if it is a word."
    case .line: "Write the words of the line again."
    case .frequency: "Join it with “and” or “or”."
    case .value, .filter: "It stands nowhere in a text; join it with “and” or “or”."
    case .wildcard, .proximity: nil
    }
  }
}
