/// The plain syntax: words, `"phrases in quotes"`, both `=exact`, `-without`, and `field:`.
///
///     query   = { words | clause }
///     clause  = phrase | exact | prefix | [ '-' ] [ name ':' ] operand
///     operand = phrase | exact | prefix | word
///     phrase  = quote words quote
///     exact   = '=' word | '=' phrase     as it stands, without other forms of words and names
///     prefix  = word '*'                  of at least two letters or digits
///     quote   = '"' | '“' | '”'           any of them opens, and the next one closes
///     words   = text without quotes
///     name    = one of the fields
///
/// Words rank; a clause must match, and must not behind `-`. White space around words means nothing; a phrase without any other
/// character is no part of the query. Where a sign or a name doesn't stand as above, it is text: alone, within a word, or before
/// what holds no letter and no digit. A word begins behind white space, and for `=` behind a closing quote too, but not for `-`
/// and names: `"CAR T"-cell` excludes nothing.
struct PlainParser {
  /// The clauses so far.
  private(set) var clauses: [Query.Clause] = []
  private(set) var scanner: QueryScanner
  /// The runs of words since the last clause; an empty phrase parts them.
  private var words: [String] = []
  /// The places of the run of words that is being read.
  private var run: Range<Int>?
  /// The first `-` that excludes something.
  private var firstMinus: Int?

  init(_ text: String) {
    scanner = QueryScanner(scalarsOf: text)
  }

  /// `query`, of which all may be excluded.
  mutating func readAll() throws(QueryError) {
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      let start = scanner.place
      switch try part() {
      case .text: run = (run?.lowerBound ?? start)..<scanner.place
      case .nothing: endRun()
      case .clause(let clause):
        endWords()
        clauses.append(clause)
      }
      scanner.skipSpaces()
    }
    endWords()
  }

  /// - Throws: ``QueryError`` if there are clauses, and all are excluded.
  func checkInclusion() throws(QueryError) {
    let isExcluded = clauses.allSatisfy { if case .not = $0 { true } else { false } }
    guard isExcluded, let firstMinus else { return }
    throw scanner.error(
      at: firstMinus, expected: "something to look for beside what is excluded", found: "excluded words alone",
      suggestion: "Add a word, or leave “-” away to look for this one.")
  }

  private mutating func endRun() {
    if let run { words.append(scanner[run]) }
    run = nil
  }

  private mutating func endWords() {
    endRun()
    if !words.isEmpty { clauses.append(.words(words.joined(separator: " "))) }
    words = []
  }
}

/// Parts.
extension PlainParser {
  /// A step of reading.
  private enum Part {
    /// Text up to white space or a quote.
    case text
    /// An empty phrase.
    case nothing
    /// A part that a document must match, or must not.
    case clause(Query.Clause)
  }

  /// A word or a clause.
  private mutating func part() throws(QueryError) -> Part {
    let start = scanner.place
    let beginsWord = scanner[start - 1]?.isWhitespace ?? true
    let isExcluded = beginsWord && isMinus
    if isExcluded { scanner.place += 1 }
    let field = beginsWord ? fieldName() : nil
    let part = try operand(in: field, isClause: isExcluded || field != nil)
    switch part {
    case .text:
      scanner.place = start
      skipWord()
      return .text
    case .clause(let clause) where isExcluded:
      firstMinus = firstMinus ?? start
      return .clause(.not(clause))
    default: return part
    }
  }

  /// `operand` in a field; a word is text unless it belongs to a clause.
  private mutating func operand(in field: NamedField?, isClause: Bool) throws(QueryError) -> Part {
    if let field, !field.isText { return try value(in: field) }
    if field != nil, isMinus {
      throw scanner.error(
        expected: "a word or a phrase behind the name of a field",
        suggestion: "To exclude it, write “-” before the name of the field.")
    }
    let isExact = isExactSign
    if isExact { scanner.place += 1 }
    guard let (text, isQuoted) = try wordOrPhrase() else { return .nothing }
    let clause: Query.Clause
    if isExact {
      clause = .exact(text)
    } else if isQuoted {
      clause = .phrase(text)
    } else if text.isPlainPrefix {
      clause = .pattern(text)
    } else if isClause, text.hasAlphanumeric {
      clause = .phrase(text)
    } else {
      return .text
    }
    guard case .text(let texts) = field else { return .clause(clause) }
    return .clause(.field(texts, clause))
  }

  /// A word, or a phrase without its quotes; nothing if that is empty.
  private mutating func wordOrPhrase() throws(QueryError) -> (text: String, isQuoted: Bool)? {
    let quote = scanner.place
    guard scanner.next?.isQuote == true else { return (skipWord(), false) }
    scanner.place += 1
    scanner.skipSpaces()
    let text = scanner.take { !$0.isQuote }
    guard !scanner.isAtEnd else {
      throw scanner.error(
        at: quote, expected: "a closing quote for the one at column \(scanner.column(of: quote) + 1)",
        found: "the end of the query")
    }
    scanner.place += 1
    let trimmed = text.trimmingSpaceAtEnd
    return trimmed.isEmpty ? nil : (trimmed, true)
  }

  /// What a value asks for in a field of whole values.
  private mutating func value(in field: NamedField) throws(QueryError) -> Part {
    let start = scanner.place
    guard let (text, isQuoted) = try wordOrPhrase() else { return .nothing }
    guard isQuoted || text.hasAlphanumeric else { return .text }
    if field == .years { return .clause(.filter(Filter(years: try years(text, at: start)))) }
    let place = (start..<scanner.place).first { scanner[$0]?.isWildcard == true }
    if field.hasWildcards, let place, !text.endsInOnlyWildcard {
      throw scanner.error(
        at: place, expected: "no wildcard but “*” at the end of a value",
        suggestion: "Leave away what begins there, and write “*” for it.")
    }
    guard let clause = field.clause(ofValue: text) else {
      throw scanner.error(
        at: start, expected: "a heading, or one and a qualifier behind “/”", found: "“\(text)”")
    }
    return .clause(clause)
  }

  /// Years: `2020`, `2015-2020`, `2015-` or `-2020`.
  private func years(_ text: String, at place: Int) throws(QueryError) -> ClosedRange<Int> {
    let all = NamedField.allYears
    let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let lower = bounds[0].isEmpty && bounds.count == 2 ? all.lowerBound : NamedField.year(bounds[0])
    let upper = bounds.count == 1 ? lower : bounds[1].isEmpty ? all.upperBound : NamedField.year(bounds[1])
    guard text != "-", let lower, let upper, lower <= upper else {
      throw scanner.error(
        at: place, expected: "a year, or a first and a last one", found: "“\(text)”",
        suggestion: "Write year:2020, year:2015-2020, year:2015- or year:-2020.")
    }
    return lower...upper
  }
}

/// Signs and words.
extension PlainParser {
  /// Whether `-` is next, with something behind it that it can belong to.
  private var isMinus: Bool { scanner.next == "-" && isSomething(at: scanner.place + 1, but: "-") }

  /// Whether `=` is next, at the beginning of a word, with something behind it that it can belong to.
  private var isExactSign: Bool { scanner.next == "=" && isSomething(at: scanner.place + 1, but: "=") }

  /// Whether a character other than white space and a sign stands at a place.
  private func isSomething(at place: Int, but sign: Character) -> Bool {
    guard let character = scanner[place] else { return false }
    return !character.isWhitespace && character != sign
  }

  /// `name ':'` with something behind it, if the name is one of a field.
  private mutating func fieldName() -> NamedField? {
    let start = scanner.place
    let name = scanner.take { $0.isASCII && $0.isLetter }
    guard let field = NamedField(name), scanner.skip(":"), isSomething(at: scanner.place, but: ":") else {
      scanner.place = start
      return nil
    }
    return field
  }

  /// Goes over the characters up to white space or a quote.
  @discardableResult private mutating func skipWord() -> String {
    scanner.take { !$0.isWhitespace && !$0.isQuote }
  }
}

extension String {
  /// Whether only its last character stands for others, `*` behind a letter or a digit.
  fileprivate var endsInOnlyWildcard: Bool {
    unicodeScalars.last == "*" && !unicodeScalars.dropLast().contains { Character($0).isWildcard } && hasAlphanumeric
  }

  /// Whether it is the beginning of words: at least two letters or digits, and `*` at its end.
  fileprivate var isPlainPrefix: Bool {
    endsInOnlyWildcard && unicodeScalars.lazy.filter(\.isAlphanumeric).prefix(2).count == 2
  }

  fileprivate var trimmingSpaceAtEnd: String {
    let end = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(self[...$0]) } ?? ""
  }
}

extension ParsedQuery {
  /// Reads the plain syntax.
  ///
  /// - Throws: ``QueryError`` when a quote isn't closed, the value of a field can't be one, or everything is excluded.
  package init(plain text: String) throws(QueryError) {
    var parser = PlainParser(text)
    do throws(QueryError) {
      try parser.readAll()
      try parser.checkInclusion()
      self.init(query: Query(parser.clauses), dialect: .plain)
    } catch {
      throw parser.scanner.inCharacters(error)
    }
  }
}

extension Query {
  /// Reads the plain syntax: words, `"phrases in quotes"`, both `=exact`, `-without`, `prefix*` and `field:word`.
  ///
  /// - Throws: ``QueryError`` when a quote isn't closed, the value of a field can't be one, or everything is excluded.
  public init(plain text: String) throws(QueryError) {
    self = try ParsedQuery(plain: text).query
  }
}
