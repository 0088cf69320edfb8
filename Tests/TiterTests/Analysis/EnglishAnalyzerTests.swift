import TestSupport
import Testing
import Titer

@Suite struct EnglishAnalyzerTests {
  /// `term@position` of each token.
  private func tokens(_ text: String) -> [String] {
    var analyzer = EnglishAnalyzer()
    let tokens = analyzer.tokens(of: text)
    return tokens.tokens.map { "\(tokens.text(of: $0))@\($0.position)" }
  }

  /// Texts with the tokens of Lucene 10.5's `EnglishAnalyzer`.
  @Test(arguments: [
    ("", []), ("the", []), ("CAR T-cell therapies", ["car@0", "t@1", "cell@2", "therapi@3"]),
    ("cancer of the lung", ["cancer@0", "lung@3"]), ("The studies", ["studi@1"]),
    ("IL-6 IL-60", ["il@0", "6@1", "il@2", "60@3"]), ("10⁶ cells", ["10@0", "cell@1"]), ("H₂O₂", ["h@0", "o@1"]),
    ("SARS", ["sar@0"]), ("TNFα", ["tnfα@0"]), ("oncology oncological", ["oncolog@0", "oncolog@1"]),
    // Possessives.
    ("Sjögren’s syndrome", ["sjögren@0", "syndrom@1"]), ("Crohn＇s Crohn’S Crohn's", ["crohn@0", "crohn@1", "crohn@2"]),
    ("it's", []), ("it’s Å", ["å@1"]), ("dogs'", ["dog@0"]), ("s's", ["s@0"]), ("'s", ["s@0"]),
    ("don’t don't", ["don’t@0", "don't@1"]),
    // Accents and other forms of letters stay.
    ("thé", ["thé@0"]), ("naïve café", ["naïv@0", "café@1"]), ("SJO\u{308}GREN'S", ["sjo\u{308}gren@0"]),
    ("µg μg", ["µg@0", "μg@1"]), ("ｔｈｅ ＴＨＥ", ["ｔｈｅ@0", "ｔｈｅ@1"]),
    ("Straße ﬁbre Łódź", ["straße@0", "ﬁbre@1", "łódź@2"]),
    ("İstanbul ΑΣ", ["istanbul@0", "ασ@1"]), ("\u{115F} end", ["\u{115F}@0", "end@1"]), ("漢字", ["漢@0", "字@1"]),
    ("aééing faéing ééed", ["aé@0", "faée@1", "ééed@2"]), ("𝕜𝕜ed x𝕜s", ["𝕜𝕜ed@0", "x𝕜@1"]),
    // Emoji, and what counts as such.
    ("Humira® tablets", ["humira@0", "®@1", "tablet@2"]), ("Abbott™ © 2020", ["abbott@0", "™@1", "©@2", "2020@3"]),
    ("🙂 a🙂b", ["🙂@0", "🙂@2", "b@3"]), ("★★ ☎", ["★@0", "★@1", "☎@2"]),
  ])
  func vector(_ text: String, _ expected: [String]) {
    #expect(tokens(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(tokens(text))")
  }

  @Test func sourceIsTheWordAsWritten() {
    let text = "the Sjögren’s syndromes"
    var analyzer = EnglishAnalyzer()
    let tokens = analyzer.tokens(of: text)
    #expect(tokens.tokens.map { tokens.source(of: $0, in: text) } == ["Sjögren’s", "syndromes"])
    #expect(tokens.positionCount == 3)
  }

  @Test func stopWordsAreLucenes33() {
    let words = """
      a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to \
      was will with
      """
    #expect(words.split(separator: " ").count == 33)
    #expect(tokens(words).isEmpty)
    #expect(tokens("from has have we were which").count == 6)
  }

  @Test(arguments: [255, 256, 510, 511, 1_000])
  func longWordsAreCut(length: Int) {
    var analyzer = EnglishAnalyzer()
    let tokens = analyzer.tokens(of: String(repeating: "x", count: length))
    #expect(tokens.tokens.map(\.source.count).max() == 255)
    #expect(tokens.tokens.map(\.source.count).reduce(0, +) == length)
    #expect(tokens.tokens.map(\.position) == Array(0..<(length + 254) / 255))
  }

  /// A word is looked for in 255 UTF-16 code units; what is beyond them doesn't count, not even for what joins words.
  @Test(arguments: [
    (String(repeating: "xé", count: 200), [0..<382, 382..<600]),
    (String(repeating: "カ", count: 300), [0..<765, 765..<900]),
    (String(repeating: "𝕜", count: 200), [0..<508, 508..<800]),
    (String(repeating: "x", count: 254) + ".ab", [0..<254, 255..<257]),
    (String(repeating: "x", count: 253) + ".ab", [0..<255, 255..<256]),
    (String(repeating: "_", count: 300) + "ab", [46..<301, 301..<302]),
    ("a" + String(repeating: "\u{301}", count: 300), [0..<509]),
  ])
  func longWordsAreCutAsLuceneCutsThem(_ text: String, _ expected: [Range<Int>]) {
    var analyzer = EnglishAnalyzer()
    #expect(analyzer.tokens(of: text).tokens.map(\.source) == expected)
  }

  @Test func longWordsEndAtIllFormedBytes() {
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze((Array(String(repeating: "x", count: 300).utf8) + [0x80, 0x80]).span, into: &tokens)
    #expect(tokens.tokens.map(\.source) == [0..<255, 255..<300])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func tokensDoNotDependOnHistory(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var old = EnglishAnalyzer(cacheLimit: 3)
    for _ in 0..<10 {
      let text = RandomText.bytes(60, &random)
      var fresh = EnglishAnalyzer()
      #expect(old.tokens(ofBytes: text) == fresh.tokens(ofBytes: text), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func textsCutAtASpaceHaveTheTokensOfTheirParts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var analyzer = EnglishAnalyzer()
    let left = RandomText.bytes(40, &random)
    let right = RandomText.bytes(40, &random)
    let whole = analyzer.tokens(ofBytes: left + [0x20] + right)
    let first = analyzer.tokens(ofBytes: left)
    let second = analyzer.tokens(ofBytes: right)
    let shifted = second.behind(positions: first.positionCount, bytes: left.count + 1)
    #expect(whole.placed == first.placed + shifted, "seed \(seed)")
    #expect(whole.positionCount == first.positionCount + second.positionCount, "seed \(seed)")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func tokensKeepTheirLaws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RandomText.bytes(200, &random)
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze(text.span, into: &tokens)
    var end = 0
    var position = -1
    for token in tokens.tokens {
      #expect(token.source.lowerBound >= end && !token.source.isEmpty && token.source.upperBound <= text.count)
      #expect(String(validating: text[token.source], as: UTF8.self) != nil, "seed \(seed)")
      #expect(String(validating: tokens.bytes[token.term], as: UTF8.self) != nil, "seed \(seed)")
      #expect(1...765 ~= token.term.count && token.length == 1)
      #expect(token.position > position && token.position < tokens.positionCount)
      (end, position) = (token.source.upperBound, token.position)
    }
  }
}

/// The tokens of a text with their terms.
private struct Tokens: Equatable {
  struct Placed: Equatable {
    var term: String
    var position: Int
    var source: Range<Int>
  }

  var placed: [Placed]
  var positionCount: Int

  /// The tokens as they are behind `positions` words and `bytes` bytes of other text.
  func behind(positions: Int, bytes: Int) -> [Placed] {
    placed.map {
      let source = $0.source.lowerBound + bytes..<$0.source.upperBound + bytes
      return Placed(term: $0.term, position: $0.position + positions, source: source)
    }
  }
}

extension EnglishAnalyzer {
  fileprivate mutating func tokens(ofBytes text: [UInt8]) -> Tokens {
    var buffer = TokenBuffer()
    analyze(text.span, into: &buffer)
    let placed = buffer.tokens.map {
      Tokens.Placed(term: buffer.text(of: $0), position: $0.position, source: $0.source)
    }
    return Tokens(placed: placed, positionCount: buffer.positionCount)
  }
}
