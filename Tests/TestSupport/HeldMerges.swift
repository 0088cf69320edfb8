import Synchronization
package import Titer

/// Merges in the background that run when a test wants it.
///
/// A writer waits for them when it commits and when it goes: they must have run by then.
package final class HeldMerges: Sendable {
  private let waiting = Mutex<[@Sendable () -> Void]>([])

  /// Nothing held yet.
  package init() {}

  /// What holds merges.
  package var runner: BackgroundMerge.Runner { { [self] merge in waiting.withLock { $0.append(merge) } } }

  /// Whether none is held.
  package var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

  /// Runs what is held.
  package func run() {
    let merges = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for merge in merges { merge() }
  }
}
