extension QueryScanner {
  /// A scanner that goes from scalar to scalar, so that a mark behind a sign (an accent behind a quote) doesn't hide it.
  ///
  /// Its places count scalars; errors and notes count characters, which ``column(of:)`` knows.
  init(scalarsOf text: String) {
    self.init(text, text.unicodeScalars.map(Character.init))
  }

  /// The character, counted from 0, in which a scalar stands.
  func column(of place: Int) -> Int { columns[min(place, characters.count)] }

  /// An error whose column counts scalars, with one that counts characters.
  func inCharacters(_ error: QueryError) -> QueryError {
    var error = error
    error.column = column(of: error.column)
    return error
  }

  /// Notes whose columns count scalars, with ones that count characters.
  func inCharacters(_ notes: [ParsedQuery.Note]) -> [ParsedQuery.Note] {
    guard !notes.isEmpty else { return [] }
    let columns = columns
    return notes.map { ParsedQuery.Note(column: columns[$0.column], text: $0.text) }
  }

  /// The column of each scalar, and that of the end.
  private var columns: [Int] {
    var columns: [Int] = []
    columns.reserveCapacity(characters.count + 1)
    var column = 0
    for character in text {
      columns.append(contentsOf: repeatElement(column, count: character.unicodeScalars.count))
      column += 1
    }
    return columns + [column]
  }
}

extension Character {
  /// Whether it is white space; told fast of ASCII.
  var isSpace: Bool {
    guard let ascii = asciiValue else { return isWhitespace }
    return ascii == 0x20 || 0x09...0x0D ~= ascii
  }

  /// Whether it opens or closes a phrase: `"`, `“` or `”`, any of which opens, and the next one closes.
  package var isQuote: Bool { isASCII ? self == "\"" : self == "\u{201C}" || self == "\u{201D}" }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit.
  var isAlphanumeric: Bool { properties.isAlphabetic || properties.numericType != nil }
}

/// What is asked of single scalars, since a sign with a mark behind it is another character.
extension StringProtocol {
  /// Whether it holds white space at most.
  package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Whether it holds something, and no white space.
  var isOneWord: Bool { !isEmpty && !unicodeScalars.contains(where: \.properties.isWhitespace) }

  /// Whether it holds a letter or a digit.
  var hasAlphanumeric: Bool { unicodeScalars.contains(where: \.isAlphanumeric) }

  /// Whether it holds a character that means something in a pattern.
  var hasPatternSigns: Bool { unicodeScalars.contains { Character($0).isWildcard } }
}
