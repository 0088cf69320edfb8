import Synchronization
import TestSupport
import Testing
import Titer

@Suite struct ConcurrencyTests {
  private final class Signal: Sendable {
    let isUp = Atomic(true)
  }

  /// Four readers of one snapshot, and of whatever is newest, while a writer replaces, commits and merges.
  @Test(arguments: [IndexWriter.Merging.withinCommit, .inBackground])
  func readersAreNotDisturbedByCommits(merging: IndexWriter.Merging) async throws {
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
      try Self.change(&corpus, in: folder, merging)
      isWriting.isUp.store(false, ordering: .relaxed)
      try await group.waitForAll()
    }
  }

  /// Documents in 30 commits of one writer.
  private static func change(_ corpus: inout RandomCorpus, in folder: TemporaryFolder, _ merging: IndexWriter.Merging)
    throws
  {
    var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: 40_000, merging: merging)
    for number in 0..<300 {
      try writer.add(corpus.document())
      if number % 10 == 9 { try writer.commit() }
    }
    try writer.finishMerges()
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
