import TestSupport
import Testing
import Titer

/// Random lives of an index, compared with the oracle after every commit.
@Suite struct SearchPropertyTests {
  /// Budgets that flush every document, every few, and none before the commit.
  private static let budgets = [0, 20_000, 40_000, 80_000, 1 << 30]

  @Test(arguments: 0..<24) func answersEqualTheOracles(seed: UInt64) throws {
    var life = try Life(seed: seed, budget: Self.budgets[Int(seed) % Self.budgets.count])
    for _ in 0..<5 {
      try life.write()
      let difference = try life.difference(queries: 25)
      #expect(difference == nil, "seed \(seed)")
      if difference != nil { return }
    }
  }

  @Test(arguments: 0..<8) func segmentationChangesNoAnswer(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = (0..<60).map { _ in corpus.document() }
    let queries = (0..<40).map { _ in corpus.query() }
    var answers: [[[Index.Hit]]] = []
    var segments: Set<Int> = []
    for budget in Self.budgets {
      let folder = TemporaryFolder()
      var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: budget)
      for document in documents { try writer.add(document) }
      try writer.commit()
      let index = try Index(path: folder.path)
      segments.insert(index.statistics.segments)
      answers.append(try queries.map { try index.search($0, limit: 20) })
    }
    #expect(answers.allSatisfy { $0 == answers[0] }, "seed \(seed)")
    #expect(segments.count > 1, "seed \(seed): the budgets gave the same segments")
  }

  @Test func anEmptyIndexAnswersNothing() throws {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, chain: .english)
    try writer.commit()
    let index = try Index(path: folder.path)
    #expect(try index.search(Query([.words("cells")]), limit: 10) == [])
    #expect(try index.count(Query([.words("cells"), .phrase("lupus")])) == 0)
    #expect(try Comparison.difference(index, Oracle(chain: .english)) == nil)
  }

  @Test func anEarlierSnapshotIsNotDisturbed() throws {
    var life = try Life(seed: 7, budget: 0)
    try life.write()
    let (index, oracle) = (try Index(path: life.folder.path), life.committed)
    for _ in 0..<3 { try life.write() }
    for _ in 0..<50 {
      let query = life.corpus.query()
      #expect(try Comparison.difference(index, oracle, query) == nil, "seed 7")
    }
    #expect(try Comparison.difference(index, oracle) == nil, "seed 7")
  }
}

/// An index on disk and the model that it must equal, living through random operations.
private struct Life {
  struct Changes: Equatable {
    var added = 0
    var replaced = 0
    var deleted = 0
  }

  let folder: TemporaryFolder
  let budget: Int
  var corpus: RandomCorpus
  var committed = Oracle(chain: .english)

  init(seed: UInt64, budget: Int) throws {
    folder = TemporaryFolder()
    corpus = RandomCorpus(seed: seed)
    self.budget = budget
    var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: budget)
    try writer.commit()
  }

  /// A writer adds, replaces and deletes, commits now and then, and in the end commits or is dropped.
  mutating func write() throws {
    var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: budget)
    for _ in 0...corpus.below(3) {
      var pending = committed
      var expected = Changes()
      for _ in 0..<corpus.below(20) { try change(&writer, &pending, &expected) }
      if corpus.one(in: 5) { return }
      let summary = try writer.commit()
      #expect(Changes(added: summary.added, replaced: summary.replaced, deleted: summary.deleted) == expected)
      committed = pending
    }
  }

  private mutating func change(
    _ writer: inout IndexWriter, _ pending: inout Oracle, _ changes: inout Changes
  ) throws {
    guard corpus.below(4) > 0 else {
      let id = corpus.id()
      if pending.stored(id: Array(id.utf8)) != nil { changes.deleted += 1 }
      try writer.delete(id: id)
      pending.delete(id: id)
      return
    }
    let document = corpus.document()
    if pending.stored(id: Array(document.id.utf8)) != nil { changes.replaced += 1 }
    changes.added += 1
    try writer.add(document)
    pending.add(document)
  }

  /// The first difference between the index as it is reopened and the model, over random queries.
  mutating func difference(queries: Int) throws -> String? {
    let index = try Index(path: folder.path)
    for _ in 0..<queries {
      if let difference = try Comparison.difference(index, committed, corpus.query()) { return difference }
    }
    return try Comparison.difference(index, committed, absent: (0..<5).map { _ in corpus.id() })
  }
}
