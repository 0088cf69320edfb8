import TestSupport
import Testing
import Titer

@Suite struct HighlighterTests {
  private func matches(_ query: String, _ text: String) throws -> [String] {
    var highlighter = Highlighter(try Query(plain: query), chain: .english)
    let bytes = Array(text.utf8)
    return highlighter.matches(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("therapy", "Therapies and THERAPY, therapeutic", ["Therapies", "THERAPY"]),
    ("sjögren", "Sjögren’s or Sjögren", ["Sjögren’s", "Sjögren"]),
    ("the", "the cell", []), ("", "the cell", []), ("cell", "", []), ("cell", "none", []),
    ("\"lung cancer\"", "lung cancer, cancer of the lung, lung", ["lung", "cancer"]),
    ("\"lung cancer\"", "cancer lung", []),
    ("\"cancer of the lung\"", "cancer in a lung; cancer lung", ["cancer", "lung"]),
    ("\"lung cancer\" lung", "lung cancer, cancer, lung", ["lung", "cancer", "lung"]),
    ("\"a a\"", "a a", []), ("\"x x\"", "x x x y x", ["x", "x", "x"]), ("\"x\"", "y x", ["x"]),
    ("\"the\"", "the", []), ("\"x y\" \"y z\"", "x y z", ["x", "y", "z"]), ("\"x y z\"", "x y x y z", ["x", "y", "z"]),
    ("漢字", "漢字", ["漢", "字"]), ("\"x y\"", "x", []),
  ])
  func matchesWhatTheChainSees(_ query: String, _ text: String, _ expected: [String]) throws {
    #expect(try matches(query, text) == expected)
  }

  private func snippet(_ query: String, _ text: String, _ width: Int) throws -> Highlighter.Snippet {
    var highlighter = Highlighter(try Query(plain: query), chain: .english)
    return highlighter.snippet(of: text, width: width)
  }

  @Test(arguments: [
    ("x", "x", 10, "x"), ("x", "", 10, ""), ("x", "x", 0, ""), ("x", "one two three", 7, "one two"),
    ("x", "one two three", 8, "one two"), ("x", "one two three.", 13, "one two three"), ("x", "immunotherapy", 5, ""),
    ("five", "one two three four five six seven", 13, "four five six"),
    ("seven", "one two three four seven.", 11, "four seven."),
    ("one six", "one two three four six six", 7, "six six"),
    ("one six", "one x x x x six six one x", 11, "six six one"),
    ("b", "a\nb\r\nc", 6, "a b  c"), ("漢", "一二三漢四五六", 3, "三漢四"), ("é", "ééé é ééé", 5, "é ééé"),
    ("é", "ééé é ééé", 4, "é"), ("x", "x", -1, ""),
  ])
  func window(_ query: String, _ text: String, _ width: Int, _ expected: String) throws {
    #expect(try snippet(query, text, width).text == expected)
  }

  @Test func snippetSaysWhereItIsCut() throws {
    let text = "Of mice and men: a trial of CAR T-cell therapies in adults."
    let snippet = try snippet("\"t cell\" therapy", text, 27)
    #expect(snippet.text == "of CAR T-cell therapies in")
    #expect(snippet.matches == [7..<8, 9..<13, 14..<23])
    #expect(snippet.isCutBefore && snippet.isCutAfter)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func snippetIsTheBestWindow(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["x", "y", "zz", "the", "other", "é", "."]
    let text = (0..<30).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
    let width = Int.random(in: 0...30, using: &random)
    let snippet = try snippet("x y zz", text, width)
    let best = bestWindow(of: text, width: width)
    #expect(quality(snippet.text) == quality(best), "seed \(seed): \(snippet) of \(text), width \(width)")
    #expect(snippet.text.contains(best), "seed \(seed): \(snippet) of \(text), width \(width)")
    #expect(snippet.text.unicodeScalars.count <= width)
    #expect(snippet.matches.count == quality(snippet.text)[1])
  }

  @Test(arguments: 0..<200 as Range<UInt64>, [AnalysisChain.english, .biomedical])
  func snippetIsFaithfulToAnyText(seed: UInt64, chain: AnalysisChain) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["", "CAR-T cells ", "IL6", "TNFα ", "CD19⁺", "IL-1α/β "]
    let text = (0..<8).map { _ in
      (names.randomElement(using: &random) ?? "") + String(decoding: RandomText.bytes(10, &random), as: UTF8.self)
    }.joined()
    let query = "cells \"a s\" 漢 か e therapy IL-6 \"CART cell\" \"TNF alpha\" \"CD19+\" IL1B"
    var highlighter = Highlighter(try Query(plain: query), chain: chain)
    let whole = highlighter.matches(in: text)
    for width in [0, 1, 5, 40, 10_000] {
      let snippet = highlighter.snippet(of: text, width: width)
      #expect(snippet.text.unicodeScalars.count <= width, "seed \(seed)")
      #expect(spaced(text).utf8.contains(snippet.text.utf8), "seed \(seed), width \(width)")
      #expect(snippet.matches.allSatisfy { $0.upperBound <= snippet.text.utf8.count && !$0.isEmpty })
      #expect(zip(snippet.matches, snippet.matches.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
    let all = highlighter.snippet(of: text, width: 10_000)
    #expect(all.matches == whole && !all.isCutBefore && !all.isCutAfter, "seed \(seed)")
  }

  /// The number of different query words in a text of words between spaces, and of all.
  private func quality(_ text: String) -> [Int] {
    let found = text.split(separator: " ").filter { ["x", "y", "zz"].contains($0) }
    return [Set(found).count, found.count]
  }

  /// The first of the best stretches from a query word to a query word, found by trying all.
  private func bestWindow(of text: String, width: Int) -> String {
    let words = text.split(separator: " ")
    var best = ""
    for start in words.indices where quality(String(words[start])) != [0, 0] {
      for end in start..<words.count {
        let window = words[start...end].joined(separator: " ")
        guard window.unicodeScalars.count <= width else { break }
        if quality(best).lexicographicallyPrecedes(quality(window)) { best = window }
      }
    }
    return best
  }

  private func spaced(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { "\n\u{B}\u{C}\r".unicodeScalars.contains($0) ? " " : $0 }))
  }
}
