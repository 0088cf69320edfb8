import TestSupport
import Testing
import Titer

/// What is found in a dictionary against plain models, tried on all of its terms.
@Suite struct TermFinderTests {
  private static func check(
    _ request: TermRequest, _ vocabulary: Vocabulary, _ sections: SectionFile, seed: UInt64,
    _ model: (String) -> Int?
  ) throws {
    let expected = vocabulary.matches(model)
    var finder = try TermFinder(request)
    // The second time the machine has states of the first.
    for limit in [Int.max, 3, expected.count] {
      let found = try finder.matches(in: TermDictionary(sections.file), limit: limit)
      #expect(found.terms == Array(expected.prefix(limit)), "\(request), seed \(seed)")
      #expect(found.isCut == (expected.count > limit), "\(request), seed \(seed)")
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func whatIsFoundIsWhatTheModelsFind(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = Vocabulary(random: &random, count: seed == 1 ? 0 : Int.random(in: 1...400, using: &random))
    let sections = try vocabulary.file()
    for _ in 0..<20 {
      let word = Vocabulary.randomTerm(&random)
      try Self.check(.prefix(Array(word.utf8)), vocabulary, sections, seed: seed) {
        Array($0.utf8).starts(with: Array(word.utf8)) ? 0 : nil
      }
      let distance = Int.random(in: 0...2, using: &random)
      let exact = Int.random(in: 0...3, using: &random)
      try Self.check(
        .fuzzy(word, distance: distance, exactPrefix: exact), vocabulary, sections, seed: seed
      ) { DistanceModel.distance(word, $0, atMost: distance, exactPrefix: exact) }
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func wildcardsMatchWhatBacktrackingMatches(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = Vocabulary(random: &random, count: 300, short: true)
    let sections = try vocabulary.file()
    for _ in 0..<25 {
      let pattern = PatternModel.randomWildcards(&random)
      try Self.check(.wildcards(pattern), vocabulary, sections, seed: seed) {
        PatternModel.wildcards(pattern[...], $0[...]) ? 0 : nil
      }
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func expressionsMatchWhatBacktrackingMatches(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = Vocabulary(random: &random, count: 100, short: true)
    let sections = try vocabulary.file()
    for _ in 0..<25 {
      let pattern = PatternModel.random(&random, depth: 2)
      try Self.check(.regex(pattern.text), vocabulary, sections, seed: seed) {
        pattern.matches(Array($0.unicodeScalars)[...]) { $0.isEmpty } ? 0 : nil
      }
    }
  }

  /// A machine that may remember next to nothing finds the same.
  @Test func forgettingChangesNothing() throws {
    var random = SeededGenerator(seed: 5)
    let vocabulary = Vocabulary(random: &random, count: 500)
    let sections = try vocabulary.file()
    for expression in [".*a.{3}", "(a|b|é|日)*", ".*(b|aa).*c?", "a*[^a]+.*"] {
      var machine = try PatternAutomaton(regex: expression)
      var forgetful = try PatternAutomaton(regex: expression, mostRows: 3)
      let expected = try TermDictionary(sections.file).matches(of: &machine)
      let found = try TermDictionary(sections.file).matches(of: &forgetful)
      #expect(found == expected)
      #expect(!found.terms.isEmpty)
    }
  }

  /// 2^20 states, if they were all made.
  @Test(.timeLimit(.minutes(1))) func noExpressionTakesExponentialTime() throws {
    let vocabulary = Vocabulary((0..<2000).map { String($0, radix: 2) } + [String(repeating: "1", count: 255)])
    let sections = try vocabulary.file()
    for expression in [".*1.{20}", "(1*)*(1*)*(1*)*0x", "(1|1)*(1|1)*(11|1)*x?", "(1?){255}1{255}"] {
      var finder = try TermFinder(.regex(expression))
      _ = try finder.matches(in: TermDictionary(sections.file))
    }
  }

  @Test func wordsHaveTheDistancesOfTheBooks() throws {
    let pairs: [(String, String, Int?)] = [
      ("ca", "abc", nil), ("abcd", "badc", 2), ("teh", "the", 1), ("a", "", 1), ("", "ab", 2), ("日本", "本日", 1),
      ("müller", "muller", 1), ("therapy", "therapies", nil), ("abc", "ca", nil), ("cell", "cells", 1),
    ]
    for (word, term, expected) in pairs {
      let sections = try Vocabulary([term]).file()
      var finder = try TermFinder(.fuzzy(word, distance: 2, exactPrefix: 0))
      let found = try finder.matches(in: TermDictionary(sections.file))
      #expect(found.terms.first?.distance == expected, "\(word) \(term)")
      #expect(DistanceModel.distance(word, term, atMost: 2, exactPrefix: 0) == expected, "\(word) \(term)")
    }
  }
}
