/// Clauses next to each other, as Lucene takes them: each must, should or must not match.
///
/// A document matches if all that must do, none that must not does, and, where nothing must, at least one that should. The others
/// that should only add to the score. There is no precedence: `AND` makes the clauses on its two sides required, and `OR`
/// says nothing.
struct BooleanQuery {
  /// What a clause says about the documents that match.
  private enum Occurrence {
    case must
    case should
    case mustNot
  }

  private var clauses: [(occurrence: Occurrence, clause: Query.Clause)] = []

  /// Adds a clause with the operators that stand before it.
  mutating func add(_ clause: Query.Clause, conjunction: LuceneOperator?, modifier: LuceneOperator?) {
    let isRequired = conjunction?.isAnd == true
    if isRequired, let last = clauses.indices.last, clauses[last].occurrence != .mustNot {
      clauses[last].occurrence = .must
    }
    let occurrence: Occurrence =
      switch modifier {
      case .not, .minus, .exclamation: .mustNot
      case .plus: .must
      default: isRequired ? .must : .should
      }
    clauses.append((occurrence, clause))
  }

  /// The words, if nothing but words that should match was added.
  var words: String? {
    var words: [String] = []
    for (occurrence, clause) in clauses {
      guard case .words(let text) = clause, occurrence == .should else { return nil }
      words.append(text)
    }
    return words.joined(separator: " ")
  }

  /// All as one clause; nothing where all must not match, since no document is an answer to that.
  var clause: Query.Clause? {
    let musts = clauses(.must)
    let shoulds = clauses(.should)
    guard !musts.isEmpty || !shoulds.isEmpty else { return nil }
    let anyOf = shoulds.count == 1 ? shoulds : [.any(shoulds)]
    let parts =
      (musts.isEmpty ? anyOf : musts) + clauses(.mustNot).map { .not($0) }
      + (musts.isEmpty ? [] : shoulds.map { .optional($0) })
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func clauses(_ occurrence: Occurrence) -> [Query.Clause] {
    clauses.filter { $0.occurrence == occurrence }.map(\.clause.matching)
  }
}

extension Query.Clause {
  /// The clause as one that a document can match or not: words as a phrase.
  var matching: Query.Clause {
    if case .words(let text) = self { .phrase(text) } else { self }
  }
}
