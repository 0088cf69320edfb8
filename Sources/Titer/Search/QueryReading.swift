/// What an index looks for to answer a query: the words and names of its texts, in all their forms there.
public struct QueryReading: Sendable, Equatable {
  /// Terms any of which may stand where a part of a text does.
  public struct Form: Sendable, Equatable {
    /// The part of the text.
    public var text: String
    /// How many words of a document the terms stand for.
    public var length: Int
    /// The terms.
    public var terms: [String]
  }

  /// A text of the query.
  public struct Part: Sendable, Equatable {
    /// What is asked of it.
    public enum Role: String, Sendable {
      /// Its words rank.
      case words
      /// Its words stand side by side.
      case phrase
      /// The same, with no other forms of them.
      case exact
      /// The same, with wildcards in words.
      case pattern
      /// Words with typing errors.
      case fuzzy
      /// Words that match an expression.
      case regex
      /// A heading.
      case heading
      /// An author, journal or identifier.
      case value
    }

    /// What is asked of it.
    public var role: Role
    /// The text as written.
    public var text: String
    /// The terms that add to the score.
    public var ranked: [String]
    /// In what forms its words and names may stand in a document; empty where only ranking is asked for.
    public var forms: [Form]
  }

  /// The texts in the order that they were written.
  public private(set) var parts: [Part] = []

  /// The reading of a query, its names and words in the forms of a vocabulary.
  init(
    _ query: Query, _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<IndexError>
  ) throws(IndexError) {
    for clause in query.clauses { try add(clause, isRequired: false, query.variants, &analyzer, vocabulary) }
  }

  private mutating func add(
    _ clause: Query.Clause, isRequired: Bool, _ variants: Query.Variants, _ analyzer: inout any Analyzer,
    _ vocabulary: Vocabulary<IndexError>
  ) throws(IndexError) {
    switch clause {
    case .words(let text): try add(.words, text, clause, withForms: isRequired, variants, &analyzer, vocabulary)
    case .phrase(let text): try add(.phrase, text, clause, variants, &analyzer, vocabulary)
    case .exact(let text): try add(.exact, text, clause, variants, &analyzer, vocabulary)
    case .pattern(let text): try add(.pattern, text, clause, variants, &analyzer, vocabulary)
    case .fuzzy(let text, _): try add(.fuzzy, text, clause, variants, &analyzer, vocabulary)
    case .regex(let text): try add(.regex, text, clause, variants, &analyzer, vocabulary)
    case .all(let clauses), .any(let clauses), .near(let clauses, _):
      for clause in clauses { try add(clause, isRequired: true, variants, &analyzer, vocabulary) }
    case .not(let clause), .field(_, let clause), .optional(let clause), .frequency(let clause, _),
      .boost(let clause, _):
      try add(clause, isRequired: true, variants, &analyzer, vocabulary)
    case .heading(let heading):
      let name = heading.qualifier.isEmpty ? heading.name : "\(heading.name)/\(heading.qualifier)"
      add(.heading, name, try ValueText(heading, vocabulary))
    case .value(let attribute, let text): add(.value, text, try ValueText(attribute, text, vocabulary))
    case .filter, .line, .everything: break
    }
  }

  private mutating func add(_ role: Part.Role, _ text: String, _ value: ValueText) {
    let form = Form(text: text, length: 1, terms: value.terms.map { TermForm.text(of: $0) })
    parts.append(Part(role: role, text: text, ranked: [], forms: [form]))
  }

  private mutating func add(
    _ role: Part.Role, _ text: String, _ clause: Query.Clause, withForms: Bool = true, _ variants: Query.Variants,
    _ analyzer: inout any Analyzer, _ vocabulary: Vocabulary<IndexError>
  ) throws(IndexError) {
    guard let read = try QueryText(clause, &analyzer, vocabulary, variants) else { return }
    var forms: [Form] = []
    for unit in withForms ? read.units : [] {
      for step in unit.steps {
        let positions = step.range.lowerBound + unit.start..<step.range.upperBound + unit.start
        let terms = step.terms.map { TermForm.text(of: $0) }
        forms.append(Form(text: read.source(positions), length: step.span, terms: terms))
      }
    }
    parts.append(Part(role: role, text: text, ranked: read.ranked.map { TermForm.text(of: $0.term) }, forms: forms))
  }
}

extension Index {
  /// What the index looks for to answer a query.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  public func reading(of query: Query) throws(IndexError) -> QueryReading {
    try analyzers.use { (analyzer) throws(IndexError) in
      try QueryReading(query, &analyzer, Vocabulary(segments))
    }
  }
}
