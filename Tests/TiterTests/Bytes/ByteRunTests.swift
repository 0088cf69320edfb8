import Testing
import Titer

@Suite struct ByteRunTests {
  private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

  @Test(arguments: 0..<20)
  func eachByteEndsARunOrNot(place: Int) {
    for byte in UInt8.min...UInt8.max {
      var bytes = [UInt8](repeating: UInt8(ascii: "z"), count: 20)
      bytes[place] = byte
      let alphanumericEnd = Self.letters.contains(byte) ? 20 : place
      #expect(ByteRun.alphanumericEnd(in: bytes.span, from: 0, limit: 20) == alphanumericEnd)
      let visibleEnd = 0x21...0x7F ~= byte ? 20 : place
      #expect(ByteRun.visibleEnd(in: bytes.span, from: 0) == visibleEnd)
    }
  }

  @Test func runsEndAtTheLimit() {
    let bytes = [UInt8](repeating: UInt8(ascii: "7"), count: 20)
    for limit in 0...20 {
      for start in 0...limit {
        #expect(ByteRun.alphanumericEnd(in: bytes.span, from: start, limit: limit) == limit)
      }
    }
  }
}
