import TestSupport
import Testing
import Titer

/// A storage that fails at every operation in turn.
@Suite struct FaultTests {
  private static let query = Query([.words("cells lupus")])

  /// The index before the commit under test: one segment with deletions.
  private static func folderBefore(_ oracle: inout Oracle) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path)
    for (id, title) in [("1", "cells"), ("2", "lupus cells"), ("3", "trial of cells"), ("5", "cells cells")] {
      let document = Document(id: id, title: title, stored: [1, 2, 3])
      try writer.add(document)
      oracle.add(document)
    }
    try writer.commit()
    try writer.delete(id: "2")
    oracle.delete(id: "2")
    try writer.commit()
    return folder
  }

  /// A replacement, a deletion and an addition in one commit.
  private static func change(_ oracle: inout Oracle) {
    for document in additions { oracle.add(document) }
    oracle.delete(id: "3")
  }

  private static let additions = [
    Document(id: "1", title: "lupus", stored: [9]), Document(id: "4", title: "cells of lupus", stored: []),
  ]

  private static func commit(_ writer: inout IndexWriter) throws {
    for document in additions { try writer.add(document) }
    try writer.delete(id: "3")
    try writer.commit()
  }

  @Test(arguments: [true, false], [0, 1 << 20])
  func everyFaultLeavesTheStateBeforeOrAfter(stays: Bool, budget: Int) throws {
    for operations in 0..<500 {
      var before = Oracle(chain: .english)
      let folder = try Self.folderBefore(&before)
      var after = before
      Self.change(&after)
      let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: operations, stays: stays)
      let succeeded = Self.succeeds { try Self.commitOnce(to: storage, budget: budget) }
      let comment: Comment = "fault after \(operations) operations, stays \(stays), budget \(budget)"
      let state = try Self.state(folder, before, after)
      #expect(state != nil, comment)
      #expect(!succeeded || state == "after", comment)
      // Only where the manifest's new name can't be made durable may a commit fail and yet stand.
      let mayStand = succeeded || storage.operationsBeforeSync == operations
      #expect(mayStand || state == "before", comment)
      try Self.goOn(folder, comment)
      if !storage.hasFailed { return }
    }
    Issue.record("no run without a fault")
  }

  @Test(arguments: [true, false]) func everyFaultInAMergeLeavesTheStateBeforeOrAfter(stays: Bool) throws {
    for operations in 0..<500 {
      var before = Oracle(chain: .english)
      let folder = try Self.folderBefore(&before)
      var after = before
      Self.change(&after)
      let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: operations, stays: stays)
      let succeeded = Self.succeeds {
        var writer = try IndexWriter(storage: storage, chain: .english, memoryBudget: 0)
        writer.merge()
        try Self.commit(&writer)
      }
      let comment: Comment = "fault after \(operations) operations, stays \(stays)"
      let state = try Self.state(folder, before, after)
      #expect(state != nil, comment)
      #expect(!succeeded || state == "after", comment)
      let mayStand = succeeded || storage.operationsBeforeSync == operations
      #expect(mayStand || state == "before", comment)
      if succeeded { #expect(try Index(path: folder.path).statistics.segments == 1, comment) }
      try Self.goOn(folder, comment)
      if !storage.hasFailed { return }
    }
    Issue.record("no run without a fault")
  }

  /// A commit that failed may be tried again with the same writer.
  @Test(arguments: [0, 1 << 20]) func aWriterMayTryAgain(budget: Int) throws {
    for operations in 0..<500 {
      var before = Oracle(chain: .english)
      let folder = try Self.folderBefore(&before)
      var after = before
      Self.change(&after)
      let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: operations, stays: false)
      let comment: Comment = "fault after \(operations) operations, budget \(budget)"
      guard Self.succeeds({ try Self.commitTwice(to: storage, budget: budget) }) else { continue }
      #expect(try Self.state(folder, before, after) == "after", comment)
      if !storage.hasFailed { return }
    }
    Issue.record("no run without a fault")
  }

  /// What a reader sees while a writer whose rename seemed to fail tries again and fails before its next rename.
  @Test func aSecondFaultAfterARenameLeavesTheCommit() throws {
    for second in 0..<60 {
      var before = Oracle(chain: .english)
      let folder = try Self.folderBefore(&before)
      var after = before
      Self.change(&after)
      let first = try Self.operationsOfRename(folder)
      let storage = FaultyStorage(DiskStorage(path: folder.path), failingAfter: first, stays: false)
      var writer = try IndexWriter(storage: storage, chain: .english, memoryBudget: 1 << 20)
      #expect(throws: IndexError.self) { try Self.commit(&writer) }
      storage.fail(after: second)
      _ = try? writer.commit()
      #expect(try Self.state(folder, before, after) == "after", "second fault after \(second) operations")
      if !storage.hasFailed { return }
    }
    Issue.record("no run without a fault")
  }

  /// How many operations a commit takes up to the sync after its rename, in a copy of the folder.
  private static func operationsOfRename(_ folder: TemporaryFolder) throws -> Int {
    let copy = TemporaryFolder()
    for (name, bytes) in try folder.contents() { try copy.write(name, bytes) }
    let storage = FaultyStorage(DiskStorage(path: copy.path), failingAfter: .max, stays: false)
    try commitOnce(to: storage, budget: 1 << 20)
    return try #require(storage.operationsBeforeSync)
  }

  private static func commitOnce(to storage: FaultyStorage, budget: Int) throws {
    var writer = try IndexWriter(storage: storage, chain: .english, memoryBudget: budget)
    try commit(&writer)
  }

  private static func commitTwice(to storage: FaultyStorage, budget: Int) throws {
    var writer = try IndexWriter(storage: storage, chain: .english, memoryBudget: budget)
    if succeeds({ try commit(&writer) }) { return }
    try commit(&writer)
  }

  private static func succeeds(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      return false
    }
  }

  /// Which of two states a fresh reader sees, or `nil` for any other.
  private static func state(_ folder: TemporaryFolder, _ before: Oracle, _ after: Oracle) throws -> String? {
    let index = try Index(path: folder.path)
    let absent = ["1", "2", "3", "4", "5"]
    for (name, oracle) in [("before", before), ("after", after)]
    where try Comparison.difference(index, oracle, absent: absent) == nil {
      guard try Comparison.difference(index, oracle, query) == nil else { continue }
      return name
    }
    return nil
  }

  /// A new writer can go on where the failed one left.
  private static func goOn(_ folder: TemporaryFolder, _ comment: Comment) throws {
    var writer = try IndexWriter(path: folder.path)
    try writer.add(Document(id: "next", title: "next", stored: [7]))
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(try index.stored(id: "next") == [7], comment)
    #expect(try index.count(Query([.words("next")])) == 1, comment)
  }
}
