import Synchronization
import TestSupport
import Testing
import Titer

@Suite struct ConcurrencyTests {
  private final class Signal: Sendable {
    let isUp = Atomic(true)
  }

  /// Four readers of one snapshot, and of whatever is newest, while a writer replaces, deletes and commits.
  @Test func readersAreNotDisturbedByCommits() async throws {
    let folder = TemporaryFolder()
    var corpus = RandomCorpus(seed: 11)
    var oracle = Oracle(chain: .english)
    try Self.write(&corpus, to: folder) { oracle.add($0) }
    let index = try Index(path: folder.path)
    let queries = (0..<30).map { _ in corpus.query() }
    let answers = try queries.map { try index.search($0, limit: 10) }
    #expect(try queries.allSatisfy { try Comparison.difference(index, oracle, $0) == nil }, "seed 11")
    let isWriting = Signal()
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          repeat {
            #expect(try queries.map { try index.search($0, limit: 10) } == answers, "seed 11")
            try Index(path: folder.path).check()
          } while isWriting.isUp.load(ordering: .relaxed)
        }
      }
      defer { isWriting.isUp.store(false, ordering: .relaxed) }
      for _ in 0..<30 { try Self.write(&corpus, to: folder) { _ in } }
      isWriting.isUp.store(false, ordering: .relaxed)
      try await group.waitForAll()
    }
  }

  private static func write(
    _ corpus: inout RandomCorpus, to folder: TemporaryFolder, _ added: (Document) -> Void
  ) throws {
    var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: 40_000)
    for _ in 0..<10 {
      let document = corpus.document()
      try writer.add(document)
      added(document)
    }
    try writer.commit()
  }
}
