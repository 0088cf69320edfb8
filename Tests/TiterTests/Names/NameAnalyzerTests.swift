import TestSupport
import Testing
import Titer

@Suite struct NameAnalyzerTests {
  /// `term@position` of each token of a layer, `:length` behind a name's.
  private func tokens(_ text: String, _ layer: Token.Layer = .exact) -> [String] {
    var analyzer = NameAnalyzer()
    let tokens = analyzer.tokens(of: text)
    return tokens.tokens.filter { $0.layer == layer }.map { token in
      let length = token.length > 1 ? ":\(token.length)" : ""
      guard let key = NameKey(term: tokens.bytes[token.term]) else {
        let text = String(tokens.text(of: token).unicodeScalars.filter { $0.value > 0x1F })
        return "\(text)@\(token.position)\(length)"
      }
      return "\(String(decoding: key.text, as: UTF8.self))@\(token.position):\(key.length)"
    }
  }

  @Test(arguments: [
    ("", []), (" ,.- ", []), ("lupus nephritis", ["lupus@0", "nephritis@1"]),
    ("IL-6", ["il@0", "il6@0:2", "6@1"]), ("TNFα", ["tnf@0", "tnfalpha@0:2", "tnfa@0:2", "alpha@1"]),
    ("CD4+CD25+", ["cd4@0", "cd4+@0:1", "cd25@1", "cd25+@1:1"]),
    (
      "1,25(OH)2D3",
      [
        "1@0", "1,25oh@0:3", "1,25oh2d3@0:4", "25@1", "25oh@1:2", "25oh2d3@1:3", "oh@2", "oh2d3@2:2", "2d3@3",
      ]
    ),
    ("10⁻⁶ M", ["10@0", "10^-6@0:2", "6@1", "m@2"]), ("5 µg, 5 μg", ["5@0", "ug@1", "5@2", "ug@3"]),
    ("type II", ["type@0", "ii@1", "2@1"]), ("the II", ["the@0", "ii@1"]),
    (String(repeating: "ﷺ", count: 66) + "ö", [String(String(repeating: "صلىاللهعليهوسلم", count: 8)) + "@0"]),
    (
      "N,N-diethyl-x-amide",
      [
        "n@0", "nndiethyl@0:3", "nndiethylx@0:4", "nndiethylxamide@0:5", "diethylxamide@0:5", "n@1", "ndiethyl@1:2",
        "ndiethylxamide@1:4", "diethyl@2", "diethylx@2:2", "diethylxamide@2:3", "x@3", "xamide@3:2", "amide@4",
      ]
    ),
    ("٣·٧ ۷", ["٣.٧@0", "۷@1"]), ("12·5", ["12.5@0"]),
    ("λόγος αβ", ["λογοσ@0", "alpha@1", "alphabeta@1:2", "beta@2"]),
  ])
  func vector(_ text: String, _ expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("the effects of tumours", ["effect@1", "tumor@3"]), ("NO synthase", ["no@0", "synthas@1"]),
    ("IL-6", ["il@0", "il6@0:2", "6@1"]), ("TNF-α", ["tnf@0", "tnfa@0:2", "alpha@1"]),
    ("TNFA", ["tnfa@0"]), ("CF", ["cf@0"]), ("CAR-T", ["car@0", "t@1"]),
    ("follow-ups", ["follow@0", "followup@0:2", "up@1"]),
    ("type II", ["type@0", "2@1"]), ("Müller", ["muller@0", "mueller@0"]), ("BRCA1/2", ["brca1@0", "2@1", "brca2@1"]),
  ])
  func whatRanks(_ text: String, _ expected: [String]) {
    #expect(tokens(text, .ranked) == expected)
  }

  /// Long runs of what belongs together are cut, and take no time that grows with their square.
  @Test(arguments: ["α" + String(repeating: "1", count: 300), "α1" + String(repeating: "\u{941}", count: 100)])
  func longAtomsAreCut(text: String) {
    var analyzer = NameAnalyzer()
    #expect(analyzer.tokens(of: text).tokens.allSatisfy { 1...255 ~= $0.term.count })
  }

  @Test(arguments: ["N,", "1-", "I-", "phase II/", "α", "(", "CD4-"]) func longCompoundsAreRead(part: String) {
    var analyzer = NameAnalyzer()
    #expect(analyzer.tokens(of: String(repeating: part, count: 50_000)).positionCount >= 0)
  }

  /// What is read from space to space and remembered, or forgotten every few texts, is what the whole text is read as at once.
  @Test(arguments: 0..<20) func partsAreReadAsInTheWhole(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var analyzer = NameAnalyzer(cacheLimit: seed % 2 == 0 ? 1_000_000 : 1)
    var tokens = TokenBuffer()
    var parser = NameParser()
    for _ in 0..<TestCases.count(usual: 10_000) / 20 {
      var text = Self.bytes(&random)
      // A long stretch among short ones.
      if Int.random(in: 0..<32, using: &random) == 0 {
        text +=
          Array(" ".utf8)
          + (0..<Int.random(in: 1..<12, using: &random)).flatMap { _ in
            Self.bytes(&random).filter { $0 != 0x20 } + Array("-".utf8)
          } + Array(" IL 6".utf8)
      }
      analyzer.analyze(text.span, into: &tokens)
      parser.read(text.span, NameParser.Context(of: text.span))
      let whole = parser.tokens
      let isSame = tokens.tokens == whole.tokens && tokens.bytes == whole.bytes
      if !isSame || tokens.positionCount != whole.positionCount { Issue.record("seed \(seed), \(text)") }
    }
  }

  /// Any bytes, names over-represented, some of them damaged.
  private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = names(&random)
    guard !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 else { return bytes }
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
      }
    }
    return bytes
  }

  private static func names(_ random: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "IL", "IL-6", "V600E", "BRAF", "CD", "CAR", "T", "Th", "RO", "VIII", "level", "to", "N,", "N-", "Ø", "`s",
      "kappa",
      "beta1", "6", "19",
      "1,845", "0.05", "α", "Β", "µg", "⁺", "⁻", "⁶", "₂", "+",
      "-", "–", "/",
      "(", ")", "(+)", "*", ":", "^", "type", "II", "and", "Müller", "’s", " ",
      " ", " ", ". ", ", ", "cell", "positive", "INTERLEUKIN", "\u{A0}", "\u{301}", "[", "]", "phase", "III",
    ].map { Array($0.utf8) }
    return (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in
      Bool.random(using: &random)
        ? pieces.randomElement(using: &random) ?? [] : RandomText.bytes(Int.random(in: 0..<3, using: &random), &random)
    }
  }

  @Test(arguments: 0..<20) func tokensAreWellFormed(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var analyzer = NameAnalyzer()
    var tokens = TokenBuffer()
    for _ in 0..<TestCases.count(usual: 4_000) / 20 {
      let text = Self.bytes(&random)
      analyzer.analyze(text.span, into: &tokens)
      if !Self.areWellFormed(tokens, in: text) { Issue.record("seed \(seed), \(text)") }
    }
  }

  private static func areWellFormed(_ tokens: TokenBuffer, in text: [UInt8]) -> Bool {
    var last = 0
    return tokens.tokens.allSatisfy { token in
      defer { last = token.position }
      return last...last + 1 ~= token.position && token.position + token.length <= tokens.positionCount
        && 1...255 ~= token.term.count && !token.source.isEmpty && token.source.upperBound <= text.count
        && String(validating: text[token.source], as: UTF8.self) != nil
    }
  }

  /// Every stretch of a text from one space to another finds the text as a phrase.
  @Test(arguments: 0..<20) func aTextIsFoundByItsParts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .biomedical)
    let texts = (0..<20).map { _ in String(decoding: Self.bytes(&random), as: UTF8.self) }
    for (number, text) in texts.enumerated() { try writer.add(Document(id: "\(number)", abstract: text)) }
    try writer.commit()
    let index = try Index(path: folder.path)
    for (number, text) in texts.enumerated() {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      let start = Int.random(in: 0..<words.count, using: &random)
      let end = Int.random(in: start..<words.count, using: &random)
      let part = words[start...end].joined(separator: " ")
      guard !tokens(part).isEmpty else { continue }
      let found = try index.search(Query([.phrase(part)]), limit: 100).map(\.id)
      #expect(found.contains("\(number)"), "seed \(seed): \(text.debugDescription) by \(part.debugDescription)")
    }
  }
}
