/// Field codes behind words or parentheses, such as `.ti,ab.` is.
struct OvidSuffix {
  /// One code.
  struct Code {
    /// Its letters in lower case.
    var text: String
    /// Where it begins.
    var place: Int

    /// A length that no code has.
    static let tooLong = 13

    /// Whether it could be a code.
    var isPlausible: Bool { 2..<Self.tooLong ~= text.count }
  }

  /// The codes.
  var codes: [Code]
  /// Where the suffix begins.
  var start: Int
  /// Where it ends.
  var end: Int
}

extension OvidParser {
  /// The field codes that begin with a dot at a place.
  ///
  /// A dot begins field codes if letters follow that are known codes, or that can hardly be something else: two letters, or
  /// letters up to another dot, at the end of a word. Dots in `2.5` and `U.S.` are text.
  /// What follows a known code and a comma must be a code too.
  func suffix(at dot: Int) -> OvidSuffix? {
    guard scanner[dot] == ".", scanner[dot + 1]?.isLatinLetter == true else { return nil }
    let (codes, end) = codes(from: dot + 1)
    guard codes.allSatisfy(\.isPlausible) else {
      // Only the last one isn't; an error will tell.
      guard codes[0].isPlausible, OvidField.isKnown(codes[0].text) else { return nil }
      return OvidSuffix(codes: codes, start: dot, end: end)
    }
    let isKnown = codes.contains { OvidField.isKnown($0.text) }
    let isShort = codes.allSatisfy { $0.text.count == 2 }
    let isClosed = scanner[end] == "."
    let isSuffix = isClosed ? isKnown || isEndOfWord(end + 1) : isEndOfWord(end) && (isKnown || isShort)
    return isSuffix ? OvidSuffix(codes: codes, start: dot, end: isClosed ? end + 1 : end) : nil
  }

  /// Reads `code { "," code }` up to the first that can't be one, and where they end.
  private func codes(from start: Int) -> (codes: [OvidSuffix.Code], end: Int) {
    var codes: [OvidSuffix.Code] = []
    var place = start
    while true {
      let begin = place
      while place - begin < OvidSuffix.Code.tooLong, scanner[place]?.isLatinLetter == true { place += 1 }
      let code = OvidSuffix.Code(text: scanner[begin..<place].lowercased(), place: begin)
      codes.append(code)
      guard code.isPlausible, scanner[place] == "," else { return (codes, place) }
      place += 1
      while scanner[place] == " " { place += 1 }
    }
  }

  private func isEndOfWord(_ place: Int) -> Bool {
    scanner[place].map { $0 == "/" || $0.endsBareWord } ?? true
  }

  /// Goes over field codes that stand here.
  mutating func takeSuffix() throws(QueryError) -> OvidSuffix? {
    scanner.skipSpaces()
    guard let suffix = suffix(at: scanner.place) else { return nil }
    scanner.place = suffix.end
    try skipExplanation(of: suffix)
    return suffix
  }

  /// Goes over the names that Ovid shows behind a code, such as `[mp=title, abstract]` are.
  private mutating func skipExplanation(of suffix: OvidSuffix) throws(QueryError) {
    var end = scanner.place
    while scanner[end]?.isWhitespace == true { end += 1 }
    let opener = end
    guard scanner[opener] == "[" else { return }
    let letters = scanner.characters[(opener + 1)...].prefix(2)
    guard suffix.codes.contains(where: { $0.text == String(letters).lowercased() }), scanner[opener + 3] == "=" else {
      return
    }
    while let character = scanner[end], character != "]" { end += 1 }
    scanner.place = end
    guard scanner.skip("]") else {
      throw scanner.error(at: opener, expected: "a “]” that closes this “[”", found: "the end of the query")
    }
  }
}
