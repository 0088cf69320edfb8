import Glibc

/// The bytes of one file, mapped into memory for as long as the region lives, or a copy of bytes.
///
/// A file that is removed after it was mapped stays readable through its region.
@safe package final class FileRegion: Sendable {
  /// The path, for messages.
  package let path: String
  /// The file's size in bytes.
  package let count: Int
  // The mapping is read-only and unmapped by deinit alone, so that threads may share it.
  nonisolated(unsafe) private let base: UnsafeMutableRawPointer?
  private let isMapped: Bool

  /// Maps the file at `path`.
  ///
  /// - Throws: ``IndexError/system(operation:path:reason:)``.
  package init(path: String) throws(IndexError) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .lastSystemError("read", path) }
    let count = Int(status.st_size)
    unsafe base = try Self.map(descriptor, count: count, path: path)
    self.count = count
    self.path = path
    isMapped = true
  }

  /// A copy of bytes, as of a storage that is no disk.
  package init(_ bytes: [UInt8], path: String) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    unsafe base = copy.baseAddress
    count = bytes.count
    self.path = path
    isMapped = false
  }

  private static func map(
    _ descriptor: Int32, count: Int, path: String
  ) throws(IndexError) -> UnsafeMutableRawPointer? {
    guard count > 0 else { return nil }
    let mapped = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw .lastSystemError("map", path)
    }
    return unsafe mapped
  }

  deinit {
    guard let base = unsafe base else { return }
    if isMapped { unsafe munmap(base, count) } else { unsafe base.deallocate() }
  }

  /// All bytes of the file.
  package var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let start = unsafe base?.assumingMemoryBound(to: UInt8.self)
      let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
      return unsafe _overrideLifetime(Span(_unsafeElements: buffer), borrowing: self)
    }
  }
}

extension IndexError {
  /// The error that `errno` holds after a failed call.
  static func lastSystemError(_ operation: String, _ path: String) -> IndexError {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return .system(operation: operation, path: path, reason: reason)
  }
}
