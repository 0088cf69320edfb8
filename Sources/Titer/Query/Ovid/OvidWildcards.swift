extension OvidParser {
  /// Adds the text of one word or quoted text, in which `$` becomes `*`, and `$3` becomes `???`.
  func append(_ places: Range<Int>, isQuoted: Bool, to words: inout OvidWords) throws(QueryError) {
    guard OvidText.standsAlone(scanner[places]) else {
      throw scanner.error(
        at: places.lowerBound, expected: "a word", found: "a character that joins what is beside it",
        suggestion: "Leave out signs that mark the letters before or behind them.")
    }
    var start = places.lowerBound
    for place in places where scanner.characters[place].isWhitespace {
      try appendWord(start..<place, isQuoted: isQuoted, to: &words)
      words.text.append(scanner.characters[place])
      start = place + 1
    }
    try appendWord(start..<places.upperBound, isQuoted: isQuoted, to: &words)
    words.count += 1
    words.isQuoted = words.isQuoted || isQuoted
  }

  private func appendWord(_ places: Range<Int>, isQuoted: Bool, to words: inout OvidWords) throws(QueryError) {
    var text = ""
    var wildcard: Int?
    var place = places.lowerBound
    while place < places.upperBound {
      let character = scanner.characters[place]
      if isWildcard(character) || isTruncation(place, in: places, isQuoted: isQuoted) {
        wildcard = wildcard ?? place
        text += try sign(&place, in: places)
      } else {
        text.append(character)
        place += 1
      }
    }
    if let wildcard {
      guard OvidText.isWord(text) else { throw loneWildcard(at: wildcard) }
      words.wildcard = words.wildcard ?? wildcard
    }
    words.text += text
  }

  private func isWildcard(_ character: Character) -> Bool {
    switch character {
    case "*", "$", "?", "#": true
    default: false
    }
  }

  /// Whether a colon truncates a word, as in `random:`.
  private func isTruncation(_ place: Int, in places: Range<Int>, isQuoted: Bool) -> Bool {
    scanner[place] == ":" && !isQuoted && place > places.lowerBound && place == places.upperBound - 1
      && scanner.characters[place - 1].isLetter
  }

  /// One wildcard in the form it has in a pattern, with the digits that belong to it.
  private func sign(_ place: inout Int, in places: Range<Int>) throws(QueryError) -> String {
    let wildcard = place
    place += 1
    guard !"?#".contains(scanner.characters[wildcard]) else { return String(scanner.characters[wildcard]) }
    let digits = scanner.characters[place..<places.upperBound].prefix(while: \.isDecimalDigit)
    guard wildcard > places.lowerBound, !digits.isEmpty, scanner[wildcard] != ":" else { return "*" }
    place += digits.count
    return String(repeating: "?", count: try limit(String(digits), of: wildcard, upTo: places))
  }

  /// How many characters a limited truncation lets a word end with.
  private func limit(_ digits: String, of wildcard: Int, upTo places: Range<Int>) throws(QueryError) -> Int {
    guard let limit = Int(digits), 1...99 ~= limit else {
      throw scanner.error(
        at: wildcard + 1, expected: "a number of characters from 1 to 99", found: "“\(digits)”",
        suggestion: "nephr$3 lets at most three characters follow.")
    }
    let end = wildcard + 1 + digits.count
    if end < places.upperBound, scanner.characters[end].isLetter {
      throw scanner.error(
        at: end, expected: "the end of the word behind the number of characters",
        suggestion: "Inside a word write ? for one character or none, # for one, and * for any.")
    }
    return limit
  }

  /// An error for a wildcard that no letters or digits stand beside.
  func loneWildcard(at place: Int) -> QueryError {
    scanner.error(
      at: place, expected: "letters or digits beside the wildcard", found: "“\(scanner.characters[place])” alone",
      suggestion: "Write the part of the word that you know: nephr*")
  }
}
