extension ParsedQuery {
  /// Reads a query in Ovid's dialect, such as `exp Lupus Nephritis/ or (lupus adj3 nephr*).ti,ab.` is.
  ///
  /// - Throws: ``QueryError`` where the text isn't such a query.
  package init(ovid text: String) throws(QueryError) {
    var parser = OvidParser(text)
    let clause = try parser.query()
    self.init(query: Query([clause]), dialect: .ovid, notes: parser.notes.sorted { $0.column < $1.column })
  }
}

/// Reads queries in Ovid's dialect by recursive descent; the case of letters doesn't count.
///
///     query       = limit | combination ;
///     combination = adjacency, { ( "and" | "or" | "not" ), adjacency } ;
///     adjacency   = operand, { ( "adj", [ number ] ), operand } ;
///     operand     = line | lines | heading | ( words | group ), [ fields ], [ frequency ] ;
///     group       = "(", combination, ")" ;
///     line        = [ "#" ], number ;
///     lines       = ( "and" | "or" ), "/", range, { ",", range } ;
///     range       = number, [ "-", number ] ;
///     heading     = [ "exp" ], [ "*" ], words, "/", [ qualifiers ] ;
///     qualifiers  = code, { ",", code }, [ "[", names, "]" ] ;
///     words       = ( word | quoted ), { word | quoted } ;
///     fields      = ".", code, { ",", code }, [ "." ] ;
///     frequency   = "/freq=", number ;
///     limit       = "limit", line, "to", ( limits | "(", limits, ")" ) ;
///     limits      = condition, ( { "and", condition } | { "or", condition } ) ;
///     condition   = "yr=", years | words ;
///
/// `adj` binds tightest. The other operators have one rank and are taken from left to right; so are different `adj`s.
struct OvidParser {
  /// The place in the text.
  var scanner: QueryScanner
  /// Remarks so far.
  var notes: [ParsedQuery.Note] = []
  /// How many parentheses are open.
  private var depth = 0

  /// A parser at the beginning of a text.
  init(_ text: String) {
    scanner = QueryScanner(text)
  }

  /// `limit | combination`, to the end of the text.
  mutating func query() throws(QueryError) -> Query.Clause {
    scanner.skipSpaces()
    try refuseCommands()
    if isAtLimit() { return try limit() }
    let operand = try combination()
    guard scanner.isAtEnd else { throw missingOperator() }
    return operand.clause
  }

  /// Reads `adjacency { ("and" | "or" | "not") adjacency }`.
  mutating func combination(from opener: Int? = nil) throws(QueryError) -> OvidOperand {
    var last = try adjacency(after: opener.map { .opener($0) } ?? .beginning)
    var chain = OvidChain(last)
    var isMixed = false
    while let (connective, place) = takeConnective() {
      let operand = try adjacency(after: .connective(connective, place))
      if chain.changes(with: connective), !isMixed {
        noteMixture(at: place)
        isMixed = true
      }
      if connective == .and { noteSplitHeading(last, operand) }
      chain.append(operand, with: connective, at: place)
      try checkHeight(chain.height)
      last = operand
    }
    return chain.operand
  }

  /// Reads `"(" combination ")"`.
  mutating func group() throws(QueryError) -> OvidOperand {
    let opener = scanner.place
    scanner.place += 1
    depth += 1
    try checkHeight(1)
    var operand = try combination(from: opener)
    if scanner.isAtEnd {
      throw scanner.error(
        at: opener, expected: "a “)” that closes this “(”", found: "the end of the query",
        suggestion: "Write “)” where the part in parentheses ends.")
    }
    guard scanner.skip(")") else { throw missingOperator() }
    depth -= 1
    operand.start = opener
    operand.form = .other
    return operand
  }

  /// Whether a parenthesis is open.
  var isInGroup: Bool { depth > 0 }

  /// - Throws: ``QueryError`` if a clause of that height would lie too deep here.
  func checkHeight(_ height: Int) throws(QueryError) {
    try scanner.checkDepth(depth + height)
  }

  /// Goes over `and`, `or` or `not`.
  private mutating func takeConnective() -> (OvidConnective, place: Int)? {
    scanner.skipSpaces()
    let place = scanner.place
    guard case .connective(let connective)? = nextOperator() else { return nil }
    scanner.place = endOfBareWord(from: place)
    return (connective, place)
  }

  private mutating func noteMixture(at place: Int) {
    notes.append(
      ParsedQuery.Note(
        column: place,
        text: "Different operators are taken from left to right here; parentheses would make the order plain."))
  }

  /// Remarks on `Head and Neck Neoplasms/`, which Ovid takes for a word and a heading.
  private mutating func noteSplitHeading(_ left: OvidOperand, _ right: OvidOperand) {
    guard left.form == .bareWords, right.form == .bareHeading, scanner[left.start]?.isUppercase == true else { return }
    notes.append(
      ParsedQuery.Note(
        column: left.start,
        text: "“and” is taken for an operator here; if it is part of a heading, put the heading in quotes."))
  }
}
