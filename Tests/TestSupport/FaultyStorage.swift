import Synchronization
package import Titer

/// A storage whose n-th operation fails, as a full disk or a broken one fails.
///
/// The operations are counted over the storage and all files made through it; a file that fails may have been written in part.
package final class FaultyStorage: Storage {
  private struct State {
    var done = 0
    var faultAfter: Int
    var failed = false
    var doneBeforeSync: Int?
  }

  private let disk: DiskStorage
  private let state: Mutex<State>
  private let stays: Bool

  /// A storage whose first `operations` operations succeed and the next fails, and all later ones too when it `stays` faulty.
  package init(_ disk: DiskStorage, failingAfter operations: Int, stays: Bool) {
    self.disk = disk
    state = Mutex(State(faultAfter: operations))
    self.stays = stays
  }

  /// Whether the fault has come.
  package var hasFailed: Bool { state.withLock { $0.failed } }

  /// How many operations were done when a rename had changed the name and was not yet durable.
  package var operationsBeforeSync: Int? { state.withLock { $0.doneBeforeSync } }

  /// Begins to count anew: `operations` succeed and the next fails.
  package func fail(after operations: Int) { state.withLock { $0 = State(faultAfter: operations) } }

  package var path: String { disk.path }

  package func list() throws(IndexError) -> [String] {
    try count("list")
    return try disk.list()
  }

  package func open(_ name: String) throws(IndexError) -> FileRegion {
    try count("open")
    return try disk.open(name)
  }

  package func create(_ name: String) throws(IndexError) -> any OutputFile {
    try count("create")
    return FaultyFile(try disk.create(name), self)
  }

  // The fault after a rename is the one of the folder's sync: the name is changed and the caller told that it failed.
  package func rename(_ name: String, to newName: String) throws(IndexError) {
    try count("rename")
    try disk.rename(name, to: newName)
    state.withLock { $0.doneBeforeSync = $0.done }
    try count("sync after rename")
  }

  package func remove(_ name: String) throws(IndexError) {
    try count("remove")
    try disk.remove(name)
  }

  package func sync() throws(IndexError) {
    try count("sync")
    try disk.sync()
  }

  package func lock() throws(IndexError) -> any WriteLock {
    try count("lock")
    return try disk.lock()
  }

  fileprivate func count(_ operation: String) throws(IndexError) {
    let fails = state.withLock { state in
      defer { state.done += 1 }
      let fails = stays ? state.done >= state.faultAfter : state.done == state.faultAfter
      if fails { state.failed = true }
      return fails
    }
    if fails {
      throw .system(operation: operation, path: path, reason: "fault on purpose")
    }
  }
}

private final class FaultyFile: OutputFile {
  private let file: any OutputFile
  private let storage: FaultyStorage

  init(_ file: any OutputFile, _ storage: FaultyStorage) {
    self.file = file
    self.storage = storage
  }

  var count: Int { file.count }

  func write(_ bytes: Span<UInt8>) throws(IndexError) {
    do throws(IndexError) {
      try storage.count("write")
    } catch {
      try file.write(bytes.extracting(..<(bytes.count / 2)))
      try file.finish()
      throw error
    }
    try file.write(bytes)
  }

  func finish() throws(IndexError) {
    try storage.count("finish")
    try file.finish()
  }
}
