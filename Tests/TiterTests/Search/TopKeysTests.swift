import TestSupport
import Testing
import Titer

@Suite struct TopKeysTests {
  @Test(arguments: 0..<100) func theBestAreThoseOfASort(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let keys = (0..<Int.random(in: 0...1_500, using: &random)).map {
      TopKeys.key(score: Float.random(in: 0...3, using: &random).rounded(), rank: UInt32($0))
    }
    for limit in [1, 2, 7, 60, 200, 201, 700, 5_000] {
      var top = TopKeys(limit: limit)
      for key in keys.shuffled(using: &random) { top.offer(key) }
      let expected = Array(keys.sorted(by: >).prefix(limit))
      #expect(expected.count < limit || top.threshold <= expected[limit - 1], "seed \(seed), limit \(limit)")
      #expect(top.sorted() == expected, "seed \(seed), limit \(limit)")
    }
  }

  @Test func aKeyOrdersByScoreAndThenByTheLesserRank() {
    #expect(TopKeys.key(score: 2, rank: 9) > TopKeys.key(score: 1.5, rank: 0))
    #expect(TopKeys.key(score: 2, rank: 3) > TopKeys.key(score: 2, rank: 4))
    #expect(TopKeys.score(of: TopKeys.key(score: 2.5, rank: 7)) == 2.5)
    #expect(TopKeys.rank(of: TopKeys.key(score: 2.5, rank: 7)) == 7)
  }
}
