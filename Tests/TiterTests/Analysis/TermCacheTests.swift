import TestSupport
import Testing
import Titer

@Suite struct TermCacheTests {
  @Test(arguments: [1, 2, 10, 600, 5_000])
  func knowsWhatItWasTold(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    var cache = TermCache(limit: limit)
    var terms: [[UInt8]: [UInt8]] = [:]
    for _ in 0..<20_000 {
      let word = randomBytes(1...3, &random)
      let hash = TermCache.hash(word.span)
      if let known = cache.term(of: word.span, hash: hash) {
        #expect(Array(cache.arena[known]) == terms[word], "limit \(limit)")
      } else {
        let term = randomBytes(0...5, &random)
        terms[word] = term
        let place = cache.insert(word.span, hash: hash, term: term)
        #expect(Array(cache.arena[place]) == term)
      }
    }
    #expect(cache.arena.count <= limit * 8)
  }

  @Test func wordsWithOneHashAreToldApart() {
    var cache = TermCache()
    for word: [UInt8] in [[1], [1, 2], [2]] { _ = cache.insert(word.span, hash: 7, term: word + word) }
    let known: [UInt8] = [1, 2]
    let place = cache.term(of: known.span, hash: 7)
    #expect(place.map { Array(cache.arena[$0]) } == [1, 2, 1, 2])
    let unknown: [UInt8] = [3]
    let nothing = cache.term(of: unknown.span, hash: 7)
    #expect(nothing == nil)
  }

  @Test func longestWordsAndTermsFit() {
    var cache = TermCache()
    let word = [UInt8](repeating: 65, count: TermCache.maximumLength)
    let place = cache.insert(word.span, hash: 1, term: word)
    let found = cache.term(of: word.span, hash: 1)
    #expect(found == place)
    #expect(Array(cache.arena[place]) == word)
  }

  @Test func longWordsDoNotOutgrowTheLimit() {
    var cache = TermCache(limit: 10)
    for byte in 0..<100 as Range<UInt8> {
      let word = [UInt8](repeating: byte, count: 250)
      _ = cache.insert(word.span, hash: TermCache.hash(word.span), term: word)
      #expect(cache.arena.count <= 10 * 64 + 500)
    }
  }

  private func randomBytes(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: count, using: &random)).map { _ in UInt8.random(in: 97...110, using: &random) }
  }
}
