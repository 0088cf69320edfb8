import Glibc

/// Text on its way to a file descriptor, written in large pieces.
///
/// What is pending is lost unless ``flush()`` is called before the end.
struct Output: ~Copyable {
  private static let pieceSize = 1 << 16
  private let descriptor: Int32
  private let name: String
  private var pending = ""

  /// An output to an open descriptor, which stays its owner's.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  static func standard() -> Output {
    Output(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Writes a text to standard output.
  static func print(_ text: String) throws {
    var output = standard()
    try output.write(text)
    try output.flush()
  }

  /// Has `body` write to a file, which is put in place when it is whole, or to standard output where none is named.
  static func to(_ path: String?, _ body: (inout Output) throws -> Void) throws {
    guard let path else {
      var output = Output.standard()
      try body(&output)
      return try output.flush()
    }
    let file = try NewFile(path: path)
    var output = Output(descriptor: file.descriptor, name: path)
    try body(&output)
    try output.flush()
    try file.putInPlace()
  }

  /// Appends what `body` appends.
  mutating func write(_ body: (inout String) throws -> Void) throws {
    try body(&pending)
    if pending.utf8.count >= Self.pieceSize { try flush() }
  }

  mutating func write(_ text: String) throws {
    try write { $0 += text }
  }

  /// Writes bytes that are no text, after what is pending.
  mutating func write(bytes: [UInt8]) throws {
    try flush()
    if let reason = unsafe bytes.withUnsafeBufferPointer({ unsafe writeAll($0, to: descriptor) }) {
      throw Failure("\(name): can't write: \(reason)")
    }
  }

  /// Writes all that is pending.
  mutating func flush() throws {
    let reason = writeAll(pending, to: descriptor)
    pending.removeAll(keepingCapacity: true)
    if let reason { throw Failure("\(name): can't write: \(reason)") }
  }
}

/// Messages to the user that are no part of a command's output.
enum StandardError {
  static func write(_ text: String) {
    // Nobody is left to be told that standard error can't be written.
    _ = writeAll(text, to: STDERR_FILENO)
  }
}

/// Writes the whole of `text`; returns the system's reason when it can't.
private func writeAll(_ text: String, to descriptor: Int32) -> String? {
  var text = text
  return text.withUTF8 { unsafe writeAll($0, to: descriptor) }
}

/// Writes all of `bytes`; returns the system's reason when it can't.
private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> String? {
  var offset = 0
  while offset < bytes.count {
    let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
    if count < 0 && errno != EINTR { return systemReason() }
    offset += max(count, 0)
  }
  return nil
}

/// The system's own words for what went wrong last.
func systemReason() -> String {
  unsafe String(cString: strerror(errno))
}
