import Synchronization
package import Titer

/// A disk in memory, whose power can fail and whose operations can.
///
/// It keeps what POSIX demands and no more. What was written to a file is durable once the file was finished, a name once its folder
/// was synced, which ``rename(_:to:)`` does before and after. When the power fails, everything else is kept, lost or, within a file,
/// kept in part, each name by itself and in any order.
package final class SimulatedDisk: Storage, @unchecked Sendable {
  /// What fails.
  package enum Fault: CaseIterable, Sendable {
    /// One operation.
    case once
    /// All operations from one on.
    case always
    /// From one operation on, all that need space.
    case full
  }

  private final class File {
    var written: [UInt8] = []
    var durable: [UInt8] = []
    /// What has it mapped: emptying it would pull the bytes away.
    weak var region: FileRegion?
  }

  private enum Change {
    case made(String, File)
    case renamed(String, String, File)
    case removed(String)
  }

  private struct State {
    var names: [String: File] = [:]
    var durableNames: [String: File] = [:]
    /// What was done to names since the folder was synced.
    var changes: [Change] = []
    var random: SeededGenerator
    var isLocked = false
    var fault: (kind: Fault, after: Int)?
    var hasFailed = false
  }

  private let mutex = Mutex(())
  // Looked at and changed only by who has the mutex.
  private var state: State

  /// An empty disk, whose misfortunes are drawn from a seed.
  package init(seed: UInt64) {
    state = State(random: SeededGenerator(seed: seed))
  }

  package var path: String { "simulated" }

  /// Lets operations fail after `operations` more, or none from now on.
  package func setFault(_ kind: Fault?, after operations: Int = 0) {
    mutex.withLock { _ in
      state.fault = kind.map { ($0, operations) }
      state.hasFailed = false
    }
  }

  /// Whether an operation has failed since the fault was set.
  package var hasFailed: Bool { mutex.withLock { _ in state.hasFailed } }

  /// The power fails and comes back.
  ///
  /// What wasn't durable is kept, lost or kept in part; locks are gone.
  package func losePower() {
    mutex.withLock { _ in
      state.fault = nil
      state.isLocked = false
      Self.keepSomeNames(&state)
      // In the order of names, which alone repeats itself from run to run.
      for (_, file) in state.names.sorted(by: { $0.key < $1.key }) { Self.keepSomeBytes(of: file, &state.random) }
      state.durableNames = state.names
    }
  }

  private static func keepSomeNames(_ state: inout State) {
    // Half of the time as a journal does it: all changes up to one.
    let isOrdered = Bool.random(using: &state.random)
    let kept = Int.random(in: 0...state.changes.count, using: &state.random)
    var names = state.durableNames
    for (place, change) in state.changes.enumerated()
    where isOrdered ? place < kept : Bool.random(using: &state.random) {
      switch change {
      case .made(let name, let file): names[name] = file
      case .renamed(let old, let new, let file):
        if names[old] === file { names[old] = nil }
        names[new] = file
      case .removed(let name): names[name] = nil
      }
    }
    state.names = names
    state.changes = []
  }

  private static func keepSomeBytes(of file: File, _ random: inout SeededGenerator) {
    defer { file.durable = file.written }
    guard file.written != file.durable else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: file.written = file.durable
    case 1: break
    case 2: file.written = Array(file.written.prefix(Int.random(in: 0...file.written.count, using: &random)))
    default:
      // The size came to the disk, and some of the bytes didn't.
      let start = Int.random(in: 0...file.written.count, using: &random)
      let end = Int.random(in: start...file.written.count, using: &random)
      for place in start..<end { file.written[place] = 0 }
    }
  }

  package func list() throws(IndexError) -> [String] {
    try perform("list") { state throws(IndexError) in state.names.keys.sorted() }
  }

  package func open(_ name: String) throws(IndexError) -> FileRegion {
    try perform("open") { state throws(IndexError) in
      guard let file = state.names[name] else { throw Self.error("open", name, "No such file or directory") }
      let region = FileRegion(file.written, path: name)
      file.region = region
      return region
    }
  }

  package func create(_ name: String) throws(IndexError) -> any OutputFile {
    let file = try perform("make", needsSpace: true) { state throws(IndexError) in
      if let old = state.names[name] {
        precondition(old.region == nil, "the file “\(name)” is emptied while it is mapped")
        old.written = []
        return old
      }
      let new = File()
      state.names[name] = new
      state.changes.append(.made(name, new))
      return new
    }
    return Output(self, file)
  }

  package func rename(_ name: String, to newName: String) throws(IndexError) {
    try sync()
    try perform("rename") { state throws(IndexError) in
      guard let file = state.names.removeValue(forKey: name) else {
        throw Self.error("rename", name, "No such file or directory")
      }
      state.names[newName] = file
      state.changes.append(.renamed(name, newName, file))
    }
    try sync()
  }

  package func remove(_ name: String) throws(IndexError) {
    try perform("remove") { state throws(IndexError) in
      guard state.names.removeValue(forKey: name) != nil else {
        throw Self.error("remove", name, "No such file or directory")
      }
      state.changes.append(.removed(name))
    }
  }

  package func sync() throws(IndexError) {
    try perform("sync") { state throws(IndexError) in
      state.durableNames = state.names
      state.changes = []
    }
  }

  package func lock() throws(IndexError) -> any WriteLock {
    try perform("lock") { state throws(IndexError) in
      guard !state.isLocked else { throw .locked(path: path, holder: nil) }
      state.isLocked = true
    }
    return Lock(self)
  }

  private func perform<T>(
    _ operation: String, needsSpace: Bool = false, onFault: (inout State) -> Void = { _ in },
    _ body: (inout State) throws(IndexError) -> T
  ) throws(IndexError) -> T {
    let result = mutex.withLock { _ -> Result<T, IndexError> in
      if Self.fails(needsSpace, &state) {
        state.hasFailed = true
        onFault(&state)
        return .failure(Self.error(operation, path, "fault on purpose"))
      }
      do throws(IndexError) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func fails(_ needsSpace: Bool, _ state: inout State) -> Bool {
    guard let fault = state.fault else { return false }
    state.fault?.after = fault.after - 1
    switch fault.kind {
    case .once: return fault.after == 0
    case .always: return fault.after <= 0
    case .full: return fault.after <= 0 && needsSpace
    }
  }

  private static func error(_ operation: String, _ name: String, _ reason: String) -> IndexError {
    .system(operation: operation, path: name, reason: reason)
  }

  private final class Lock: WriteLock {
    private let disk: SimulatedDisk

    init(_ disk: SimulatedDisk) { self.disk = disk }

    deinit { disk.mutex.withLock { _ in disk.state.isLocked = false } }
  }

  private final class Output: OutputFile {
    private let disk: SimulatedDisk
    private let file: File
    private(set) var count = 0

    init(_ disk: SimulatedDisk, _ file: File) {
      self.disk = disk
      self.file = file
    }

    func write(_ bytes: Span<UInt8>) throws(IndexError) {
      count += bytes.count
      let new = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
      let file = file
      // What fails may have been written in part.
      let part: (inout State) -> Void = { _ in file.written += new.prefix(new.count / 2) }
      try disk.perform("write", needsSpace: true, onFault: part) { _ throws(IndexError) in file.written += new }
    }

    func finish() throws(IndexError) {
      let file = file
      // After a sync that failed nobody knows what is on the disk, and a later one may not tell.
      let loss: (inout State) -> Void = { SimulatedDisk.keepSomeBytes(of: file, &$0.random) }
      try disk.perform("sync", onFault: loss) { _ throws(IndexError) in file.durable = file.written }
    }
  }
}
