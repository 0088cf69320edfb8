import TestSupport
import Testing
import Titer

@Suite struct DeletionsTests {
  private let folder = TemporaryFolder()

  private func reread(_ bytes: [UInt8], documents: Int) throws -> Deletions {
    try folder.write("deletions-1-1", bytes)
    return try Deletions(FileRegion(path: folder.file("deletions-1-1")), documents: documents)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000]) func setsRoundTrip(documents: Int) throws {
    var random = SeededGenerator(seed: UInt64(documents))
    var deletions = Deletions(documents: documents)
    let deleted = Set((0..<documents).filter { _ in Bool.random(using: &random) })
    for document in deleted.shuffled(using: &random) {
      let (first, second) = (deletions.insert(document), deletions.insert(document))
      #expect(first && !second)
    }
    let found = try reread(deletions.fileBytes, documents: documents)
    #expect(found == deletions)
    #expect(found.count == deleted.count)
    #expect((0..<documents).filter { found.contains($0) } == deleted.sorted())
  }

  @Test func aFileForAnotherNumberOfDocumentsIsReported() throws {
    let bytes = Deletions(documents: 65).fileBytes
    #expect(throws: IndexError.self) { try reread(bytes, documents: 64) }
    #expect(throws: IndexError.self) { try reread(bytes, documents: 129) }
  }

  @Test func aBitPastTheLastDocumentIsReported() throws {
    var deletions = Deletions(documents: 65)
    _ = deletions.insert(64)
    #expect(try reread(deletions.fileBytes, documents: 65).count == 1)
    #expect(throws: IndexError.self) {
      var longer = Deletions(documents: 66)
      _ = longer.insert(65)
      _ = try reread(longer.fileBytes, documents: 65)
    }
  }
}
