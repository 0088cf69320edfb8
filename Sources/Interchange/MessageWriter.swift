internal import Titer

/// Writes messages behind their sizes, in large pieces.
struct MessageWriter {
  private static let piece = 1 << 20
  private var pending = ByteWriter()

  /// Appends a message, and hands what is pending to `write` once it is a large piece.
  mutating func append(_ message: some CIFFMessage, _ write: ([UInt8]) throws -> Void) throws {
    var fields = FieldWriter()
    message.write(to: &fields)
    pending.string(fields.bytes)
    if pending.count >= Self.piece { try flush(write) }
  }

  /// Hands over what is pending.
  mutating func flush(_ write: ([UInt8]) throws -> Void) throws {
    try write(pending.bytes)
    pending.removeAll()
  }
}
