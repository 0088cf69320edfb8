/// Reads words with wildcards.
///
/// | sign | stands for |
/// | --- | --- |
/// | `*` | any characters, or none |
/// | `?` | one character or none |
/// | `#` | one character |
///
/// All other characters stand for themselves, and there is no way to ask for one of the signs. A character is a Unicode scalar.
enum WildcardSyntax {
  /// The pattern of a word with wildcards.
  ///
  /// - Throws: ``QueryError`` when the word is longer than a pattern may be.
  static func parse(_ word: String) throws(QueryError) -> TermPattern {
    var parts: [TermPattern] = []
    for character in word.unicodeScalars {
      let part = self.part(character)
      if part == .repetition(.character(.all), least: 0, most: nil), part == parts.last { continue }
      parts.append(part)
    }
    let pattern = TermPattern.sequence(parts)
    guard pattern.size <= TermPattern.largestSize else {
      throw QueryError(
        query: word, column: 0, expected: "a shorter word with wildcards", found: "\(word.count) characters")
    }
    return pattern
  }

  private static func part(_ character: Unicode.Scalar) -> TermPattern {
    switch character {
    case "*": .repetition(.character(.all), least: 0, most: nil)
    case "?": .repetition(.character(.all), least: 0, most: 1)
    case "#": .character(.all)
    default: .character(CharacterSet(character))
    }
  }
}
