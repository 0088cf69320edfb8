/// Roman numerals behind the words that are counted by them: type II diabetes is type 2 diabetes.
struct RomanNumeral {
  private static let counted: Set<[UInt8]> = Set(
    ["type", "phase", "grade", "stage", "class"].flatMap { word in
      [word, word == "class" ? "classes" : word + "s"].map { Array($0.utf8) }
    })
  private static let links: Set<[UInt8]> = Set(["and", "or", "to", "through"].map { Array($0.utf8) })

  /// Whether a numeral may follow.
  var isExpected: Bool

  /// The Arabic number of an atom that is a numeral here, followed by what letter it has (IIIA), or nil.
  mutating func arabic(_ atom: NameAtom) -> [UInt8]? {
    if Self.counted.contains(atom.text) {
      isExpected = true
      return nil
    }
    guard isExpected, atom.joiner != .other else {
      isExpected = false
      return nil
    }
    if Self.links.contains(atom.text) { return nil }
    let arabic = Self.arabic(atom.text)
    isExpected = arabic != nil || atom.isNumber
    return arabic
  }

  /// The number of a numeral up to 20, with a letter from a to c behind it kept.
  private static func arabic(_ text: [UInt8]) -> [UInt8]? {
    if let number = numerals[String(decoding: text, as: UTF8.self)] { return Array(String(number).utf8) }
    guard let last = text.last, UInt8(ascii: "a")...UInt8(ascii: "c") ~= last else { return nil }
    guard let number = numerals[String(decoding: text.dropLast(), as: UTF8.self)] else { return nil }
    return Array(String(number).utf8) + [last]
  }

  private static let numerals: [String: Int] = Dictionary(
    uniqueKeysWithValues: (1...20).map { number in
      let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
      let tens = ["", "x", "xx"]
      return (tens[number / 10] + units[number % 10], number)
    })
}
