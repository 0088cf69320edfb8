import TestSupport
import Testing
import Titer

/// A reader needs no more of a folder than to list it and open its files: it may be on a medium that can't be written.
@Suite struct ReadOnlyTests {
  /// A folder that nothing may be written to.
  private struct ReadOnlyStorage: Storage {
    let disk: DiskStorage
    var path: String { disk.path }

    func list() throws(IndexError) -> [String] { try disk.list() }
    func open(_ name: String) throws(IndexError) -> FileRegion { try disk.open(name) }
    func create(_ name: String) throws(IndexError) -> any OutputFile { throw refusal("make \(name)") }
    func rename(_ name: String, to newName: String) throws(IndexError) { throw refusal("rename \(name)") }
    func remove(_ name: String) throws(IndexError) { throw refusal("remove \(name)") }
    func sync() throws(IndexError) { throw refusal("sync") }
    func lock() throws(IndexError) -> any WriteLock { throw refusal("lock") }

    private func refusal(_ operation: String) -> IndexError {
      .system(operation: operation, path: path, reason: "Read-only file system")
    }
  }

  @Test func anIndexIsReadWithoutWriting() throws {
    let folder = TemporaryFolder()
    try SampleIndex.write(to: folder)
    // Not even the writer's lock is there.
    try DiskStorage(path: folder.path).remove("lock")
    let storage = ReadOnlyStorage(disk: DiskStorage(path: folder.path))
    let before = try folder.contents()
    let index = try Index(storage: storage)
    #expect(try index.search(Query([.words("lupus")]), limit: 300).count == 240)
    #expect(try index.stored(id: "id7") == SampleIndex.stored("id7"))
    try index.check()
    #expect(try IndexCheck(storage: storage, depth: .structures).faults == [])
    var salvage = try Salvage(storage: storage)
    var count = 0
    try salvage.visit { _ in count += 1 }
    #expect(count == 240)
    #expect(try folder.contents() == before)
    #expect(throws: IndexError.system(operation: "lock", path: folder.path, reason: "Read-only file system")) {
      _ = try IndexWriter(storage: storage, chain: .plain, memoryBudget: 1 << 20)
    }
  }
}
