import TestSupport
import Testing
import Titer

/// Names are found as phrases however they are written, through an index on disk.
@Suite struct NameSearchTests {
  /// Searches all texts of `vectors` in one index, so that a name must be told from all others.
  private func check(_ vectors: [NameVector]) throws {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .biomedical)
    for (number, vector) in vectors.enumerated() { try writer.add(Document(id: "\(number)", abstract: vector.text)) }
    try writer.commit()
    let index = try Index(path: folder.path)
    for (number, vector) in vectors.enumerated() {
      for query in vector.match { #expect(try finds(query, number, index), "\(vector.text) by \(query)") }
      for query in vector.no { #expect(try !finds(query, number, index), "\(vector.text) by \(query)") }
    }
  }

  private func finds(_ query: String, _ number: Int, _ index: Index) throws -> Bool {
    try index.search(Query([.phrase(query)]), limit: 1000).contains { $0.id == "\(number)" }
  }

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

  @Test func compounds() throws { try check(NameVector.compounds) }
  @Test func capitals() throws { try check(NameVector.capitals) }
  @Test func greek() throws { try check(NameVector.greek) }
  @Test func scripts() throws { try check(NameVector.scripts) }
  @Test func signs() throws { try check(NameVector.signs) }
  @Test func coordination() throws { try check(NameVector.coordination) }
  @Test func numerals() throws { try check(NameVector.numerals) }
  @Test func chemistry() throws { try check(NameVector.chemistry) }
  @Test func letters() throws { try check(NameVector.letters) }
  @Test func forms() throws { try check(NameVector.forms) }
}
