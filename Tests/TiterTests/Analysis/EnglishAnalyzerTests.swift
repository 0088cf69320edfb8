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

  @Test(arguments: [
    ("", []), ("the", []), ("CAR T-cell therapies", ["car@0", "t@1", "cell@2", "therapi@3"]),
    ("cancer of the lung", ["cancer@0", "lung@3"]), ("The studies", ["studi@1"]),
    ("Sjögren’s syndrome", ["sjogren@0", "syndrom@1"]), ("SJO\u{308}GREN'S", ["sjogren@0"]), ("Crohn＇s", ["crohn@0"]),
    ("it's", []), ("it’s Å", ["a@1"]), ("thé", ["the@0"]), ("dogs'", ["dog@0"]), ("s's", ["s@0"]), ("'s", ["s@0"]),
    ("IL-6 IL-60", ["il@0", "6@1", "il@2", "60@3"]), ("10⁶ cells", ["10@0", "cell@1"]),
    ("don’t don't", ["don't@0", "don't@1"]),
    ("SARS", ["sar@0"]), ("TNFα", ["tnfα@0"]), ("µg μg", ["μg@0", "μg@1"]), ("漢字", ["漢@0", "字@1"]), ("ｔｈｅ", ["the@0"]),
    ("\u{115F} end", ["end@1"]), ("oncology oncological", ["oncolog@0", "oncolog@1"]),
  ])
  func vector(_ text: String, _ expected: [String]) {
    #expect(tokens(text) == expected)
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

  @Test func longWordsAreCutBetweenCharactersAndEndAtIllFormedBytes() {
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze((Array(String(repeating: "xé", count: 200).utf8) + [0x80, 0x80]).span, into: &tokens)
    #expect(tokens.tokens.map(\.source) == [0..<255, 255..<510, 510..<600])
  }

  @Test func termsThatFoldingLengthensAreCut() {
    var analyzer = EnglishAnalyzer()
    let tokens = analyzer.tokens(of: String(repeating: "\u{FDFA}", count: 50))
    #expect(tokens.tokens.count == 1)
    #expect(tokens.tokens.allSatisfy { $0.term.count <= 255 && $0.term.count > 250 })
    #expect(!tokens.tokens.map(tokens.text).joined().contains("\u{FFFD}"))
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
      #expect(1...255 ~= token.term.count && token.length == 1)
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
