import Evaluation
import Testing

@Suite struct SplitMix64Tests {
  /// The first numbers of the reference implementation under the seed 1234567.
  @Test func numbersAreThoseOfTheReference() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func boundedNumbersAreAllAsLikely() {
    let seed: UInt64 = 99
    var random = SplitMix64(seed: seed)
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[random.next(below: 6)] += 1 }
    // Five degrees of freedom: a sum of squares beyond 30 has a chance of 1 in 60,000.
    let distance = counts.reduce(0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    #expect(distance < 30, "seed \(seed): \(counts)")
    #expect((0..<100).allSatisfy { _ in random.next(below: 1) == 0 })
  }

  /// Of 2⁶⁴ draws 8 go to 3 numbers below 3 · 2⁶¹: without drawing again the third of each three has 2 of 8.
  @Test func largeBoundsDrawAgain() {
    let seed: UInt64 = 5
    var random = SplitMix64(seed: seed)
    let third = (0..<30_000).count { _ in random.next(below: 3 << 61) % 3 == 2 }
    #expect(abs(third - 10_000) < 350, "seed \(seed): \(third)")
  }

  @Test func ordersAreAllAsLikely() {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[random.shuffled([1, 2, 3, 4]), default: 0] += 1 }
    #expect(counts.count == 24 && counts.values.allSatisfy { abs($0 - 1000) < 150 }, "seed \(seed): \(counts)")
  }
}
