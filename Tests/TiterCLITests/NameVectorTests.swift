import Foundation
import TestSupport
import Testing
import Titer

/// How a name is written, and how others write it.
private struct NameVector: Decodable {
  var text: String
  /// Phrases that find the text.
  var match: [String]
  /// Phrases that must not.
  var no: [String]
}

private let shared = SharedData.folder.map { "\($0)/../tokenisation/vectors.json" }

/// Names are found as phrases however they are written, through an index on disk.
@Suite struct NameVectorTests {
  /// Searches all texts of `vectors` in one index, so that a name must be told from all others.
  private func check(_ vectors: [NameVector]) throws {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .biomedical)
    for (number, vector) in vectors.enumerated() { try writer.add(Document(id: "\(number)", abstract: vector.text)) }
    try writer.commit()
    let index = try Index(path: folder.path)
    func finds(_ query: String, _ number: Int) throws -> Bool {
      try index.search(Query([.phrase(query)]), limit: 1000).contains { $0.id == "\(number)" }
    }
    for (number, vector) in vectors.enumerated() {
      for query in vector.match { #expect(try finds(query, number), "\(vector.text) by \(query)") }
      for query in vector.no { #expect(try !finds(query, number), "\(vector.text) by \(query)") }
    }
  }

  private func read<Vectors: Decodable>(_ file: URL) throws -> Vectors {
    try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
  }

  private func own() throws -> [String: [NameVector]] {
    try read(URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Names/vectors.json"))
  }

  @Test(arguments: [
    "compounds", "capitals", "greek", "scripts", "signs", "coordination", "numerals", "chemistry", "genes", "letters",
    "forms",
  ])
  func namesAreFoundHoweverTheyAreWritten(group: String) throws {
    try check(try #require(try own()[group]))
  }

  @Test func thereAreManyVectors() throws {
    let groups = try own()
    #expect(groups.count == 11)
    #expect(groups.values.reduce(0) { $0 + $1.count } >= 200)
  }

  /// The vectors that lie beside the package.
  @Test(.enabled(if: shared != nil, "there is no ../shared/data beside the package"))
  func sharedVectorsHold() throws {
    try check(read(URL(fileURLWithPath: try #require(shared))))
  }
}
