extension Span<UInt8> {
  /// The 4 bytes at `offset` as a number, least significant first.
  func fixed32(at offset: Int) -> UInt32 {
    // Any bytes are a valid integer, and the load is checked against the span's bounds.
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 8 bytes at `offset` as a number, least significant first.
  func fixed64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Two neighbouring 8-byte numbers of a table as a range that lies within `limit`.
  ///
  /// - Throws: ``FormatError`` when they descend or reach past the limit.
  func offsetPair(at index: Int, limit: Int) throws(FormatError) -> Range<Int> {
    let start = fixed64(at: 8 * index)
    let end = fixed64(at: 8 * index + 8)
    guard start <= end, end <= UInt64(limit) else {
      throw FormatError(expected: "ascending offsets of at most \(limit)", found: "\(start) and \(end)")
    }
    return Int(start)..<Int(end)
  }
}

extension [UInt8] {
  /// The bytes of numbers, 4 each, least significant first.
  init(fixed32 numbers: some Collection<UInt32>) {
    var writer = ByteWriter()
    for number in numbers { writer.fixed32(number) }
    self = writer.bytes
  }

  /// The bytes of numbers, 8 each, least significant first.
  init(fixed64 numbers: some Collection<Int>) {
    var writer = ByteWriter()
    for number in numbers { writer.fixed64(UInt64(number)) }
    self = writer.bytes
  }
}
