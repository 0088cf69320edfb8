import TestSupport
import Testing
import Titer

@Suite struct TopKTests {
  @Test(arguments: 0..<100) func theBestAreThoseOfASort(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<Int.random(in: 0...60, using: &random)).map { ($0, Int.random(in: 0...15, using: &random)) }
    let precedes = { (left: (Int, Int), right: (Int, Int)) in
      left.1 == right.1 ? left.0 < right.0 : left.1 > right.1
    }
    for limit in [1, 2, 7, 60, .max] {
      var top = TopK(limit: limit, precedes: precedes)
      for number in numbers.shuffled(using: &random) { top.offer(number) }
      let expected = numbers.sorted(by: precedes).prefix(limit).map(\.0)
      #expect(top.sorted().map(\.0) == expected, "seed \(seed), limit \(limit)")
      #expect(top.threshold?.0 == (expected.count == limit ? expected.last : nil), "seed \(seed), limit \(limit)")
    }
  }
}
