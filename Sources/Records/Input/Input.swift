/// The bytes of one file, of standard input, or of memory, decompressed.
///
/// Compression (gzip, zstd) is told by the first bytes, never by the name.
public final class Input {
  /// The name as the user gave it; `"<stdin>"` for `-`.
  public let name: String
  private var pending: [UInt8]
  private var isAtEnd = false

  /// Bytes in memory, as if they were a file's.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.pending = bytes
  }

  /// The first bytes, at most 64 KiB, without consuming them.
  package func peek() throws(ReadError) -> ArraySlice<UInt8> {
    pending.prefix(65_536)
  }

  /// The next bytes, at most 256 KiB; empty at the end.
  package func next() throws(ReadError) -> [UInt8] {
    defer { pending = [] }
    return pending
  }
}
