import TestSupport
import Testing
import Titer

/// Names and words in an index on disk.
@Suite struct NameSearchTests {
  @Test func wordsThatDoNotRankAreFound() throws {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .biomedical)
    try writer.add(Document(id: "1", abstract: "to be or not to be"))
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(try index.search(Query([.phrase("not to be")]), limit: 1).map(\.score) == [0])
    #expect(try index.search(Query([.words("not to be")]), limit: 1).isEmpty)
  }
}
