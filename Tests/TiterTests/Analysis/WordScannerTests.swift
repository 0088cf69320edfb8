import TestSupport
import Testing
import Titer

@Suite struct WordScannerTests {
  private let scanner = WordScanner()

  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return scanner.words(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    // English.
    ("", []), (" \n\t", []), ("a", ["a"]), ("Hello, world!", ["Hello", "world"]),
    ("can't", ["can't"]), ("can’t", ["can’t"]), ("can＇t", ["can＇t"]), ("'tis", ["tis"]), ("dogs'", ["dogs"]),
    ("rock 'n' roll", ["rock", "n", "roll"]), ("a''b", ["a", "b"]), ("e.g.", ["e.g"]), ("i.e., that", ["i.e", "that"]),
    ("U.S.A.", ["U.S.A"]), ("end.Begin", ["end.Begin"]), ("end. Begin", ["end", "Begin"]), ("a..b", ["a", "b"]),
    ("a:b", ["a:b"]), ("a: b", ["a", "b"]), ("a,b", ["a", "b"]), ("a;b", ["a", "b"]), ("a·b", ["a·b"]),
    // Numbers.
    ("3.14", ["3.14"]), ("1,845", ["1,845"]), ("1,845.50", ["1,845.50"]), ("27:05", ["27", "05"]), ("1;2", ["1;2"]),
    ("3.", ["3"]), (".5", ["5"]), ("p<0.001", ["p", "0.001"]), ("95%", ["95"]), ("3a", ["3a"]), ("a3", ["a3"]),
    ("3.a", ["3", "a"]), ("a.3", ["a", "3"]), ("1.2.3", ["1.2.3"]), ("٣٫١٤", ["٣٫١٤"]),
    // Names of biology.
    ("IL-6", ["IL", "6"]), ("CD19+", ["CD19"]), ("TNF-α", ["TNF", "α"]), ("TNFα", ["TNFα"]), ("10⁶", ["10"]),
    ("CO₂", ["CO"]), ("µg/ml", ["µg", "ml"]), ("HLA-B*27:05", ["HLA", "B", "27", "05"]),
    // Low lines.
    ("a_b", ["a_b"]), ("_a_", ["_a_"]), ("__", []), ("_", []), ("1_000", ["1_000"]), ("a_.b", ["a_", "b"]),
    ("a._b", ["a", "_b"]), ("_'a", ["a"]),
    // Marks and invisible characters.
    ("Sjo\u{308}gren", ["Sjo\u{308}gren"]), ("co\u{AD}op", ["co\u{AD}op"]), ("\u{301}a", ["a"]), (" \u{301}", []),
    ("a\u{301}'\u{301}b", ["a\u{301}'\u{301}b"]), ("a\u{200B}b", ["a", "b"]), ("a\u{2060}b", ["a\u{2060}b"]),
    ("a\u{301}", ["a\u{301}"]), ("a.\u{301}", ["a"]), ("3\u{301},\u{301}4", ["3\u{301},\u{301}4"]),
    // Other scripts.
    ("漢字", ["漢", "字"]), ("ひら", ["ひ", "ら"]), ("カタカナ", ["カタカナ"]), ("カa", ["カ", "a"]), ("カ_a", ["カ_a"]),
    ("한국어", ["한국어"]), ("ภาษาไทย", ["ภาษาไทย"]), ("ไทยabc", ["ไทย", "abc"]), ("привет мир", ["привет", "мир"]),
    ("צה\"ל", ["צה\"ל"]), ("ג'", ["ג'"]), ("א\"1", ["א", "1"]), ("a\"b", ["a", "b"]), ("हिन्दी", ["हिन्दी"]),
    ("人々", ["人", "々"]), ("ิ", ["ิ"]), ("𝕜1", ["𝕜1"]), ("ⓐ", ["ⓐ"]), ("Ⅳ", ["Ⅳ"]),
    ("²", []), ("ג'1", ["ג'1"]), ("ג'ד'ה", ["ג'ד'ה"]), ("ג\"ד\"ה", ["ג\"ד", "ה"]), ("a'ד'", ["a'ד"]),
    // Emoji.
    ("🙂", ["🙂"]), ("a🙂b", ["a", "🙂", "b"]), ("😀😀", ["😀", "😀"]), ("😀\u{200D}😀", ["😀\u{200D}😀"]),
    ("👍🏻👍🏻", ["👍🏻", "👍🏻"]), ("🏻", ["🏻"]), ("a\u{200D}😀", ["a\u{200D}", "😀"]), (".\u{200D}😀", ["\u{200D}😀"]),
    ("❤\u{FE0F}\u{FE0F}", ["❤\u{FE0F}"]), ("❤\u{FE0E}", ["❤"]), ("❤\u{FE0F}\u{200D}🔥", ["❤\u{FE0F}\u{200D}🔥"]),
    ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]), ("🇩", []), ("#\u{FE0F}\u{20E3}", ["#\u{FE0F}\u{20E3}"]), ("*\u{20E3}", ["*\u{20E3}"]),
    ("#", []), ("a#*b", ["a", "b"]), ("1\u{FE0F}\u{20E3}", ["1\u{FE0F}\u{20E3}"]),
    ("ℹ\u{200D}🙂a", ["ℹ\u{200D}🙂", "a"]),
    ("aℹ", ["aℹ"]), ("🏴\u{FE0F}\u{E0067}\u{E007F}", ["🏴\u{FE0F}\u{E0067}\u{E007F}"]), ("x®y™", ["x", "®", "y", "™"]),
    ("\u{1F9FF}\u{1FAFF}", ["\u{1F9FF}", "\u{1FAFF}"]),
  ])
  func vector(_ text: String, _ expected: [String]) {
    #expect(words(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(words(text))")
  }

  @Test(arguments: [
    ([0x61, 0x80, 0x62], [0..<1, 2..<3]), ([0x61, 0xFF], [0..<1]), ([0xC3, 0x61], [1..<2]),
    ([0xE2, 0x80, 0x61], [2..<3]),
    ([0x61, 0xED, 0xA0, 0x80, 0x61], [0..<1, 4..<5]), ([0xC0, 0x80], []), ([0xF4, 0x90, 0x80, 0x80, 0x31], [4..<5]),
    ([0x61, 0xC3], [0..<1]), ([0x61, 0x2E, 0xC3], [0..<1]), ([0xF8, 0x88, 0x80, 0x80, 0x80, 0x61], [5..<6]),
  ])
  func illFormedBytesSeparateWords(_ bytes: [UInt8], _ expected: [Range<Int>]) {
    #expect(scanner.words(in: bytes.span) == expected)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func fastPathEqualsWholeRulesOnASCII(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RandomText.ascii(300, &random)
    #expect(scanner.words(in: text.span) == wordsByWholeRules(text), "seed \(seed)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func fastPathEqualsWholeRulesOnAnyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RandomText.bytes(100, &random)
    #expect(scanner.words(in: text.span) == wordsByWholeRules(text), "seed \(seed)")
  }

  private func wordsByWholeRules(_ text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let segment = scanner.segment(in: text.span, from: start)
      if segment.isWord { words.append(start..<segment.end) }
      start = segment.end
    }
    return words
  }

  @Test func timeIsLinearInHostileTexts() {
    let marks = "a'" + String(repeating: "\u{301}", count: 100_000)
    let marked = String(repeating: "a.\u{301}", count: 100_000)
    let lowLines = String(repeating: "_", count: 100_000) + "'"
    let joiners = String(repeating: "\u{200D}", count: 100_000) + "x"
    #expect(words(marks).map(\.unicodeScalars.count) == [1])
    #expect(words(marked).count == 1_177)
    #expect(words(joiners) == ["x"])
    #expect(words(lowLines).isEmpty)
  }
}
