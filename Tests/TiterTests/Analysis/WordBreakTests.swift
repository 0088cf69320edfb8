import Testing
import Titer

@Suite struct WordBreakTests {
  @Test(
    arguments: [
      ("a", .letter), ("é", .letter), ("α", .letter), ("ª", .letter), ("5", .numeric), ("٥", .numeric), ("５", .numeric),
      ("_", .extendNumLet), ("'", .singleQuote), ("’", .midNumLet), (".", .midNumLet), (":", .midLetter),
      (",", .midNum),
      ("\"", .doubleQuote), ("א", .hebrewLetter), ("カ", .katakana), ("ー", .katakana), ("か", .hiragana),
      ("漢", .ideograph),
      ("𠀀", .ideograph), ("ก", .southEastAsian), ("\u{301}", .extend), ("\u{AD}", .extend), ("\u{200D}", .extend),
      ("\u{200B}", .other), ("²", .other), ("-", .other), (" ", .other), ("\u{202F}", .extendNumLet), ("🙂", .other),
      ("\u{FFFD}", .other), ("\u{10FFFF}", .other), ("\u{10D40}", .other), ("\u{A7C7}", .other), ("\u{17000}", .other),
    ] as [(Unicode.Scalar, WordBreak)])
  func `class`(_ scalar: Unicode.Scalar, _ expected: WordBreak) {
    #expect(WordBreak(scalar.value) == expected)
  }

  @Test func tableEqualsTheRulesForEveryCharacter() {
    for scalar in 0...0x10_FFFF as ClosedRange<UInt32> where WordBreakTable.shared[scalar: scalar] != WordBreak(scalar)
    {
      Issue.record("U+\(String(scalar, radix: 16))")
    }
  }

  /// The standard library's own Unicode data, which is newer, must agree about what letters and digits are.
  @Test func lettersAndDigitsAreTheStandardLibrarysToo() {
    for value in 0..<0x2E80 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, (age.major, age.minor) <= (12, 1)
      else { continue }
      switch scalar.properties.generalCategory {
      case .decimalNumber: #expect(WordBreak(value) == .numeric, "U+\(String(value, radix: 16))")
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter:
        #expect(WordBreak(value) == .letter, "U+\(String(value, radix: 16))")
      default: continue
      }
    }
  }
}
