import TestSupport
import Testing
import Titer

@Suite struct TermTableTests {
  // 20,000 different terms make the table grow several times.
  @Test(arguments: [UInt64(1), 2]) func numbersEqualADictionarys(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = TermTable()
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<30_000 {
      let term = (0..<Int.random(in: 0...4, using: &random)).map { _ in UInt8.random(in: 0..<40, using: &random) }
      let expected = numbers[term] ?? numbers.count
      numbers[term] = expected
      let found = table.number(of: term[...])
      guard found == expected else {
        Issue.record("seed \(seed): \(term) has number \(found), expected \(expected)")
        return
      }
    }
    #expect(table.count == numbers.count)
    #expect(numbers.allSatisfy { Array(table[$0.value]) == $0.key }, "seed \(seed)")
  }
}
