import TestSupport
import Testing
import Titer

@Suite struct SeenHashesTests {
  @Test func aHashCameBeforeOnceItWasAdded() {
    var random = SeededGenerator(seed: 2)
    var seen = SeenHashes(memory: 1 << 16)
    let hashes = (0..<1_000).map { _ in UInt32.random(in: .min ... .max, using: &random) }
    let taken = hashes.count { seen.insert($0) }
    #expect(taken < 20, "new ones are seldom taken for others")
    #expect(hashes.allSatisfy { seen.insert($0) })
  }

  @Test func manyHashesDoNotFillIt() {
    var random = SeededGenerator(seed: 3)
    var seen = SeenHashes(memory: 1_024)
    let taken = (0..<100_000).count { _ in seen.insert(UInt32.random(in: .min ... .max, using: &random)) }
    #expect(taken < 30_000)
  }
}
