import Glibc

/// An open file, pipe or terminal; closes it when it goes, unless it is standard input.
final class FileSource: ByteSource {
  let totalBytes: Int?
  private let descriptor: CInt
  private let name: String

  /// Opens the file at `path`; `-` is standard input.
  init(path: String) throws(ReadError) {
    name = path == "-" ? "<stdin>" : path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(name, "open the file") }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    totalBytes = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    guard isKnown else { throw Self.failure(name, "examine the file") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .system(file: name, operation: "read it as a file", reason: "it is a folder; name the files in it")
    }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  func read(_ limit: Int) throws(ReadError) -> [UInt8] {
    while true {
      var length = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        length = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
        count = max(length, 0)
      }
      if length >= 0 { return chunk }
      if errno != EINTR { throw Self.failure(name, "read") }
    }
  }

  private static func failure(_ name: String, _ operation: String) -> ReadError {
    .system(file: name, operation: operation, reason: unsafe String(cString: strerror(errno)))
  }
}
