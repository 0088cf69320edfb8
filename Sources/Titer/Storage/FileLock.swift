import Glibc

/// A lock on a file that ends with its owner, or with the process, however that dies.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``IndexError/locked(path:)`` at once when another process, or another writer here, holds it.
  package init(path: String, folder: String) throws(IndexError) {
    // Set only when all went well: a class that throws after its last property was set is deinitialised, and would close twice.
    descriptor = try Self.lockedDescriptor(path: path, folder: folder)
  }

  private static func lockedDescriptor(path: String, folder: String) throws(IndexError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .lastSystemError("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error: IndexError =
        errno == EWOULDBLOCK ? .locked(path: folder) : .lastSystemError("lock", path)
      close(descriptor)
      throw error
    }
    return descriptor
  }

  deinit {
    // Closing alone would leave it locked for as long as a process that was just forked has the descriptor too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
