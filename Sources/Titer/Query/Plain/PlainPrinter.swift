extension Query {
  /// The query in the plain syntax.
  ///
  /// A query that was read from the plain syntax is the query that this text is read as. What the syntax can't write is written as
  /// what comes near it, or left away; quotes within a clause become spaces.
  public var plainText: String {
    clauses.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The query in the plain syntax, which reads as the same query; its ``Query/variants`` aren't part of a text.
  ///
  /// - Throws: ``Unwritable`` for what the syntax has no way to ask.
  package func plainSyntaxText() throws(Unwritable) -> String {
    for clause in clauses where !clause.isPlain { throw Unwritable(dialect: .plain, clause: clause.description) }
    let text = plainText
    guard filter.isEmpty, (try? ParsedQuery(plain: text))?.query.clauses == clauses else {
      throw Unwritable(dialect: .plain, clause: description)
    }
    return text
  }
}

extension Query.Clause {
  /// Whether its text is read as the clause.
  fileprivate var isPlain: Bool { plainText.readAsPlain == [self] }

  /// The clause in the plain syntax, or what comes near it.
  fileprivate var plainText: String {
    switch self {
    case .words(let text): text.withoutQuotes.plainWords
    case .pattern(let text): text.withoutQuotes.asPlain(self)
    case .fuzzy(let text, _), .regex(let text): text.withoutQuotes
    case .phrase(let text): text.plainPhrase
    case .exact(let text): "=" + text.plainPhrase
    case .near(let clauses, _), .all(let clauses), .any(let clauses): Query(clauses).plainText
    case .optional(let clause), .frequency(let clause, _), .boost(let clause, _): clause.plainText
    case .field(let texts, let clause): clause.plainText(in: texts)
    case .not(let clause): excluding(clause) ?? ""
    case .value, .heading, .filter: plainValue ?? ""
    case .line, .everything: ""
    }
  }

  /// The clause behind `-` or a name, where it begins no word.
  private var plainOperand: String {
    if case .pattern(let text) = self { text.withoutQuotes } else { plainText }
  }

  /// `title:"a b"` if that is read as the clause in these texts, else the clause in any.
  private func plainText(in texts: FieldSet) -> String {
    guard let name = NamedField.text(texts).name else { return plainText }
    switch self {
    case .phrase, .exact, .pattern:
      let text = name + ":" + plainOperand
      return text.readAsPlain == [.field(texts, self)] ? text : plainText
    default: return plainText
    }
  }

  /// `-"a b"`, if that is read as what excludes the clause.
  private func excluding(_ clause: Query.Clause) -> String? {
    let text = "-" + clause.plainOperand
    return text.readAsPlain == [self] ? text : nil
  }

  /// `author:"smith j"` or `year:2015-2020`, if that is read as the clause.
  private var plainValue: String? {
    if let years = NamedField.years(of: self) { return "year:" + years.plainText }
    guard let (field, value) = NamedField.value(of: self), let name = field.name else { return nil }
    let text = name + ":" + value.plainPhrase
    return text.readAsPlain == [self] ? text : nil
  }
}

extension ClosedRange<Int> {
  /// The years as `2020`, `2015-2020`, `2015-` or `-2020`.
  fileprivate var plainText: String {
    let all = NamedField.allYears
    if lowerBound == upperBound { return "\(lowerBound)" }
    if upperBound == all.upperBound { return "\(lowerBound)-" }
    return (lowerBound == all.lowerBound ? "" : "\(lowerBound)") + "-\(upperBound)"
  }
}

extension String {
  /// The clauses that the text is read as, which may all be excluded; nothing if it can't be read.
  fileprivate var readAsPlain: [Query.Clause]? {
    var parser = PlainParser(self)
    return (try? parser.readAll()).map { parser.clauses }
  }

  fileprivate var plainPhrase: String { "\"\(withoutQuotes)\"" }

  fileprivate var withoutQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.map { Character($0).isQuote ? " " : $0 }))
  }

  /// Words, each so that it is read as one.
  fileprivate var plainWords: String {
    var words = ""
    var rest = unicodeScalars[...]
    while !rest.isEmpty {
      let word = String(rest.prefix { !$0.properties.isWhitespace })
      let space = rest.dropFirst(word.unicodeScalars.count).prefix(while: \.properties.isWhitespace)
      words += word.isEmpty ? "" : word.asPlain(.words(word))
      words.unicodeScalars.append(contentsOf: space)
      rest = rest[space.endIndex...]
    }
    return words
  }

  /// A word, with an empty phrase before it where that makes it be read as a clause: `""-cell` is a word.
  fileprivate func asPlain(_ clause: Query.Clause) -> String {
    let behindPhrase = "\"\"" + self
    return readAsPlain != [clause] && behindPhrase.readAsPlain == [clause] ? behindPhrase : self
  }
}
