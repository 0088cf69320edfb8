import TestSupport
import Testing
import Titer

/// Random trees of all kinds of clauses, over few short documents so that there can be very many, compared with the oracle.
///
/// `TITER_CASES` is about the number of queries.
@Suite struct QueryTreeTests {
  private static let queries = 1_000

  @Test(arguments: 0..<max(1, TestCases.count(usual: 100_000) / queries))
  func answersEqualTheOracles(seed: Int) throws {
    var corpus = RandomCorpus(seed: UInt64(seed) + 1_000_000)
    var oracle = Oracle(chain: .english)
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: seed % 2 == 0 ? 20_000 : 1 << 30)
    for number in 0..<12 {
      var document = corpus.document()
      document.id = "\(number)"
      document.stored = []
      oracle.add(document)
      try writer.add(document)
    }
    try writer.commit()
    let index = try Index(path: folder.path)
    for _ in 0..<Self.queries {
      let query = corpus.query()
      let expected = oracle.search(query)
      let found = try index.ranking(query, limit: 20).map { Oracle.Answer(id: Array($0.id.utf8), score: $0.score) }
      #expect(found == expected, "seed \(seed): \(query)")
      #expect(try index.count(query) == expected.count, "seed \(seed): \(query)")
      if found != expected { return }
    }
  }

  /// The same set, however fields stand in the tree.
  @Test(arguments: 0..<4) func distributionChangesNoAnswer(seed: Int) throws {
    var corpus = RandomCorpus(seed: UInt64(seed))
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .english)
    for _ in 0..<60 { try writer.add(corpus.document()) }
    try writer.commit()
    let index = try Index(path: folder.path)
    for _ in 0..<300 {
      let query = corpus.query()
      let (found, expected) = try (index.search(query.distributed, limit: 60), index.search(query, limit: 60))
      #expect(found == expected, "seed \(seed): \(query) as \(query.distributed)")
    }
  }
}
