extension ParsedQuery {
  /// Reads a query in PubMed's syntax.
  ///
  /// - Throws: ``QueryError`` where the text isn't one, or asks for what can't be searched here.
  package init(pubmed text: String) throws(QueryError) {
    var parser = try PubMedParser(text)
    self = try parser.query()
  }
}

/// Reads queries in PubMed's syntax, by recursive descent.
///
///     query      = expression ;
///     expression = operand , { connective , operand } ;            (* from left to right *)
///     connective = "AND" | "OR" | "NOT" | (* nothing: AND *) ;
///     operand    = "(" , expression , ")" | line | dates | term ;
///     line       = "#" , digit , { digit } ;
///     dates      = date , [ tag ] , ":" , date , tag ;
///     date       = word | quoted ;
///     term       = word | words , tag | quoted , [ tag ] ;
///     words      = word , { word } ;
///     quoted     = '"' , { any character but a quote } , '"' ;
///     tag        = "[" , name , [ ":" , ( "exp" | "noexp" | "~" , digit , { digit } ) ] , "]" ;
///
/// Words that are followed by one tag are a phrase in that field; words without a tag are terms of their own. Operators in
/// lower case are read like those in upper case, with a note. What PubMed makes of terms beyond what is written (its term
/// mapping) is left out.
struct PubMedParser {
  /// The query, for errors.
  var scanner: QueryScanner
  /// Its tokens.
  let tokens: [PubMedToken]
  /// The index of the next token.
  var position = 0
  /// The remarks so far.
  var notes: [ParsedQuery.Note] = []
  /// How many parentheses are open.
  private var depth = 0
  /// Up to which token words are known to be without a tag.
  var untaggedEnd = 0

  /// A parser at the beginning of a query.
  ///
  /// - Throws: ``QueryError`` for a quote or a bracket without its counterpart.
  init(_ text: String) throws(QueryError) {
    scanner = QueryScanner(text)
    let wrapping = PubMedWrapping(scanner.characters)
    tokens = try PubMedLexer.tokens(of: scanner, within: wrapping)
    if let wrapping {
      note(at: wrapping.places.lowerBound - 1, "The quotes around the whole query are left out.")
    }
  }

  /// The next token, or `nil` at the end.
  var token: PubMedToken? { token(at: position) }

  /// A token by its index.
  func token(at index: Int) -> PubMedToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Reads all of it.
  mutating func query() throws(QueryError) -> ParsedQuery {
    let query = Query([try expression().clause])
    guard token == nil else {
      throw error(
        at: token, expected: "an operator or the end of the query", suggestion: "There is no “(” for this parenthesis.")
    }
    return ParsedQuery(query: query, dialect: .pubmed, notes: notes.sorted { $0.column < $1.column })
  }

  private mutating func expression() throws(QueryError) -> PubMedOperand {
    var chain = PubMedChain(try operand(after: nil))
    while let next = token, next.kind != .close {
      let connective = try connective()
      chain.join(try operand(after: connective), by: connective)
      scanner.place = next.places.lowerBound
      try scanner.checkDepth(chain.wholeHeight)
    }
    return chain.whole
  }

  /// Reads what joins the operand before with the next one, if only a blank.
  private mutating func connective() throws(QueryError) -> PubMedConnective {
    guard let token, token.kind != .tag else { throw strayTag() }
    guard let connective = token.connective else {
      noteParenthesisInWord()
      return .and
    }
    if token.text != connective.rawValue {
      note(
        at: token.places.lowerBound,
        "“\(token.text)” is taken as the operator \(connective.rawValue); quotes make it a word.")
    }
    position += 1
    return connective
  }

  private mutating func operand(after connective: PubMedConnective?) throws(QueryError) -> PubMedOperand {
    guard let token else { throw missingOperand(after: connective) }
    switch token.kind {
    case .open: return try group()
    case .close, .tag: throw missingOperand(after: connective)
    case .word where token.connective != nil: throw missingOperand(after: connective)
    case .word where token.isLine: return PubMedOperand(clause: try line(token))
    case .word, .quoted, .colon:
      return PubMedOperand(clause: isAtDates ? try dates() : try term())
    }
  }

  private mutating func group() throws(QueryError) -> PubMedOperand {
    let open = tokens[position]
    depth += 1
    scanner.place = open.places.lowerBound
    try scanner.checkDepth(depth)
    position += 1
    let operand = try expression()
    guard token?.kind == .close else {
      throw error(
        at: open, expected: "“)” for this parenthesis", found: found(token),
        suggestion: "Write “)” behind the last term of the group.")
    }
    position += 1
    depth -= 1
    return operand
  }

  private mutating func line(_ token: PubMedToken) throws(QueryError) -> Query.Clause {
    let digits = token.text.dropFirst()
    guard digits.isDigits, let number = Int(digits), number > 0 else {
      throw error(
        at: token, expected: "the number of a line, counted from 1",
        suggestion: "Write #1 AND #2; quotes make “#” a part of a word.")
    }
    position += 1
    return .line(number)
  }
}
