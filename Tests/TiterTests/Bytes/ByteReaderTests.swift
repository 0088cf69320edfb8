import TestSupport
import Testing
import Titer

@Suite struct ByteReaderTests {
  private static let edges = [0, 1, 127, 128, 16_383, 16_384, 1 << 31, 1 << 32, 1 << 56, .max - 1, .max]

  @Test(arguments: edges) func varintsRoundTripAtEveryWidth(value: Int) throws {
    var writer = ByteWriter()
    writer.varint(value)
    var reader = ByteReader(writer.bytes.span)
    #expect(try reader.varint() == value)
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd)
    #expect(writer.count == max(1, (64 - value.leadingZeroBitCount + 6) / 7))
  }

  @Test func randomVarintsRoundTrip() throws {
    var random = SeededGenerator(seed: 1)
    let values = (0..<2000).map { _ in
      Int.random(in: 0...(.max >> Int.random(in: 0..<63, using: &random)), using: &random)
    }
    var writer = ByteWriter()
    for value in values { writer.varint(value) }
    var reader = ByteReader(writer.bytes.span)
    for value in values {
      let found = try reader.varint()
      #expect(found == value, "seed 1")
    }
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd, "seed 1")
  }

  @Test func aVarintOfTenBytesIsNoNumber() {
    let bytes = [UInt8](repeating: 0xFF, count: 9) + [0x01]
    var found: FormatError?
    do throws(FormatError) {
      var reader = ByteReader(bytes.span)
      _ = try reader.varint()
    } catch {
      found = error
    }
    #expect(found == FormatError(expected: "a number of at most 63 bits", found: "a longer one"))
  }

  @Test func fixedNumbersAreLeastSignificantFirst() {
    var writer = ByteWriter()
    writer.fixed32(0x0102_0304)
    writer.fixed64(0x0102_0304_0506_0708)
    #expect(writer.bytes == [4, 3, 2, 1, 8, 7, 6, 5, 4, 3, 2, 1])
  }

  @Test func everyTruncationIsAnErrorNotATrap() throws {
    var writer = ByteWriter()
    writer.varint(300)
    writer.fixed32(7)
    writer.fixed64(8)
    writer.string(Array("text".utf8))
    #expect(try Self.readAll(writer.bytes) == "300 7 8 text")
    for count in 0..<writer.count {
      #expect(throws: FormatError.self) { try Self.readAll(Array(writer.bytes[..<count])) }
    }
  }

  @Test func aSizeAboveTheLargestIsAnError() {
    let bytes = [UInt8](repeating: 0xFF, count: 8)
    #expect(throws: FormatError.self) {
      var reader = ByteReader(bytes.span)
      _ = try reader.size()
    }
  }

  @Test func aStringLongerThanTheBytesIsAnError() {
    var writer = ByteWriter()
    writer.varint(.max)
    writer.append([1, 2, 3])
    let bytes = writer.bytes
    #expect(throws: FormatError.self) {
      var reader = ByteReader(bytes.span)
      _ = try reader.string()
    }
  }

  private static func readAll(_ bytes: [UInt8]) throws(FormatError) -> String {
    var reader = ByteReader(bytes.span)
    let (number, small, large) = (try reader.varint(), try reader.fixed32(), try reader.size())
    return "\(number) \(small) \(large) \(String(decoding: try reader.string(), as: UTF8.self))"
  }
}
