/// Terms: words, phrases and regular expressions, and what may stand behind one.
extension LuceneParser {
  /// `term`; nothing where none begins.
  mutating func term() throws(QueryError) -> Query.Clause? {
    guard LuceneOperator.ahead(in: scanner) == nil else { return nil }
    return switch scanner.next {
    case "/": try regex()
    case "[", "{": try range()
    case let next? where next.isQuote: try phrase()
    case let next? where next.isLuceneWordPart: try isEverything ? everything() : word()
    default: nil
    }
  }

  /// `[ '^' number ]` behind a clause.
  mutating func boosted(_ clause: Query.Clause) throws(QueryError) -> Query.Clause {
    let start = scanner.place
    guard scanner.skip("^") else { return clause }
    let written = scanner.take(while: \.isLuceneWordPart)
    guard let factor = Float(decimal: written), factor > 0, factor.isFinite else {
      throw scanner.error(
        at: start, expected: "a number above 0 behind “^”", found: written.isEmpty ? nil : "“\(written)”",
        suggestion: #"A boost is written like ^2 or ^0.5; to look for the character, write \^."#)
    }
    return .boost(clause.matching, by: factor)
  }

  /// Reads `word [ '~' [ '1' | '2' ] ]`.
  private mutating func word() throws(QueryError) -> Query.Clause {
    var word = LuceneText(start: scanner.place)
    while scanner.next?.isLuceneWordPart == true { word.pieces.append(try scanner.luceneCharacter()) }
    guard !word.text.isBlank else {
      throw scanner.error(
        at: word.start, expected: "a word", found: "white space behind a backslash", suggestion: "Remove the backslash."
      )
    }
    let tilde = scanner.place
    let distance = try distance(of: word)
    if isInValue {
      if distance != nil { throw unexpectedTilde(at: tilde, behind: "a whole value") }
      return try value(of: word, isQuoted: false)
    }
    if let distance { return .fuzzy(word.text, distance: distance) }
    if word.hasWildcard { return .pattern(try pattern(of: word)) }
    if ["and", "or", "not"].contains(word.text), !word.pieces.contains(where: \.isEscaped) {
      note(at: word.start, "“\(word.text)” is a word to look for; as an operator it is “\(word.text.uppercased())”.")
    }
    return .words(word.text)
  }

  /// `[ '~' [ '1' | '2' ] ]` behind a word.
  private mutating func distance(of word: LuceneText) throws(QueryError) -> Int? {
    let start = scanner.place
    guard scanner.skip("~") else { return nil }
    let written = scanner.take(while: \.isLuceneWordPart)
    if word.hasWildcard { throw unexpectedTilde(at: start, behind: "a word with wildcards") }
    if !word.text.isOneWord { throw unexpectedTilde(at: start, behind: "more than one word") }
    switch written {
    case "", "2": return 2
    case "1": return 1
    default:
      throw scanner.error(
        at: start, expected: "1 or 2 typing errors behind “~”", found: "“\(written)”",
        suggestion: written == "0"
          ? "Leave “~0” away to look for the word as it is."
          : "Write ~1 or ~2 for so many wrong letters; a similarity such as ~0.8 has no such number.")
    }
  }

  /// Reads `phrase [ '~' digits ]`.
  private mutating func phrase() throws(QueryError) -> Query.Clause {
    let phrase = try quoted()
    let tilde = scanner.place
    let slop = try slop()
    if isInValue {
      if slop != nil { throw unexpectedTilde(at: tilde, behind: "a whole value") }
      return try value(of: phrase, isQuoted: true)
    }
    if let wildcard = phrase.pieces.first(where: \.isWildcard) {
      note(at: wildcard.place, "“\(wildcard.character)” is no wildcard within quotes.")
    }
    let words = phrase.words.map { Query.Clause.phrase($0) }
    guard let slop, slop > 0, words.count > 1 else { return .phrase(phrase.text) }
    return .near(words, Query.Proximity(gap: slop, order: .moved))
  }

  /// Reads `quote text quote`.
  private mutating func quoted() throws(QueryError) -> LuceneText {
    var phrase = LuceneText(start: scanner.place)
    scanner.place += 1
    while scanner.next?.isQuote == false { phrase.pieces.append(try scanner.luceneCharacter()) }
    guard !scanner.isAtEnd else {
      throw scanner.error(
        at: phrase.start, expected: "a closing quote for the one at column \(scanner.column(of: phrase.start) + 1)",
        found: "the end of the query", suggestion: #"To look for the character, write \"."#)
    }
    guard !phrase.text.isBlank else {
      throw scanner.error(
        expected: "words within the quotes", found: "none", suggestion: "Remove the empty quotes.")
    }
    scanner.place += 1
    return phrase
  }

  /// `[ '~' digits ]` behind a phrase.
  private mutating func slop() throws(QueryError) -> Int? {
    let start = scanner.place
    guard scanner.skip("~") else { return nil }
    let written = scanner.take(while: \.isLuceneWordPart)
    guard let slop = Int(written), written.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") }) else {
      throw scanner.error(
        at: start, expected: "a whole number of moves behind “~”", found: written.isEmpty ? nil : "“\(written)”",
        suggestion: #"Write how many places the words may be moved, like "lupus nephritis"~2."#)
    }
    return slop
  }

  /// `'/' text '/'`, where a backslash before a slash keeps it from closing.
  private mutating func regex() throws(QueryError) -> Query.Clause {
    let start = scanner.place
    if isInValue {
      throw scanner.error(
        expected: "a whole value", found: "a regular expression", suggestion: #"To look for the character, write \/."#)
    }
    scanner.place += 1
    var text: [Character] = []
    while let next = scanner.next, next != "/" {
      let pair = scanner[scanner.place..<min(scanner.place + (next == "\\" ? 2 : 1), scanner.characters.count)]
      scanner.place += pair.unicodeScalars.count
      text.append(contentsOf: pair == "\\/" ? "/" : pair)
    }
    guard scanner.next == "/" else {
      throw scanner.error(
        at: start, expected: "a closing slash for the regular expression at column \(scanner.column(of: start) + 1)",
        found: "the end of the query", suggestion: #"To look for the character, write \/ or put the word into quotes."#)
    }
    scanner.place += 1
    guard !text.isEmpty else {
      throw scanner.error(
        at: start, expected: "a regular expression between the slashes", found: "none",
        suggestion: #"To look for the character, write \/."#)
    }
    if scanner.next == "~" { throw unexpectedTilde(at: scanner.place, behind: "a regular expression") }
    try check(regex: String(text), from: start + 1)
    return .regex(String(text))
  }

  private func check(regex: String, from start: Int) throws(QueryError) {
    do throws(QueryError) {
      _ = try RegexSyntax.parse(regex)
    } catch {
      let place = start + String(regex.prefix(error.column)).replacing("/", with: "\\/").unicodeScalars.count
      throw scanner.error(
        at: place, expected: error.expected, found: error.found,
        suggestion: #"To look for a character of an expression's own, put a backslash before it, like \(."#)
    }
  }

  /// Whether the next term is `*:*`.
  private var isEverything: Bool {
    let place = scanner.place
    return scanner[place] == "*" && scanner[place + 1] == ":" && scanner[place + 2] == "*"
      && scanner[place + 3]?.isLuceneWordPart != true
  }

  private mutating func everything() throws(QueryError) -> Query.Clause {
    guard field == nil else { throw nestedField("*") }
    scanner.place += 3
    return .everything
  }

  /// Remarks on a place, counted in scalars.
  mutating func note(at place: Int, _ text: String) {
    notes.append(ParsedQuery.Note(column: place, text: text))
  }
}

extension Float {
  /// A number as `2` or `0.5`.
  fileprivate init?(decimal text: String) {
    guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    self.init(text)
  }
}
