import TestSupport
import Testing
import Titer

/// Words between spaces, as they are written.
private struct SpaceAnalyzer: Analyzer {
  func analyze(_ text: Span<UInt8>, into tokens: inout TokenBuffer) {
    tokens.removeAll()
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: " ") {
      if start < end {
        tokens.append((start..<end).map { text[$0] }, position: tokens.positionCount, source: start..<end)
        tokens.positionCount += 1
      }
      start = end + 1
    }
  }
}

private let spaces = AnalysisChain(name: "spaces/1") { SpaceAnalyzer() }

@Suite struct AnalysisChainTests {
  private static let documents = [
    Document(id: "1", title: "The CAR T-cell", abstract: "therapies,", keywords: ["x y", "z"]),
    Document(id: "2", title: "the car T-cell therapies"),
  ]
  private let folder = TemporaryFolder()

  private func makeIndex(_ chain: AnalysisChain) throws {
    var writer = try IndexWriter(path: folder.path, chain: chain)
    for document in Self.documents { try writer.add(document) }
    try writer.commit()
  }

  @Test func anIndexOfAnOwnChainFindsItsTerms() throws {
    try makeIndex(spaces)
    let index = try Index(path: folder.path, chains: [spaces])
    #expect(index.chain == spaces)
    #expect(index.statistics.tokens == 11)
    let finds = [("The", ["1"]), ("T-cell", ["1", "2"]), ("therapies", ["2"]), ("therapies,", ["1"]), ("t", [])]
    for (word, ids) in finds {
      #expect(try Set(index.search(Query([.words(word)]), limit: 9).map(\.id)) == Set(ids), "\(word)")
    }
    #expect(try index.count(Query([.phrase("CAR T-cell")])) == 1)
    #expect(try index.count(Query([.phrase("The T-cell")])) == 0)
    #expect(try index.count(Query([.phrase("y z")])) == 0)
  }

  @Test(arguments: [spaces, .english, .plain]) func anIndexHasWhatItsModelHas(chain: AnalysisChain) throws {
    try makeIndex(chain)
    var oracle = Oracle(chain: chain)
    for document in Self.documents { oracle.add(document) }
    #expect(try Comparison.difference(Index(path: folder.path, chains: [spaces]), oracle) == nil)
  }

  @Test func anIndexOfAnOwnChainSaysWhichOneItNeeds() throws {
    try makeIndex(spaces)
    let known = ["biomedical/2", "english/2", "plain/1"]
    let error = IndexError.unknownAnalysis(path: folder.file("manifest"), found: "spaces/1", known: known)
    for part in ["“spaces/1”", "Index(path:chains:)"] + known { #expect(error.description.contains(part), "\(part)") }
    #expect(throws: error) { try Index(path: folder.path) }
    #expect(throws: error) { _ = try IndexWriter(path: folder.path) }
  }

  @Test func anIndexKeepsItsChain() throws {
    try makeIndex(.plain)
    let writer = try IndexWriter(path: folder.path, chain: spaces)
    #expect(writer.chain == .plain)
  }

  @Test func ownChainsAreNotCalledAsTitersAre() async {
    await #expect(processExitsWith: .failure) { _ = AnalysisChain(name: "english/3") { SpaceAnalyzer() } }
    await #expect(processExitsWith: .failure) { _ = AnalysisChain(name: "") { SpaceAnalyzer() } }
  }
}
