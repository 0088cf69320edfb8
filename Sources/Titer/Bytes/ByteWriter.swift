/// Numbers into bytes, least significant first.
package struct ByteWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// A writer of nothing yet.
  package init() {}

  /// The number of bytes written.
  package var count: Int { bytes.count }

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends a byte.
  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Appends bytes as they are.
  package mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends 4 bytes.
  package mutating func fixed32(_ value: UInt32) { appendFixed(value) }

  /// Appends 8 bytes.
  package mutating func fixed64(_ value: UInt64) { appendFixed(value) }

  /// Appends 1 to 9 bytes of 7 bits each, the high bit set on all but the last.
  ///
  /// - Parameter value: at least 0.
  package mutating func varint(_ value: Int) {
    precondition(value >= 0, "a varint holds no negative number")
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a count of bytes and the bytes.
  package mutating func string(_ value: some Collection<UInt8>) {
    varint(value.count)
    append(value)
  }

  private mutating func appendFixed<T: FixedWidthInteger>(_ value: T) {
    for shift in stride(from: 0, to: T.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> T(shift)))
    }
  }
}
