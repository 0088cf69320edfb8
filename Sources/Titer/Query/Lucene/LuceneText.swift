/// The characters of a word or phrase of Lucene's syntax, after its escapes were read.
struct LuceneText {
  /// One character.
  struct Piece {
    /// The character.
    var character: Character
    /// Where it was written, with its escape.
    var place: Int
    /// Whether a backslash stood before it.
    var isEscaped: Bool
    /// Whether it was `*` or `?` without a backslash.
    var isWildcard: Bool { !isEscaped && (character == "*" || character == "?") }
  }

  /// Where the word or phrase begins.
  var start: Int
  /// Its characters.
  var pieces: [Piece] = []

  /// The characters as they are.
  var text: String { String(pieces.map(\.character)) }

  /// Whether it has a wildcard.
  var hasWildcard: Bool { pieces.contains(where: \.isWildcard) }

  /// The first character that stands for itself here, and for others in a pattern.
  var unwritable: Piece? { pieces.first { !$0.isWildcard && $0.character.isWildcard } }

  /// Its words, which stand between white space.
  var words: [String] { pieces.split(whereSeparator: \.character.isWhitespace).map { String($0.map(\.character)) } }

  /// The characters as a pattern has them: `#` for `?`, since Lucene's stands for exactly one.
  var pattern: String { String(pieces.map { $0.isWildcard && $0.character == "?" ? "#" : $0.character }) }
}

extension QueryScanner {
  /// Reads the next character, with an escape if one begins there.
  ///
  ///     character = '\' any | '\' 'u' hex hex hex hex | other
  mutating func luceneCharacter() throws(QueryError) -> LuceneText.Piece {
    let start = place
    let isEscaped = skip("\\")
    guard let character = next else {
      throw error(
        at: start, expected: "a character behind the backslash", found: found(),
        suggestion: #"To look for a backslash, write \\."#)
    }
    place += 1
    let isCode = isEscaped && character == "u"
    return LuceneText.Piece(
      character: isCode ? try scalar(escapedAt: start) : character, place: start, isEscaped: isEscaped)
  }

  /// Reads the four digits of an escaped scalar.
  private mutating func scalar(escapedAt start: Int) throws(QueryError) -> Character {
    let digits = self[place..<min(place + 4, characters.count)]
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(code)
    else {
      throw error(
        at: start, expected: #"four hexadecimal digits of a character behind \u"#,
        found: digits.isEmpty ? nil : "“\(digits)”",
        suggestion: "To look for the letter u, leave the backslash away.")
    }
    place += 4
    return Character(scalar)
  }
}
