import Glibc

/// A folder of the file system.
package struct DiskStorage: Storage {
  /// The folder.
  package let path: String

  /// The folder `path`, which must exist.
  package init(path: String) {
    self.path = path
  }

  /// Makes the folder `path` unless it exists.
  package static func creating(path: String) throws(IndexError) -> DiskStorage {
    if unsafe mkdir(path, 0o755) == 0 {
      // The folder's own name, by which all that is in it will be found.
      try DiskStorage(path: "\(path)/..").sync()
    } else if errno != EEXIST {
      throw .lastSystemError("make the folder", path)
    }
    return DiskStorage(path: path)
  }

  package func list() throws(IndexError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw errno == ENOENT ? .missing(path: path) : .lastSystemError("list", path)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // By address: an entry is shorter than the largest name, so that a copy would read past its end.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  package func open(_ name: String) throws(IndexError) -> FileRegion {
    try FileRegion(path: filePath(name))
  }

  package func create(_ name: String) throws(IndexError) -> any OutputFile {
    try DiskFile(path: filePath(name))
  }

  package func rename(_ name: String, to newName: String) throws(IndexError) {
    // The names of files finished before must be durable before another file may speak of them.
    try sync()
    guard unsafe Glibc.rename(filePath(name), filePath(newName)) == 0 else {
      throw .lastSystemError("rename", filePath(name))
    }
    try sync()
  }

  package func remove(_ name: String) throws(IndexError) {
    guard unsafe unlink(filePath(name)) == 0 else { throw .lastSystemError("remove", filePath(name)) }
  }

  package func lock() throws(IndexError) -> any WriteLock {
    try FileLock(path: filePath("lock"), folder: path)
  }

  // A new name is durable only when its folder is (POSIX fsync on the directory).
  package func sync() throws(IndexError) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .lastSystemError("sync", path) }
  }

  private func filePath(_ name: String) -> String { "\(path)/\(name)" }
}

/// A file of the file system that is being written, through a buffer.
private final class DiskFile: OutputFile {
  private static let bufferSize = 1 << 20
  private let path: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private(set) var count = 0

  init(path: String) throws(IndexError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .lastSystemError("make", path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func write(_ bytes: Span<UInt8>) throws(IndexError) {
    count += bytes.count
    if buffer.count + bytes.count > Self.bufferSize { try drain() }
    guard bytes.count <= Self.bufferSize else { return try write(all: bytes) }
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }

  func finish() throws(IndexError) {
    try drain()
    guard fsync(descriptor) == 0 else { throw .lastSystemError("sync", path) }
    // Closed or not, the descriptor is the system's again.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw .lastSystemError("close", path) }
  }

  private func drain() throws(IndexError) {
    let full = buffer
    try write(all: full.span)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(all bytes: Span<UInt8>) throws(IndexError) {
    var start = 0
    while start < bytes.count {
      let rest = bytes.extracting(start...)
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written >= 0 || errno == EINTR else { throw .lastSystemError("write", path) }
      start += max(written, 0)
    }
  }
}
