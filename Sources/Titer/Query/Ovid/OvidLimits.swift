extension OvidParser {
  /// Whether `limit` stands here with a line behind it.
  func isAtLimit() -> Bool {
    var following = scanner
    guard following.take(while: \.isLatinLetter).lowercased() == "limit", following.next?.isWhitespace == true else {
      return false
    }
    following.skipSpaces()
    _ = following.skip("#")
    return following.next?.isDecimalDigit == true
  }

  /// `"limit" line "to" (limits | "(" limits ")")`, to the end of the text.
  mutating func limit() throws(QueryError) -> Query.Clause {
    scanner.place += "limit".count
    scanner.skipSpaces()
    let line = try lineNumber()
    scanner.skipSpaces()
    guard takeWord("to") else {
      throw scanner.error(
        expected: "“to” behind the line", found: foundHere(), suggestion: "Write limit \(line) to english language.")
    }
    scanner.skipSpaces()
    let opener = scanner.next == "(" ? scanner.place : nil
    if opener != nil { scanner.place += 1 }
    let limits = try limits()
    if let opener, !scanner.skip(")") {
      guard !scanner.isAtEnd else {
        throw scanner.error(at: opener, expected: "a “)” that closes this “(”", found: "the end of the query")
      }
      throw missingOperator()
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd else {
      throw scanner.error(
        expected: "the end of the query behind the limits", found: foundHere(),
        suggestion: scanner.next == ")"
          ? "There is no “(” that this “)” closes."
          : "Combine the limited set with other lines in a line of its own.")
    }
    return .all([.line(line)] + limits)
  }

  /// Reads `condition ({ "and" condition } | { "or" condition })`.
  private mutating func limits() throws(QueryError) -> [Query.Clause] {
    var limits = [try condition()]
    var joint: OvidConnective?
    while case .connective(let connective)? = nextOperator() {
      guard connective != .not, joint ?? connective == connective else {
        throw scanner.error(
          expected: "“\(joint?.rawValue ?? "and")” between the limits", found: foundHere(),
          suggestion: "Write one limit after the other, each of the line before.")
      }
      joint = connective
      let place = scanner.place
      scanner.place = endOfBareWord(from: place)
      let condition = try condition()
      guard connective == .or else {
        limits.append(condition)
        continue
      }
      guard let filter = OvidLimit.either(limits[0], condition) else {
        throw scanner.error(
          at: place, expected: "types, or languages, on both sides of “or”", found: "something else",
          suggestion: "Limit the line twice, and join the two lines by “or”.")
      }
      limits[0] = filter
    }
    return limits
  }

  /// Reads `"yr=" years | words`.
  private mutating func condition() throws(QueryError) -> Query.Clause {
    scanner.skipSpaces()
    let start = scanner.place
    if let years = try takeYears() { return years }
    let text = try conditionText()
    guard !text.isEmpty else { throw scanner.error(expected: "a limit such as english language", found: foundHere()) }
    guard let limit = OvidLimit.clause(text) else {
      let known = OvidTypes.allNames + ["humans", "animals", "english language"]
      let nearest = NearestWord.of(text, among: known)
      throw scanner.error(
        at: start, expected: "years, a language, a type of publication, humans or animals",
        found: "“\(text.prefix(60))”",
        suggestion: nearest.map { "Did you mean “\($0)”?" } ?? "Documents can't be limited to this; leave it out.")
    }
    scanner.skipSpaces()
    return limit
  }

  /// The words of a condition; a name with parentheses in it must be quoted.
  private mutating func conditionText() throws(QueryError) -> String {
    if scanner.next?.isOvidQuote == true { return try words().text }
    var words: [String] = []
    while !scanner.isAtEnd, nextOperator() == nil {
      let end = endOfBareWord(from: scanner.place)
      guard end > scanner.place else { break }
      words.append(scanner[scanner.place..<end])
      scanner.place = end
      scanner.skipSpaces()
    }
    return words.joined(separator: " ")
  }

  /// `"yr" "=" years`, with or without quotes.
  private mutating func takeYears() throws(QueryError) -> Query.Clause? {
    var following = scanner
    guard following.take(while: \.isLatinLetter).lowercased() == "yr" else { return nil }
    following.skipSpaces()
    guard following.skip("=") else { return nil }
    following.skipSpaces()
    scanner.place = following.place
    let opener = scanner.place
    let isQuoted = scanner.next?.isOvidQuote == true
    if isQuoted { scanner.place += 1 }
    let text = scanner.take { isQuoted ? !$0.isOvidQuote : !$0.isWhitespace && $0 != ")" }
    guard !isQuoted || !scanner.isAtEnd else {
      throw scanner.error(at: opener, expected: "a quote that closes this one", found: "the end of the query")
    }
    guard let range = OvidYears.range(text) else {
      throw scanner.error(
        at: opener + (isQuoted ? 1 : 0), expected: "a year or a range of years",
        found: "“\(text.prefix(60))”", suggestion: "Write yr=\"2015-2020\" or yr=\"2015 -Current\".")
    }
    if isQuoted { scanner.place += 1 }
    scanner.skipSpaces()
    return .filter(Filter(years: range))
  }

  /// Goes over a word if it stands here.
  private mutating func takeWord(_ word: String) -> Bool {
    let end = endOfBareWord(from: scanner.place)
    guard end - scanner.place == word.count, scanner[scanner.place..<end].lowercased() == word else { return false }
    scanner.place = end
    return true
  }
}

/// What a set of answers can be limited to.
enum OvidLimit {
  /// The clause of a limit's name.
  static func clause(_ name: String) -> Query.Clause? {
    let name = name.lowercased()
    if name == "humans" || name == "animals" { return .heading(Query.Heading(name.capitalizedFirst)) }
    if let type = OvidTypes.medline(name) { return .filter(Filter(types: [type])) }
    let isNamed = name.hasSuffix(" language")
    let language = isNamed ? String(name.dropLast(" language".count)) : name
    let languages = LanguageNames.equivalents(of: language)
    return languages.count > 1 ? .filter(Filter(languages: languages)) : nil
  }

  /// One filter for what either of two lets through, if both are of types or both of languages.
  static func either(_ first: Query.Clause, _ second: Query.Clause) -> Query.Clause? {
    guard case .filter(let first) = first, case .filter(let second) = second else { return nil }
    guard first.types.isEmpty == second.types.isEmpty, first.years == nil, second.years == nil else { return nil }
    return .filter(Filter(types: first.types + second.types, languages: first.languages + second.languages))
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
