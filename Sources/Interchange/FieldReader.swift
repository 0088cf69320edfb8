internal import Titer

/// Reads the fields of one message of Protocol Buffers, in the order in which they come.
///
/// A field is a varint of its number times 8 and the kind of its value, and the value. CIFF's messages have numbers that are at least 0:
/// others are no message here.
struct FieldReader: ~Escapable {
  /// What a field holds.
  enum Value {
    /// A number: kind 0, a varint, 1, eight bytes, or 5, four.
    case number(UInt64)
    /// Bytes: kind 2, a varint of how many and they themselves; where they are.
    case bytes(Range<Int>)
  }

  private var reader: ByteReader

  /// A reader of the fields in `bytes`.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    reader = ByteReader(bytes)
  }

  /// The next field's number and value; `nil` behind the last.
  ///
  /// - Throws: ``FormatError`` when the bytes are no message.
  @_lifetime(self: copy self)
  mutating func next() throws(FormatError) -> (number: Int, value: Value)? {
    guard !reader.isAtEnd else { return nil }
    let key = try reader.varint()
    return (key >> 3, try value(kind: key & 7))
  }

  @_lifetime(self: copy self)
  private mutating func value(kind: Int) throws(FormatError) -> Value {
    switch kind {
    case 0: return .number(UInt64(try reader.varint()))
    case 1: return .number(try reader.fixed64())
    case 5: return .number(UInt64(try reader.fixed32()))
    case 2:
      let size = try reader.varint()
      try reader.skip(size)
      return .bytes(reader.offset - size..<reader.offset)
    default: throw FormatError(expected: "a value of a kind that there is", found: "kind \(kind)")
    }
  }
}

extension Span<UInt8> {
  /// The text in a range, which must be UTF-8.
  func text(_ range: Range<Int>) throws(FormatError) -> String {
    let bytes = unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FormatError(expected: "UTF-8", found: "“\(String(decoding: bytes, as: UTF8.self))”")
    }
    return text
  }
}
