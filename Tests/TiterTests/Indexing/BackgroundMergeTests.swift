import TestSupport
import Testing
import Titer

@Suite struct BackgroundMergeTests {
  private static let words = ["car", "cell", "lupus"]

  /// Random changes in 40 commits; `each` follows each commit.
  private static func write(
    to folder: TemporaryFolder, seed: UInt64, runner: @escaping BackgroundMerge.Runner,
    each: (IndexModel) throws -> Void
  ) throws {
    var random = SeededGenerator(seed: seed)
    var model = IndexModel()
    var writer = try IndexWriter(
      storage: DiskStorage.creating(path: folder.path), chain: .plain, memoryBudget: 64 << 20, threads: 2,
      merging: .inBackground, mergeRunner: runner)
    for _ in 0..<40 {
      for _ in 0..<Int.random(in: 1..<6, using: &random) {
        let id = "\(Int.random(in: 0..<60, using: &random))"
        if Int.random(in: 0..<4, using: &random) == 0 {
          model.delete(id: id)
          try writer.delete(id: id)
        } else {
          let words = (0..<4).map { _ in Self.words[Int.random(in: 0..<3, using: &random)] }
          let document = Document(id: id, title: words.joined(separator: " "), stored: Array(id.utf8))
          model.add(document)
          try writer.add(document)
        }
      }
      try writer.commit()
      try each(model)
    }
    try writer.finishMerges()
    try each(model)
  }

  /// What is deleted and replaced while segments are merged is so afterwards.
  @Test(arguments: 0..<UInt64(TestCases.count(usual: 20))) func theIndexIsWhatWasAdded(seed: UInt64) throws {
    let folder = TemporaryFolder()
    try Self.write(to: folder, seed: seed, runner: BackgroundMerge.onThread) { model in
      let difference = try model.difference(from: Index(path: folder.path), words: Self.words)
      #expect(difference == nil, "seed \(seed)")
    }
    let statistics = try Index(path: folder.path).statistics
    #expect(statistics.segments <= 9, "seed \(seed)")
    let segments = folder.names.count { $0.hasPrefix("segment-") }
    #expect(segments == statistics.segments, "seed \(seed): \(folder.names)")
  }

  /// Whether a merge is done at once or by another thread, some time.
  @Test func bytesDoNotDependOnWhichWasFaster() throws {
    let (plain, folder) = (TemporaryFolder(), TemporaryFolder())
    try Self.write(to: plain, seed: 1, runner: { $0() }, each: { _ in })
    try Self.write(to: folder, seed: 1, runner: BackgroundMerge.onThread, each: { _ in })
    let areEqual = try plain.contents() == folder.contents()
    #expect(areEqual)
  }

  /// A writer in a folder with four segments, whose merge was begun.
  private static func writerThatMerges(
    _ storage: any Storage, _ runner: @escaping BackgroundMerge.Runner
  ) throws -> IndexWriter {
    var writer = try IndexWriter(
      storage: storage, chain: .plain, memoryBudget: 64 << 20, threads: 1, merging: .inBackground, mergeRunner: runner)
    for id in 0..<4 {
      try writer.add(Document(id: "\(id)", title: "car \(id)"))
      try writer.commit()
    }
    return writer
  }

  @Test func aCommitDoesNotWaitForWhatItBeginsToMerge() throws {
    let folder = TemporaryFolder()
    let merges = HeldMerges()
    var writer = try Self.writerThatMerges(DiskStorage(path: folder.path), merges.runner)
    #expect(!merges.isEmpty)
    #expect(try Index(path: folder.path).statistics.segments == 4)
    try writer.add(Document(id: "4", title: "car"))
    merges.run()
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(index.statistics.segments == 2 && index.statistics.documents == 5)
  }

  @Test func mergesEndWithTheirWriter() throws {
    let folder = TemporaryFolder()
    let storage = DiskStorage(path: folder.path)
    do { _ = try Self.writerThatMerges(storage, BackgroundMerge.onThread) }
    // The lock is free, and what was merged for nothing goes.
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    #expect(folder.names.filter { $0.hasPrefix("segment-") } == (1...4).map { "segment-\($0)" })
    try writer.delete(id: "0")
    try writer.commit()
    try Index(path: folder.path).check()
  }

  /// Each operation of a merge in the background fails in turn: a commit tells it, the one before stands, and may be tried again.
  @Test func aMergeThatFailsIsToldAndTriedAgain() throws {
    for operations in 0..<500 {
      let folder = TemporaryFolder()
      let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: .max, stays: false)
      let merges = HeldMerges()
      var writer = try Self.writerThatMerges(storage, merges.runner)
      storage.fail(after: operations)
      merges.run()
      guard storage.hasFailed else { return #expect(operations > 3) }
      try writer.delete(id: "0")
      #expect(throws: IndexError.self, "\(operations) operations") { try writer.commit() }
      #expect(try Index(path: folder.path).statistics.documents == 4)
      try writer.commit()
      #expect(try Index(path: folder.path).statistics.documents == 3)
      merges.run()
      try writer.finishMerges()
      try Index(path: folder.path).check()
    }
    Issue.record("no run without a fault")
  }

  @Test func aCommitOfNoChangesBeginsAMergeAgainThatFailed() throws {
    let folder = TemporaryFolder()
    let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: .max, stays: false)
    let merges = HeldMerges()
    var writer = try Self.writerThatMerges(storage, merges.runner)
    storage.fail(after: 0)
    merges.run()
    #expect(throws: IndexError.self) { try writer.commit() }
    try writer.commit()
    #expect(!merges.isEmpty)
    merges.run()
    try writer.finishMerges()
    #expect(try Index(path: folder.path).statistics.segments == 1)
  }
}
