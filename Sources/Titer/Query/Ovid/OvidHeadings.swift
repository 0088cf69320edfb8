extension OvidParser {
  /// Whether `exp` stands here with something behind it that it could explode.
  func isAtExplosion() -> Bool {
    let end = endOfBareWord(from: scanner.place)
    guard end == scanner.place + 3, scanner[scanner.place..<end].lowercased() == "exp" else { return false }
    var following = self
    following.scanner.place = end
    following.scanner.skipSpaces()
    guard let next = following.scanner.next, !"()/".contains(next) else { return false }
    return following.nextOperator() == nil && following.suffix(at: following.scanner.place) == nil
  }

  /// Reads `"exp" ["*"] words "/" [qualifiers]`.
  mutating func explodedHeading() throws(QueryError) -> OvidOperand {
    let start = scanner.place
    scanner.place += 3
    let words = try words(asName: true)
    scanner.skipSpaces()
    guard scanner.next == "/", !isAtFrequency() else {
      throw scanner.error(
        expected: "“/” at the end of the heading", found: foundHere(),
        suggestion: "Write exp \(words.text.prefix(60))/, or put “exp” in quotes if it is a word.")
    }
    var operand = try heading(named: words, isExploded: true)
    operand.start = start
    operand.form = .other
    return operand
  }

  /// `"/" [qualifiers]`, behind words that are the heading's name.
  mutating func heading(named words: OvidWords, isExploded: Bool) throws(QueryError) -> OvidOperand {
    let name = words.isStarred && !words.isStarOutside ? String(words.text.dropFirst()) : words.text
    guard OvidText.isSearchable(name) else {
      throw scanner.error(at: words.start, expected: "the name of a heading before “/”", found: "“\(words.text)”")
    }
    scanner.place += 1
    let headings = try qualifiers().map {
      Query.Clause.heading(
        Query.Heading(name, qualifier: $0, isExploded: isExploded, isMajor: words.isStarred))
    }
    var operand = OvidOperand(clause: headings.count == 1 ? headings[0] : .any(headings), start: words.start)
    operand.height = headings.count == 1 ? 1 : 2
    operand.contents = OvidContents(.heading, at: words.start)
    operand.form = words.isQuoted || words.isStarred ? .other : .bareHeading
    try checkHeight(operand.height)
    return operand
  }

  /// `code { "," code } [ "[" names "]" ]`, and the same again behind a comma; `[""]` if there are none.
  private mutating func qualifiers() throws(QueryError) -> [String] {
    guard scanner.next?.isLatinLetter == true, nextOperator() == nil else { return [""] }
    var names: [String] = []
    var shown = 0
    repeat {
      scanner.skipSpaces()
      names.append(try qualifier())
      scanner.skipSpaces()
      if scanner.next == "[" {
        try compareNames(names[shown...])
        shown = names.count
        scanner.skipSpaces()
      }
    } while scanner.skip(",")
    return names
  }

  /// The name of a qualifier by its code.
  private mutating func qualifier() throws(QueryError) -> String {
    let place = scanner.place
    let code = scanner.take { $0.isLetter || $0.isNumber }
    guard let name = Qualifiers.name(of: code) else {
      let rest = scanner[place..<min(place + 40, scanner.characters.count)].lowercased()
      let meant = Qualifiers.allNames.last { rest.hasPrefix($0) }.flatMap { Qualifiers.code(of: $0) }
      let advice = meant.map { "Write /\($0). " } ?? ""
      throw scanner.error(
        at: place, expected: "the two letters of a qualifier, such as dt for drug therapy",
        found: code.isEmpty ? nil : "“\(code.prefix(40))”",
        suggestion: advice + "If the slash ends no heading, put the words around it in quotes.")
    }
    return name
  }

  /// Goes over the names that Ovid shows behind codes, and remarks if they are others.
  private mutating func compareNames(_ names: ArraySlice<String>) throws(QueryError) {
    let opener = scanner.place
    scanner.place += 1
    let shown = scanner.take { $0 != "]" }
    guard scanner.skip("]") else {
      throw scanner.error(at: opener, expected: "a “]” that closes this “[”", found: "the end of the query")
    }
    guard shown.trimmed.lowercased() != names.joined(separator: ", ") else { return }
    notes.append(
      ParsedQuery.Note(
        column: opener, text: "The codes before this are read as \(names.joined(separator: ", "))."))
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let start = self.drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
