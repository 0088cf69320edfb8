/// Lucene's classic query strings.
///
///     query       = clauses end
///     clauses     = clause { [ conjunction ] clause }
///     conjunction = 'AND' | '&&' | 'OR' | '||'
///     clause      = [ modifier ] [ name ':' ] ( '(' clauses ')' | term ) [ '^' number ]
///     modifier    = '+' | '-' | '!' | 'NOT'
///     term        = '*:*' | regex | range | word [ '~' [ '1' | '2' ] ] | phrase [ '~' digits ]
///     regex       = '/' text '/'
///     range       = ( '[' | '{' ) bound 'TO' bound ( ']' | '}' )      in years only
///     phrase      = quote text quote
///     word        = text without white space and signs, in which '*' and '?' are wildcards
///
/// White space may stand between all of these but before `~` and `^`. A backslash takes its meaning from any character behind it.
/// `+`, `-` and `/` mean nothing within a word. ``BooleanQuery`` says what clauses next to each other ask for.
struct LuceneParser {
  var scanner: QueryScanner
  var notes: [ParsedQuery.Note] = []
  /// The field whose terms are being read, if they stand in one.
  private(set) var field: NamedField?
  /// The parentheses that are open.
  private var depth = 0
  /// The deepest parenthesis so far, and how deep it lies.
  private var deepest = (place: 0, depth: 0)

  init(_ text: String) {
    scanner = QueryScanner(scalarsOf: text)
  }

  /// Reads `query`.
  mutating func query() throws(QueryError) -> Query {
    let clauses = try clauses()
    guard scanner.isAtEnd else {
      throw scanner.error(
        expected: "no closing parenthesis where none is open",
        suggestion: #"Remove it, or write \) to look for the character."#)
    }
    if let words = clauses.query.words { return Query([.words(words)]) }
    let clause = try clause(of: clauses)
    if clause.height > QueryScanner.deepest { scanner.place = deepest.place }
    try scanner.checkDepth(clause.height)
    return Query([clause])
  }

  /// `clauses`, and where they begin.
  private mutating func clauses() throws(QueryError) -> (query: BooleanQuery, start: Int) {
    scanner.skipSpaces()
    let start = scanner.place
    var query = BooleanQuery()
    repeat {
      let (conjunction, modifier) = try operators(areFirst: scanner.place == start)
      let clause = try clause(behind: (modifier ?? conjunction).map { "“\($0.rawValue)”" })
      query.add(clause, conjunction: conjunction, modifier: modifier)
      scanner.skipSpaces()
    } while !scanner.isAtEnd && scanner.next != ")"
    return (query, start)
  }

  /// Clauses as one.
  private func clause(of clauses: (query: BooleanQuery, start: Int)) throws(QueryError) -> Query.Clause {
    guard let clause = clauses.query.clause else {
      throw scanner.error(
        at: clauses.start, expected: "a clause that isn't excluded", found: "excluded ones alone",
        suggestion: depth > 0
          ? "Exclude the whole parentheses instead, like lupus NOT (mice OR rats)."
          : "To find every other document, write *:* before them.")
    }
    return clause
  }

  /// Reads `[ conjunction ] [ modifier ]`.
  private mutating func operators(
    areFirst: Bool
  ) throws(QueryError) -> (conjunction: LuceneOperator?, modifier: LuceneOperator?) {
    let start = scanner.place
    let conjunction = skipOperator(\.isConjunction)
    if areFirst, let conjunction {
      throw scanner.error(
        at: start, expected: "\(Self.operand) before “\(conjunction.rawValue)”", found: "“\(conjunction.rawValue)”",
        suggestion: "Remove the operator; to look for it as a word, put it into quotes.")
    }
    noteMinus()
    let modifier = skipOperator { !$0.isConjunction }
    if let last = modifier ?? conjunction, let another = LuceneOperator.ahead(in: scanner) {
      throw scanner.error(
        expected: "\(Self.operand) behind “\(last.rawValue)”", found: "“\(another.rawValue)”",
        suggestion: "Remove one of the two operators; to look for one as a word, put it into quotes.")
    }
    return (conjunction, modifier)
  }

  /// A remark on a minus that could be meant as a dash or hyphen: between white space, or within a word.
  private mutating func noteMinus() {
    let place = scanner.place
    guard scanner.next == "-", let before = scanner[place - 1], let behind = scanner[place + 1] else { return }
    guard before.isWhitespace == behind.isWhitespace, before != "(" else { return }
    note(at: place, #"“-” excludes what stands behind it; to look for the character, write \-."#)
  }

  /// Goes over an operator of a kind and the white space behind it.
  private mutating func skipOperator(_ isWanted: (LuceneOperator) -> Bool) -> LuceneOperator? {
    guard let ahead = LuceneOperator.ahead(in: scanner), isWanted(ahead) else { return nil }
    scanner.place += ahead.rawValue.unicodeScalars.count
    scanner.skipSpaces()
    return ahead
  }

  /// `clause` behind its modifier.
  private mutating func clause(behind sign: String?) throws(QueryError) -> Query.Clause {
    let outer = field
    let name = try fieldName()
    if let name { field = name.field }
    var clause = try operand(behind: name.map { "“\($0.name):”" } ?? sign)
    field = outer
    if case .text(let texts) = name?.field { clause = .field(texts, clause.matching) }
    return try boosted(clause)
  }

  private mutating func operand(behind sign: String?) throws(QueryError) -> Query.Clause {
    if scanner.next == "(" { return try group() }
    guard let clause = try term() else { throw missingOperand(behind: sign) }
    return clause
  }

  /// Reads `'(' clauses ')'`.
  private mutating func group() throws(QueryError) -> Query.Clause {
    let opener = scanner.place
    scanner.place += 1
    depth += 1
    try scanner.checkDepth(depth)
    if depth > deepest.depth { deepest = (opener, depth) }
    let clauses = try clauses()
    guard scanner.skip(")") else {
      throw scanner.error(
        at: opener, expected: "a closing parenthesis for the one at column \(scanner.column(of: opener) + 1)",
        found: "the end of the query", suggestion: #"To look for the character, write \(."#)
    }
    let clause = try clause(of: clauses)
    depth -= 1
    return clause
  }
}

extension ParsedQuery {
  /// Reads Lucene's syntax.
  ///
  /// - Throws: ``QueryError`` where the text can't be read.
  package init(lucene text: String) throws(QueryError) {
    var parser = LuceneParser(text)
    do throws(QueryError) {
      let query = try parser.query()
      self.init(query: query, dialect: .lucene, notes: parser.scanner.inCharacters(parser.notes))
    } catch {
      throw parser.scanner.inCharacters(error)
    }
  }
}

extension Query.Clause {
  /// How many clauses lie within each other, this one included.
  var height: Int {
    switch self {
    case .all(let clauses), .any(let clauses), .near(let clauses, _): 1 + (clauses.map(\.height).max() ?? 0)
    case .not(let clause), .optional(let clause), .field(_, let clause), .boost(let clause, _),
      .frequency(let clause, _):
      1 + clause.height
    default: 1
    }
  }
}
