import TestSupport
import Testing
import Titer

@Suite struct StoredDocumentsTests {
  private static func file(_ documents: [[UInt8]]) throws -> SectionFile {
    var writer = StoredDocumentsWriter()
    for document in documents { writer.append(document) }
    return try SectionFile(documents: documents.count, from: .stored, to: .storedBlocks) { file throws(IndexError) in
      try writer.write(to: &file)
    }
  }

  private static func random(_ sizes: [Int], seed: UInt64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return sizes.map { size in (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) } }
  }

  // Blocks end once they hold 16 KiB.
  @Test(arguments: [
    [], [0], [0, 0, 0], [1], [16_379, 1], [16_380, 1], [16_381, 1], [100_000], [0, 100_000, 0], [9000, 9000, 9000],
    Array(repeating: 100, count: 400),
  ]) func documentsRoundTrip(sizes: [Int]) throws {
    let documents = Self.random(sizes, seed: 2)
    let sections = try Self.file(documents)
    let stored = try StoredDocuments(sections.file)
    for (number, document) in documents.enumerated() {
      let found = try stored.bytes(of: number)
      #expect(found == document)
    }
    var visited: [[UInt8]] = []
    try stored.visit { visited.append($0) }
    #expect(visited == documents)
  }

  @Test func aDocumentThatIsNotThereIsAnError() throws {
    let sections = try Self.file([[1], [2]])
    #expect(throws: FormatError.self) { try StoredDocuments(sections.file).bytes(of: 2) }
    let empty = try Self.file([])
    #expect(throws: FormatError.self) { try StoredDocuments(empty.file).bytes(of: 0) }
  }

  @Test(arguments: [UInt8(0x80), 0xFF, 0x7F]) func aFirstDocumentBeyondAnyNumberIsAnErrorNotATrap(top: UInt8) throws {
    let table = [UInt8](repeating: 0, count: 15) + [top] + [UInt8](repeating: 0, count: 16)
    let sections = try SectionFile(documents: 1, from: .storedBlocks, to: .storedBlocks) { file throws(IndexError) in
      try file.append(.storedBlocks, table)
    }
    #expect(throws: FormatError.self) { try StoredDocuments(sections.file).bytes(of: 0) }
  }
}
