import TestSupport
import Testing
import Titer

@Suite struct WordMapTests {
  @Test func knowsItsWordsAndNoOthers() {
    var random = SeededGenerator(seed: 1)
    let words = Set((0..<400).map { _ in Self.word(&random) })
    let map = WordMap(words.map { (word: $0, value: $0.count) })
    for word in words { #expect(map[word] == word.count) }
    for _ in 0..<20_000 {
      let word = Self.word(&random)
      #expect((map[word] != nil) == words.contains(word), "\(word)")
    }
    #expect(map[[]] == nil)
    #expect(map[[UInt8](repeating: 97, count: 300)] == nil)
  }

  private static func word(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt8.random(in: 97...104, using: &random) }
  }
}
