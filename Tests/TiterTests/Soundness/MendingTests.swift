import TestSupport
import Testing
import Titer

@Suite struct MendingTests {
  private static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in .random(in: 0...255, using: &random) }
  }

  @Test func bytesAsTheyWereAreLeftAlone() {
    for count in [0, 1, 1000] {
      let bytes = Self.bytes(count, seed: 1)
      #expect(Mending.mended(bytes, checksum: checksum(bytes.span)) == bytes)
    }
  }

  @Test(arguments: [1, 2, 40, 408]) func anyChangeOfAByteIsMended(count: Int) {
    let bytes = Self.bytes(count, seed: 2)
    let sum = checksum(bytes.span)
    for place in bytes.indices {
      for change in 1...255 as ClosedRange<UInt8> {
        var damaged = bytes
        damaged[place] ^= change
        #expect(Mending.mended(damaged, checksum: sum) == bytes, "byte \(place) ^ \(change)")
      }
    }
  }

  @Test func anyChangeOfAByteOfTheChecksumIsPassedOver() {
    let bytes = Self.bytes(408, seed: 3)
    let sum = checksum(bytes.span)
    for shift in stride(from: 0, to: 32, by: 8) {
      for change in 1...255 as ClosedRange<UInt32> {
        #expect(Mending.mended(bytes, checksum: sum ^ change << UInt32(shift)) == bytes)
      }
    }
  }

  /// One in 2²⁴ for each byte is mistaken: with these numbers, none.
  @Test func moreThanAByteIsNotMended() {
    let bytes = Self.bytes(408, seed: 4)
    let sum = checksum(bytes.span)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count - 1, using: &random)
      damaged[place] ^= .random(in: 1...255, using: &random)
      damaged[Int.random(in: place + 1..<bytes.count, using: &random)] ^= .random(in: 1...255, using: &random)
      #expect(Mending.mended(damaged, checksum: sum) == nil)
    }
  }
}
