/// A clause, and how many clauses lie within each other in it.
struct PubMedOperand {
  /// The clause.
  var clause: Query.Clause
  /// 1 for a term.
  var height = 1
}

/// Operands that are joined from left to right, no operator before another one.
///
/// Operators of one kind in a row make one clause, however many they are; `AND` and `NOT` are of one kind. Where the kind
/// changes, all that stands before becomes one operand: `a OR b AND c` is `(a OR b) AND c`.
struct PubMedChain {
  private var operands: [Query.Clause]
  private var height: Int
  private var isDisjunction = false

  /// A chain of one operand.
  init(_ first: PubMedOperand) {
    operands = [first.clause]
    height = first.height
  }

  /// Joins a further operand to what stands before it.
  mutating func join(_ operand: PubMedOperand, by connective: PubMedConnective) {
    let wantsDisjunction = connective == .or
    if operands.count > 1, wantsDisjunction != isDisjunction {
      let before = whole
      operands = [before.clause]
      height = before.height
    }
    isDisjunction = wantsDisjunction
    operands.append(connective == .not ? .not(operand.clause) : operand.clause)
    height = max(height, connective == .not ? operand.height + 1 : operand.height)
  }

  /// All of it as one operand.
  var whole: PubMedOperand {
    guard operands.count > 1 else { return PubMedOperand(clause: operands[0], height: height) }
    return PubMedOperand(clause: isDisjunction ? .any(operands) : .all(operands), height: height + 1)
  }

  /// How many clauses lie within each other in ``whole``.
  var wholeHeight: Int { operands.count > 1 ? height + 1 : height }
}
