internal import Titer

/// Writes the fields of one message of Protocol Buffers; a number that is 0 and a text without characters are left out, as version 3
/// of the language has it.
struct FieldWriter {
  private var writer = ByteWriter()

  /// The message.
  var bytes: [UInt8] { writer.bytes }

  mutating func number(_ field: Int, _ value: Int) {
    guard value != 0 else { return }
    writer.varint(field << 3)
    writer.varint(value)
  }

  mutating func double(_ field: Int, _ value: Double) {
    guard value.bitPattern != 0 else { return }
    writer.varint(field << 3 | 1)
    writer.fixed64(value.bitPattern)
  }

  mutating func text(_ field: Int, _ value: String) {
    guard !value.isEmpty else { return }
    message(field, Array(value.utf8))
  }

  /// A field that is a message, there even where it has no bytes.
  mutating func message(_ field: Int, _ bytes: [UInt8]) {
    writer.varint(field << 3 | 2)
    writer.string(bytes)
  }

  /// Forgets what was written and keeps the memory.
  mutating func removeAll() { writer.removeAll() }
}
