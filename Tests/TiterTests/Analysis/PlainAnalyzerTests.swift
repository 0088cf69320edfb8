import Testing
import Titer

@Suite struct PlainAnalyzerTests {
  /// `term@position` of each token.
  private func tokens(_ text: String) -> [String] {
    var analyzer = PlainAnalyzer()
    let tokens = analyzer.tokens(of: text)
    return tokens.tokens.map { "\(tokens.text(of: $0))@\($0.position)" }
  }

  @Test(arguments: [
    ("", []), ("the studies of Lupus", ["the@0", "studies@1", "of@2", "lupus@3"]), ("IL-6", ["il@0", "6@1"]),
    ("Sjögren’s SJO\u{308}GREN'S", ["sjogren's@0", "sjogren's@1"]), ("ﬁbre ＴＨＥ", ["fibre@0", "the@1"]),
    ("Über die Größe", ["uber@0", "die@1", "grosse@2"]), ("\u{115F} end", ["end@1"]), ("Humira®", ["humira@0", "®@1"]),
  ])
  func vector(_ text: String, _ expected: [String]) {
    #expect(tokens(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(tokens(text))")
  }

  @Test func termsThatFoldingLengthensAreCut() {
    var analyzer = PlainAnalyzer()
    let tokens = analyzer.tokens(of: String(repeating: "\u{FDFA}", count: 50))
    #expect(tokens.tokens.map(\.term.count) == [764])
    #expect(!tokens.tokens.map(tokens.text).joined().contains("\u{FFFD}"))
  }
}
