import Glibc
import TestSupport
import Testing
import Titer

@Suite struct FileLockTests {
  @Test func oneOwnerAtATime() throws {
    let folder = TemporaryFolder()
    let lock = try FileLock(path: folder.file("lock"), folder: folder.path)
    let refused = #expect(throws: IndexError.self) {
      try FileLock(path: folder.file("lock"), folder: folder.path)
    }
    withExtendedLifetime(lock) {}
    guard case .locked(folder.path, let holder?) = try #require(refused) else {
      Issue.record("expected the holder of the lock, found another error")
      return
    }
    #expect(holder.hasPrefix("process \(getpid()) ("), "\(holder)")
  }

  /// A process that is being started has all descriptors of its parent for a moment; the lock used to outlive its owner then.
  @Test func aLockEndsWithItsOwnerThoughItsFileIsOpenElsewhere() throws {
    let folder = TemporaryFolder()
    var lock: FileLock? = try FileLock(path: folder.file("lock"), folder: folder.path)
    let copies = Self.descriptors(of: folder.file("lock")).map { dup($0) }
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    withExtendedLifetime(lock) {}
    lock = nil
    let next = try FileLock(path: folder.file("lock"), folder: folder.path)
    withExtendedLifetime(next) {}
  }

  /// The descriptors of this process that a file is open at.
  private static func descriptors(of path: String) -> [Int32] {
    (0..<1024).filter { descriptor in
      var target = [CChar](repeating: 0, count: 4096)
      guard unsafe readlink("/proc/self/fd/\(descriptor)", &target, target.count - 1) > 0 else { return false }
      return String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) == path
    }
  }
}
