extension OvidParser {
  /// Reads `line | lines | heading | (words | group) [fields] [frequency]`.
  mutating func operand(after previous: OvidPrevious) throws(QueryError) -> OvidOperand {
    scanner.skipSpaces()
    var operand =
      if scanner.next == "(" {
        try group()
      } else if isAtLines() {
        try lines()
      } else if isAtExplosion() {
        try explodedHeading()
      } else {
        try wordsOrHeading(after: previous)
      }
    if let suffix = try takeSuffix() { operand = try look(for: operand, in: suffix) }
    scanner.skipSpaces()
    if isAtFrequency() { operand = try frequency(of: operand) }
    return operand
  }

  /// `words | heading | line`, all of which begin with words.
  private mutating func wordsOrHeading(after previous: OvidPrevious) throws(QueryError) -> OvidOperand {
    let words = try words()
    guard words.count > 0 else { throw missingOperand(after: previous) }
    try refuseLimit(words)
    scanner.skipSpaces()
    if isAtFrequency() || suffix(at: scanner.place) != nil { return try operand(of: words, mayBeLine: false) }
    if scanner.next == "/" { return try heading(named: words, isExploded: false) }
    return try operand(of: words, mayBeLine: true)
  }

  /// Words, or a number alone, which is a line.
  private func operand(of words: OvidWords, mayBeLine: Bool) throws(QueryError) -> OvidOperand {
    let isBare = words.count == 1 && !words.isQuoted
    if mayBeLine, isBare, let line = try line(words) {
      let kind: OvidContents.Kind = words.text.hasPrefix("#") ? .line : .number
      return OvidOperand(clause: .line(line), start: words.start, contents: OvidContents(kind, at: words.start))
    }
    if words.isStarOutside { throw loneWildcard(at: words.start) }
    guard OvidText.isSearchable(words.text) else {
      throw scanner.error(
        at: words.start, expected: "letters or digits in the words to look for", found: "“\(words.text.prefix(40))”")
    }
    let contents = words.wildcard.map { OvidContents(.wildcard, at: $0) } ?? OvidContents()
    let isPlain = mayBeLine && !words.isQuoted && words.wildcard == nil
    return OvidOperand(
      clause: words.clause, start: words.start, contents: contents, form: isPlain ? .bareWords : .other)
  }

  /// The number of a line that a word is.
  private func line(_ words: OvidWords) throws(QueryError) -> Int? {
    let digits = words.text.hasPrefix("#") ? words.text.dropFirst() : words.text[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isDecimalDigit) else { return nil }
    guard let number = Int(digits), digits.first != "0" else {
      throw scanner.error(
        at: words.start, expected: "the number of a line, counted from 1", found: "“\(digits.prefix(40))”",
        suggestion: "Put the number in quotes if it is a word.")
    }
    return number
  }

  /// Reads `"/freq=" number`.
  private mutating func frequency(of operand: OvidOperand) throws(QueryError) -> OvidOperand {
    let start = scanner.place
    if let (kind, place) = operand.contents.first(otherThan: .countable) {
      throw scanner.error(
        at: place, expected: "only words, and words joined by “or” or “adj”, before “/freq=”", found: kind.name)
    }
    scanner.place += "/freq".count
    scanner.skipSpaces()
    let hasSign = scanner.skip("=")
    if hasSign { scanner.skipSpaces() }
    let place = scanner.place
    let digits = scanner.take(while: \.isDecimalDigit)
    guard hasSign, let least = Int(digits), least > 0 else {
      throw scanner.error(
        at: place, expected: hasSign ? "how many times, at least 1" : "“=” behind “/freq”",
        suggestion: "Write /freq=3 for at least three times.")
    }
    var counted = operand
    counted.clause = .frequency(operand.clause, atLeast: least)
    counted.height += 1
    counted.contents = OvidContents(.frequency, at: start)
    counted.form = .other
    try checkHeight(counted.height)
    return counted
  }

  /// Whether `/freq` stands at a place, or here.
  func isAtFrequency(_ place: Int? = nil) -> Bool {
    var letters = scanner
    letters.place = place ?? scanner.place
    return letters.skip("/") && letters.take(while: \.isLatinLetter).lowercased() == "freq"
  }
}
