/// Roman numerals from I to XX.
enum RomanNumeral {
  /// The Arabic number of a numeral in small letters, with a letter from a to c behind it kept (iiia).
  static func arabic(_ text: [UInt8]) -> [UInt8]? {
    if let number = numerals[text] { return number }
    guard let last = text.last, UInt8(ascii: "a")...UInt8(ascii: "c") ~= last else { return nil }
    return numerals[Array(text.dropLast())].map { $0 + [last] }
  }

  /// Whether a text is a numeral.
  static func isNumeral(_ text: [UInt8]) -> Bool { numerals[text] != nil }

  private static let numerals = WordMap(
    (1...20).map { number in
      let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
      let tens = ["", "x", "xx"]
      return (Array((tens[number / 10] + units[number % 10]).utf8), Array(String(number).utf8))
    })
}
