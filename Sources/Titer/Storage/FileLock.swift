import Glibc

/// A lock on a file that ends with its owner, or with the process, however that dies.
///
/// The file says which process it is, for the message to others; what a process left there that died is nothing to go by.
package final class FileLock: WriteLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``IndexError/locked(path:holder:)`` at once when another process, or another writer here, holds it.
  package init(path: String, folder: String) throws(IndexError) {
    // Set only when all went well: a class that throws after its last property was set is deinitialised, and would close twice.
    descriptor = try Self.lockedDescriptor(path: path, folder: folder)
    signIn()
  }

  private static func lockedDescriptor(path: String, folder: String) throws(IndexError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .lastSystemError("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error: IndexError =
        errno == EWOULDBLOCK
        ? .locked(path: folder, holder: holder(descriptor)) : .lastSystemError("lock", path)
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Writes down which process has the lock; where that fails, the lock holds all the same.
  private func signIn() {
    let name = "\(getpid())\n"
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = unsafe pwrite(descriptor, name, name.utf8.count, 0)
  }

  /// The process that has the lock: its number, and its name where the system tells it.
  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
    guard count > 1, let number = Int(String(decoding: bytes[..<(count - 1)], as: UTF8.self)) else { return nil }
    return name(ofProcess: number).map { "process \(number) (\($0))" } ?? "process \(number)"
  }

  private static func name(ofProcess number: Int) -> String? {
    let file = unsafe open("/proc/\(number)/comm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe read(file, &bytes, bytes.count)
    return count > 1 ? String(decoding: bytes[..<(count - 1)], as: UTF8.self) : nil
  }

  deinit {
    // Closing alone would leave it locked for as long as a process that was just forked has the descriptor too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
