internal import Dispatch
internal import Synchronization

/// Merges that go on while documents are added.
///
/// When nobody holds them any more they are given up: their thread is waited for, and what it wrote are files that no manifest names.
package final class BackgroundMerge: Sendable {
  /// What runs something, now or later.
  package typealias Runner = @Sendable (@escaping @Sendable () -> Void) -> Void

  /// What the merges' thread holds.
  private final class Work: Sendable {
    /// What the thread leaves.
    let result = Mutex<Result<[Segment], IndexError>?>(nil)
    let isWanted = Atomic(true)
    let group = DispatchGroup()
  }

  /// What is merged.
  let merges: [PlannedMerge]
  private let work = Work()
  /// No other writer may come while files are written.
  private let lock: any WriteLock

  /// Begins merges, one after the other.
  init(_ merges: [PlannedMerge], in storage: any Storage, _ lock: any WriteLock, _ plan: MemoryPlan, _ runner: Runner) {
    self.merges = merges
    self.lock = lock
    work.group.enter()
    runner { [work] in
      let result = Self.run(merges, in: storage, plan) { work.isWanted.load(ordering: .relaxed) }
      work.result.withLock { $0 = result }
      work.group.leave()
    }
  }

  /// Runs something on a thread of its own.
  package static let onThread: Runner = { DispatchQueue.global(qos: .utility).async(execute: $0) }

  /// Waits for the merged segments, in the order of the merges.
  ///
  /// - Throws: ``IndexError`` when one can't be read or written.
  func finish() throws(IndexError) -> [Segment] {
    work.group.wait()
    guard let result = work.result.withLock({ $0 }) else { preconditionFailure("the thread left no result") }
    return try result.get()
  }

  private static func run(
    _ merges: [PlannedMerge], in storage: any Storage, _ plan: MemoryPlan, isWanted: @escaping () -> Bool
  ) -> Result<[Segment], IndexError> {
    Result { () throws(IndexError) in
      var merged: [Segment] = []
      for merge in merges {
        merged.append(try merge.run(in: storage, plan) { WantedFile($0, isWanted: isWanted) })
      }
      return merged
    }
  }

  deinit {
    work.isWanted.store(false, ordering: .relaxed)
    work.group.wait()
  }
}

/// A file that can't be written any more once it isn't wanted.
private final class WantedFile: OutputFile {
  private let file: any OutputFile
  private let isWanted: () -> Bool

  init(_ file: any OutputFile, isWanted: @escaping () -> Bool) {
    self.file = file
    self.isWanted = isWanted
  }

  var count: Int { file.count }

  func write(_ bytes: Span<UInt8>) throws(IndexError) {
    guard isWanted() else { throw .system(operation: "merge", path: "", reason: "given up") }
    try file.write(bytes)
  }

  func finish() throws(IndexError) { try file.finish() }
}
