/// How the text of words must be, so that it can be read and written.
enum OvidText {
  /// Whether something can be looked for: a letter or digit is there.
  static func isSearchable(_ text: some StringProtocol) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

  /// Whether a word with wildcards says more than any word, or any that ends with some digits.
  static func isWord(_ text: some StringProtocol) -> Bool {
    isSearchable(text) && !(text.first == "*" && text.dropFirst().allSatisfy(\.isDecimalDigit))
  }

  /// Whether a text keeps its characters between others: it neither begins nor ends with what joins them.
  static func standsAlone(_ text: String) -> Bool { "\"\(text)\"".count == text.count + 2 }

  /// The text of words as it is written, if that can be read back.
  ///
  /// Its wildcards are those of a pattern. Digits alone stand in quotes, unless `isBare`.
  static func written(_ text: String, wildcards: Bool, isBare: Bool = false) -> String? {
    guard isSearchable(text), standsAlone(text), !text.contains(where: { $0.isOvidQuote || $0 == "$" }) else {
      return nil
    }
    for word in text.split(whereSeparator: \.isWhitespace) where word.contains(where: { "*?#".contains($0) }) {
      guard wildcards, isWord(word), !isLimited(word) else { return nil }
    }
    let isNumber = text.drop { $0 == "#" }.allSatisfy(\.isDecimalDigit)
    return isPlain(text) && (isBare || !isNumber) ? text : "\"\(text)\""
  }

  /// Whether a digit behind `*` would be read as its limit.
  private static func isLimited(_ word: Substring) -> Bool {
    zip(word.dropFirst(), word.dropFirst(2)).contains { $0 == "*" && $1.isDecimalDigit }
  }

  /// Whether words mean the same with and without quotes.
  private static func isPlain(_ text: String) -> Bool {
    text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy(isPlain) && !isReserved(word)
    }
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-'’,*?#".contains(character)
  }

  /// Whether a word could be taken for an operator or a command.
  private static func isReserved(_ word: Substring) -> Bool {
    let word = word.lowercased()
    return OvidOperator(word) != nil || ["exp", "limit", "remove", "use"].contains(word)
      || (word.hasPrefix("near") || word.hasPrefix("next")) && word.last?.isDecimalDigit == true
  }
}
