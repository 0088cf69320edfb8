import TestSupport
import Testing
import Titer

@Suite struct LengthsTests {
  private static func file(_ bytes: [UInt8], documents: Int) throws -> SectionFile {
    try SectionFile(documents: documents, from: .lengths, to: .lengths) { file throws(IndexError) in
      try file.append(.lengths, bytes)
    }
  }

  @Test(
    arguments: [[], [7], [65_534, 65_535, 65_536, .max, 0], Array(repeating: 3, count: 64) + [70_000]] as [[UInt32]])
  func lengthsRoundTrip(lengths: [UInt32]) throws {
    let sections = try Self.file(LengthsWriter.bytes(lengths), documents: lengths.count)
    let found = try Lengths(sections.file)
    #expect(lengths.indices.map { found[$0] } == lengths)
  }

  @Test(arguments: 0..<20) func randomLengthsRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lengths = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      UInt32.random(in: 0...(Bool.random(using: &random) ? 70_000 : 300), using: &random)
    }
    let sections = try Self.file(LengthsWriter.bytes(lengths), documents: lengths.count)
    let found = try Lengths(sections.file)
    #expect(lengths.indices.map { found[$0] } == lengths, "seed \(seed)")
  }

  /// Kernels look at whole blocks, of which the last may lack documents.
  @Test func theLastBlockIsFilledUp() throws {
    let sections = try Self.file(LengthsWriter.bytes([5]), documents: 1)
    let found = try Lengths(sections.file)
    #expect((0..<64).map { found[$0] } == [5] + Array(repeating: 0, count: 63))
  }

  @Test func theDocumentedLongLengthHasItsBytes() {
    let bytes = LengthsWriter.bytes([258, 65_536])
    #expect(bytes == [2, 1, 255, 255] + Array(repeating: 0, count: 124) + [1, 0, 0, 0, 0, 0, 1, 0])
  }

  @Test func aWrongNumberOfBytesIsAnError() throws {
    for size in [0, 127, 129, 130, 135] {
      let sections = try Self.file(Array(repeating: 1, count: size), documents: 1)
      #expect(throws: FormatError.self, "\(size) bytes") { _ = try Lengths(sections.file) }
    }
  }

  @Test func aLongLengthThatIsMissingIsTheLeastOne() throws {
    let sections = try Self.file([255, 255] + Array(repeating: 0, count: 126), documents: 1)
    #expect(try Lengths(sections.file)[0] == 65_535)
  }
}
