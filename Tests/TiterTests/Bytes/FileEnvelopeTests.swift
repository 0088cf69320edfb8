import TestSupport
import Testing
import Titer

@Suite struct FileEnvelopeTests {
  private static let magic = "TITERTST"
  private let folder = TemporaryFolder()

  private func unwrap(_ bytes: [UInt8]) throws -> [UInt8] {
    try folder.write("file", bytes)
    return try FileEnvelope.unwrap(FileRegion(path: folder.file("file")), magic: Self.magic)
  }

  @Test(arguments: [[], [0], Array(0...255)] as [[UInt8]]) func payloadsRoundTrip(payload: [UInt8]) throws {
    #expect(try unwrap(FileEnvelope.wrap(payload, magic: Self.magic)) == payload)
  }

  @Test func anotherMagicIsReported() throws {
    let path = folder.file("file")
    #expect(throws: IndexError.corrupt(path: path, expected: "the file to begin with TITERTST", found: "TITEROTH")) {
      try unwrap(FileEnvelope.wrap([1], magic: "TITEROTH"))
    }
  }

  @Test func anotherVersionIsReportedAsSuch() throws {
    var bytes = FileEnvelope.wrap([1], magic: Self.magic)
    bytes[8] = 99
    let expected = IndexError.unsupportedVersion(
      path: folder.file("file"), found: 99, supported: Int(FileEnvelope.version))
    #expect(throws: expected) { try unwrap(bytes) }
  }

  @Test func everyFlippedBitAndTruncationIsReported() throws {
    let bytes = FileEnvelope.wrap(Array("payload".utf8), magic: Self.magic)
    for bit in 0..<8 * bytes.count {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: IndexError.self) { try unwrap(damaged) }
    }
    for count in bytes.indices {
      #expect(throws: IndexError.self) { try unwrap(Array(bytes[..<count])) }
    }
  }
}
