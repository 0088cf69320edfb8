import Foundation
import TestSupport
import Testing
import Titer

private let file = SharedData.folder.map { "\($0)/../tokenisation/vectors.json" }

/// The vectors of names that lie beside the package, as phrases through an index on disk.
@Suite(.enabled(if: file != nil, "there is no ../shared/data beside the package"))
struct SharedNameVectorsTests {
  private struct Vector: Decodable {
    var text: String
    var match: [String]
    var no: [String]
  }

  @Test func allVectorsHold() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try #require(file)))
    let vectors = try JSONDecoder().decode([Vector].self, from: bytes)
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
}
