/// Words side by side, as read.
struct OvidWords {
  /// Where they begin.
  var start: Int
  /// Their text, with wildcards as in a pattern.
  var text = ""
  /// Where the first wildcard stands.
  var wildcard: Int?
  /// How many words and quoted texts they are.
  var count = 0
  /// Whether one is quoted.
  var isQuoted = false
  /// Whether a `*` stands before them, which a heading takes for its own.
  var isStarred = false
  /// Whether that `*` stands before a quote, so that it isn't in the text.
  var isStarOutside = false

  /// The words as a clause.
  var clause: Query.Clause { wildcard == nil ? .phrase(text) : .pattern(text) }
}

/// One word, quoted text, or part of a name in parentheses.
private struct OvidPiece {
  /// The places of its text, without quotes.
  var places: Range<Int>
  /// Whether it stands in quotes.
  var isQuoted = false
  /// Whether it goes on with the word before it.
  var isGlued = false

  /// The place behind it.
  var end: Int { places.upperBound + (isQuoted ? 1 : 0) }
}

extension OvidParser {
  /// Reads `(word | quoted) { word | quoted }`, none if something else stands here.
  ///
  /// If they must be the name of a heading, `and` may be one of them.
  mutating func words(asName isName: Bool = false) throws(QueryError) -> OvidWords {
    scanner.skipSpaces()
    var words = OvidWords(start: scanner.place)
    words.isStarred = scanner.next == "*"
    words.isStarOutside = words.isStarred && scanner[scanner.place + 1]?.isOvidQuote == true
    if words.isStarOutside { scanner.place += 1 }
    while let piece = try takePiece(isFirst: words.count == 0, isName: isName) {
      if words.count > 0, !piece.isGlued { words.text += " " }
      try append(piece.places, isQuoted: piece.isQuoted, to: &words)
    }
    return words
  }

  /// Goes over one piece.
  private mutating func takePiece(isFirst: Bool, isName: Bool) throws(QueryError) -> OvidPiece? {
    let previous = scanner.place
    scanner.skipSpaces()
    guard let next = scanner.next else { return nil }
    let piece =
      if next.isOvidQuote {
        try quotedPiece()
      } else if next == "(", !isFirst {
        piece(inName: scanner.place, isGlued: scanner.place == previous)
      } else {
        try barePiece(isName: isName)
      }
    scanner.place = piece?.end ?? scanner.place
    return piece
  }

  /// A word, unless it is an operator.
  private func barePiece(isName: Bool) throws(QueryError) -> OvidPiece? {
    let places = scanner.place..<endOfBareWord(from: scanner.place)
    guard !places.isEmpty else { return nil }
    if let found = nextOperator() {
      guard isName, case .connective(.and) = found else { return nil }
    }
    try refuseForeign(places)
    return OvidPiece(places: places)
  }

  /// Reads `"…"`.
  private func quotedPiece() throws(QueryError) -> OvidPiece {
    let opener = scanner.place
    let text = scanner.characters[(opener + 1)...]
    guard let end = text.firstIndex(where: \.isOvidQuote) else {
      throw scanner.error(
        at: opener, expected: "a quote that closes this one", found: "the end of the query",
        suggestion: "Write “\"” where the quoted words end.")
    }
    guard !text[..<end].isEmpty else {
      throw scanner.error(
        at: opener, expected: "words between the quotes", found: "none", suggestion: "Leave the quotes out.")
    }
    return OvidPiece(places: opener + 1..<end, isQuoted: true)
  }

  /// The rest of a heading's name that goes on with parentheses, as in `Ca(2+)-Binding Sites/`.
  private func piece(inName start: Int, isGlued: Bool) -> OvidPiece? {
    guard var end = endOfName(from: start) else { return nil }
    while scanner.characters[end - 1].isWhitespace { end -= 1 }
    return OvidPiece(places: start..<end, isGlued: isGlued)
  }

  /// Where a word ends that begins at a place, which is the place itself if no word does.
  func endOfBareWord(from start: Int) -> Int {
    var end = start
    while let character = scanner[end], !character.endsBareWord {
      if character == ".", suffix(at: end) != nil { break }
      if character == "/", !isPartOfWord(slash: end, from: start) { break }
      end += 1
    }
    return end
  }

  /// Whether a slash belongs to the word before it, as in `24/7` and DOIs, rather than ends a heading.
  private func isPartOfWord(slash: Int, from start: Int) -> Bool {
    if slash - start <= 3, OvidConnective(rawValue: scanner[start..<slash].lowercased()) != nil { return false }
    let isDOI = scanner[start] == "1" && scanner[start + 1] == "0" && scanner[start + 2] == "."
    return slash > start && (isDOI || scanner[slash + 1]?.isDecimalDigit == true)
  }

  /// Where the name of a heading ends that goes on with a parenthesis at a place.
  private func endOfName(from start: Int) -> Int? {
    var depth = 0
    var place = start
    while let character = scanner[place], !character.isOvidQuote {
      switch character {
      case "(": depth += 1
      case ")" where depth == 0: return nil
      case ")": depth -= 1
      case "/" where depth == 0: return isAtFrequency(place) ? nil : place
      case _ where character.isWhitespace:
        let end = endOfBareWord(from: place + 1)
        if OvidOperator(scanner[place + 1..<end]) != nil { return nil }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// - Throws: ``QueryError`` for operators and fields as other systems write them.
  private func refuseForeign(_ places: Range<Int>) throws(QueryError) {
    guard let first = scanner[places.lowerBound], first.isLatinLetter else { return }
    let word = scanner[places.prefix(7)].lowercased()
    let letters = String(word.prefix(while: \.isLatinLetter))
    let rest = word.dropFirst(letters.count)
    if let distance = foreignDistance(letters, rest), places.count <= 7 {
      throw scanner.error(
        at: places.lowerBound, expected: "an operator of Ovid's", found: "“\(scanner[places])”",
        suggestion: "For at most \(distance) other words between, write adj\(distance + 1).")
    }
    if letters.count == 2 || letters == "tiab", OvidField.isKnown(letters), rest.first == ":" || rest.first == "=" {
      throw scanner.error(
        at: places.lowerBound, expected: "words before their field code", found: "“\(letters)\(rest.prefix(1))”",
        suggestion: "Write the code behind the words: lupus.ti,ab.")
    }
  }

  /// The number of `near3`, `near/3`, and the like.
  private func foreignDistance(_ letters: String, _ rest: Substring) -> Int? {
    let isSlashed = rest.first == "/"
    let operators = isSlashed ? ["near", "next", "pre", "w", "n"] : ["near", "next"]
    let digits = rest.dropFirst(isSlashed ? 1 : 0)
    guard operators.contains(letters), digits.allSatisfy(\.isDecimalDigit) else { return nil }
    return Int(digits)
  }
}

extension Character {
  /// Whether a word that isn't quoted ends before it, whatever stands behind.
  var endsBareWord: Bool {
    switch self {
    case "(", ")", "[", "]": true
    default: isSpace || isOvidQuote
    }
  }

  /// Whether it begins or ends a quoted text.
  var isOvidQuote: Bool { isASCII ? self == "\"" : self == "“" || self == "”" || self == "„" }
}
