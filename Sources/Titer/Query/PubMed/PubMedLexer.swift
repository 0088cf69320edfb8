/// Cuts a query in PubMed's syntax into tokens.
struct PubMedLexer {
  private var scanner: QueryScanner
  private let end: Int
  private let quoteWidth: Int
  private var tokens: [PubMedToken] = []

  /// The tokens of a query.
  ///
  /// - Throws: ``QueryError`` for a quote or a bracket without its counterpart.
  static func tokens(of scanner: QueryScanner, within wrapping: PubMedWrapping?) throws(QueryError) -> [PubMedToken] {
    var lexer = PubMedLexer(scanner, within: wrapping)
    while let token = try lexer.token() { lexer.tokens.append(token) }
    return lexer.tokens
  }

  private init(_ scanner: QueryScanner, within wrapping: PubMedWrapping?) {
    self.scanner = scanner
    self.scanner.place = wrapping?.places.lowerBound ?? 0
    end = wrapping?.places.upperBound ?? scanner.characters.count
    quoteWidth = wrapping?.quoteWidth ?? 1
  }

  private mutating func token() throws(QueryError) -> PubMedToken? {
    while scanner.next?.isPubMedSpace == true { scanner.place += 1 }
    guard scanner.place < end, let next = scanner.next else { return nil }
    switch next {
    case "(": return sign(.open)
    case ")": return sign(.close)
    case ":": return sign(.colon)
    case "[": return try tag()
    case "]":
      throw scanner.error(expected: "a term or an operator", suggestion: "A field tag begins with “[”: lupus[tiab].")
    case _ where next.isPubMedQuote: return try quoted()
    default: return word()
    }
  }

  private mutating func sign(_ kind: PubMedToken.Kind) -> PubMedToken {
    let places = scanner.place..<scanner.place + 1
    scanner.place += 1
    return PubMedToken(kind: kind, places: places, inner: places, text: scanner[places])
  }

  private mutating func word() -> PubMedToken {
    let start = scanner.place
    let text = scanner.take { !$0.isPubMedSpace && !$0.endsPubMedWord }
    return PubMedToken(kind: .word, places: start..<scanner.place, inner: start..<scanner.place, text: text)
  }

  private mutating func tag() throws(QueryError) -> PubMedToken {
    let open = scanner.place
    scanner.place += 1
    let text = scanner.take { !$0.endsPubMedTag }
    guard scanner.skip("]") else {
      throw scanner.error(
        at: open, expected: "“]” behind this field tag", found: scanner.found(),
        suggestion: "Put quotes around a term that holds “[”.")
    }
    return PubMedToken(
      kind: .tag, places: open..<scanner.place, inner: open + 1..<scanner.place - 1, text: text.withSingleSpaces)
  }

  private mutating func quoted() throws(QueryError) -> PubMedToken {
    let open = scanner.place
    let start = open + quoteWidth
    guard let close = (start..<max(start, end)).first(where: { scanner.characters[$0].isPubMedQuote }) else {
      throw scanner.error(
        at: unclosedQuote(before: open), expected: "a closing quote for this one", found: "the end of the query",
        suggestion: "Write a quote behind the last word of the phrase.")
    }
    scanner.place = close + quoteWidth
    return PubMedToken(
      kind: .quoted, places: open..<scanner.place, inner: start..<close, text: scanner[start..<close].withSingleSpaces)
  }

  /// The quote that lacks its counterpart: the last one, unless an earlier text in quotes holds a field tag and thus looks
  /// like what should stand between two texts in quotes.
  private func unclosedQuote(before last: Int) -> Int {
    let suspect = tokens.first { $0.kind == .quoted && PubMedTag.occurs(in: scanner.characters[$0.inner]) }
    return suspect?.places.lowerBound ?? last
  }
}

extension Character {
  fileprivate var endsPubMedWord: Bool {
    switch self {
    case "(", ")", "[", "]", ":": true
    default: isPubMedQuote
    }
  }

  fileprivate var endsPubMedTag: Bool {
    switch self {
    case "(", ")", "[", "]": true
    default: isPubMedQuote
    }
  }
}
