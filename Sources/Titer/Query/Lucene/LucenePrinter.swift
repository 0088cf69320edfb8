/// Writes clauses in Lucene's syntax: `+(lupus OR "systemic sclerosis") +renal* -type:Review mice^0.5`.
struct LucenePrinter {
  /// What was written so far.
  private(set) var text = ""
  /// Whether what is being written belongs to a field's name.
  private var isInField = false

  /// Writes a whole query: words, or a clause, which needs no parentheses unless it would be read as words without them.
  mutating func write(query clause: Query.Clause) throws(Unwritable) {
    switch clause {
    case .words(let words) where !words.isBlank: text += words.luceneWords
    case .phrase(let phrase) where phrase.isLuceneWord: text += phrase.luceneQuoted
    case .any(let clauses) where !clauses.allSatisfy(\.isLuceneWord): try write(any: clauses)
    case .all(let clauses): try write(all: clauses)
    default: try write(clause)
    }
  }

  /// Writes a clause beside others.
  private mutating func write(_ clause: Query.Clause) throws(Unwritable) {
    switch clause {
    case .any(let clauses):
      text += "("
      try write(any: clauses)
      text += ")"
    case .all(let clauses):
      text += "("
      try write(all: clauses)
      text += ")"
    case .boost(let boosted, let factor):
      guard factor > 0, factor.isFinite else { throw clause.luceneUnwritable }
      try write(operand: boosted)
      text += "^" + factor.withoutExponent
    case .field(let texts, let inner):
      guard !isInField, let name = NamedField.text(texts).name else { throw clause.luceneUnwritable }
      text += name + ":"
      isInField = true
      try write(operand: inner)
      isInField = false
    default:
      guard let term = isInField ? clause.luceneTerm : clause.luceneTerm ?? clause.luceneValue else {
        throw clause.luceneUnwritable
      }
      text += term
    }
  }

  /// Writes what a field's name or a boost belongs to: in parentheses what has a boost already.
  private mutating func write(operand clause: Query.Clause) throws(Unwritable) {
    guard case .boost = clause else { return try write(clause) }
    text += "("
    try write(clause)
    text += ")"
  }

  /// Writes clauses of which one must match.
  private mutating func write(any clauses: [Query.Clause]) throws(Unwritable) {
    guard clauses.count > 1 else { throw Query.Clause.any(clauses).luceneUnwritable }
    for (index, clause) in clauses.enumerated() {
      if index > 0 { text += " OR " }
      try write(clause)
    }
  }

  /// Writes clauses that must match, then those that must not, then those that need not: in this order they are read.
  private mutating func write(all clauses: [Query.Clause]) throws(Unwritable) {
    let ranks = clauses.map(\.luceneRank)
    guard clauses.count > 1, ranks[0] == 0, zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw Query.Clause.all(clauses).luceneUnwritable
    }
    for (index, clause) in clauses.enumerated() {
      if index > 0 { text += " " }
      switch clause {
      case .not(let excluded):
        text += "-"
        try write(excluded)
      case .optional(let optional): try write(optional)
      default:
        text += "+"
        try write(clause)
      }
    }
  }
}

extension Query.Clause {
  /// Where it stands among the clauses of `all`: what must match first, then what must not, then what need not.
  fileprivate var luceneRank: Int {
    switch self {
    case .not: 1
    case .optional: 2
    default: 0
    }
  }

  fileprivate var luceneUnwritable: Unwritable { Unwritable(dialect: .lucene, clause: description) }
}

extension Query {
  /// The query in Lucene's syntax, which reads as the same query; its ``Query/variants`` aren't part of a text.
  ///
  /// - Throws: ``Unwritable`` for what the syntax has no way to ask.
  package func luceneText() throws(Unwritable) -> String {
    guard clauses.count == 1, filter.isEmpty, clauses[0].height <= QueryScanner.deepest else {
      throw Unwritable(dialect: .lucene, clause: description)
    }
    var printer = LucenePrinter()
    try printer.write(query: clauses[0])
    return printer.text
  }
}
