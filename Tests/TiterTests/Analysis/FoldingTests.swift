import Testing
import Titer

@Suite struct FoldingTests {
  private func fold(_ word: String) -> String {
    var folding = Folding()
    var folded: [UInt8] = []
    folding.fold(word.utf8.span, into: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("AZaz09@[`{", "azaz09@[`{"), ("Sjögren", "sjogren"), ("Sjo\u{308}gren", "sjogren"),
    ("SJÖGREN", "sjogren"),
    ("Straße", "strasse"), ("Guillain–Barré", "guillain–barre"), ("ﬁbre", "fibre"), ("ＴＮＦ", "tnf"), ("µg", "μg"),
    ("μg", "μg"), ("Ω", "ω"), ("ΑΣ", "ας".replacing("ς", with: "σ")), ("ά", "α"), ("İ", "i"), ("ı", "i"),
    ("Łódź", "lodz"),
    ("Søren", "soren"), ("Ærø", "aero"), ("cœur", "coeur"), ("don’t", "don't"), ("O＇Brien", "o'brien"),
    ("co\u{AD}op", "coop"),
    ("x²", "x2"), ("H₂O", "h2o"), ("ᵃ", "a"), ("Ⅳ", "iv"), ("𝕜", "k"), ("Й", "и"), ("か", "か"), ("が", "が"),
    ("か\u{3099}", "が"),
    ("한국", "한국"), ("ｶﾞ", "ガ"), ("हिन्दी", "हिन्दी"), ("\u{115F}", ""), ("\u{FDFA}", "صلىاللهعليهوسلم"),
  ])
  func vector(_ word: String, _ expected: String) {
    #expect(Array(fold(word).utf8) == Array(expected.utf8), "\(fold(word))")
  }

  @Test func foldingTwiceIsFoldingOnceForEveryCharacter() {
    var folding = Folding()
    var once: [UInt8] = []
    var twice: [UInt8] = []
    for value in 0...0x10_FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      folding.fold(String(scalar).utf8.span, into: &once)
      folding.fold(once.span, into: &twice)
      if once != twice { Issue.record("U+\(String(value, radix: 16)): \(once) becomes \(twice)") }
    }
  }

  @Test func wordsOfAnyLengthFold() {
    #expect(fold(String(repeating: "\u{FDFA}", count: 200)).unicodeScalars.count == 200 * 15)
  }
}
