import Glibc
import Titer

/// An empty folder for one test, gone with its owner.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes the folder.
  public init() {
    // In memory where that's possible: nothing here needs to outlive the machine, and syncing a busy disk is slow.
    let parent = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/titer-test-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    precondition(made, "tests need a folder in \(parent)")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unsafe unlink(file(name)) }
    unsafe rmdir(path)
  }

  /// The names of its files, in order.
  public var names: [String] { ((try? DiskStorage(path: path).list()) ?? []).sorted() }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The bytes of a file.
  public func read(_ name: String) throws -> [UInt8] {
    let region = try FileRegion(path: file(name))
    return unsafe region.bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Writes a file, in place of any other of its name.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let output = try DiskStorage(path: path).create(name)
    try output.write(bytes.span)
    try output.finish()
  }

  /// All files and what they hold.
  public func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in names { contents[name] = try read(name) }
    return contents
  }
}
