internal import CLanes
import Synchronization

/// The two versions of the kernels, chosen for the whole process.
package enum Kernels {
  private static let lock = Mutex(())

  /// Runs `body` with the portable versions, or the best that the processor has; one caller at a time.
  package static func using<T>(portable: Bool, _ body: () throws -> T) rethrows -> T {
    try lock.withLock { _ in
      lanes_use_portable(portable)
      defer { lanes_use_portable(false) }
      return try body()
    }
  }
}
