/// Bytes that don't hold what they must.
package struct FormatError: Error, Equatable {
  /// What was expected.
  package var expected: String
  /// What was found.
  package var found: String

  /// A report on bytes.
  package init(expected: String, found: String) {
    self.expected = expected
    self.found = found
  }

  /// The report as one on a file.
  func inFile(_ path: String) -> IndexError {
    .corrupt(path: path, expected: expected, found: found)
  }
}

/// Checks that two values that a format keeps twice are equal.
func expect<T: Equatable>(_ found: T, toBe expected: T, _ what: String) throws(FormatError) {
  guard found == expected else {
    throw FormatError(expected: "\(what) \(expected)", found: "\(found)")
  }
}

/// Bytes into numbers: what ``ByteWriter`` wrote, read in the same order.
///
/// Every read is checked: damaged bytes give a ``FormatError``, never a trap.
package struct ByteReader: ~Escapable {
  private let bytes: Span<UInt8>
  /// The next byte to read.
  package private(set) var offset = 0

  /// A reader from the first of `bytes`.
  @_lifetime(copy bytes)
  package init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// Whether all was read.
  package var isAtEnd: Bool { offset >= bytes.count }

  /// Passes over `count` bytes.
  package mutating func skip(_ count: Int) throws(FormatError) {
    try need(count)
    offset += count
  }

  /// Reads a byte.
  package mutating func byte() throws(FormatError) -> UInt8 {
    try need(1)
    defer { offset += 1 }
    return bytes[offset]
  }

  /// Reads 4 bytes.
  package mutating func fixed32() throws(FormatError) -> UInt32 { UInt32(try fixed(4)) }

  /// Reads 8 bytes.
  package mutating func fixed64() throws(FormatError) -> UInt64 { try fixed(8) }

  /// Reads 8 bytes that hold a size or an offset.
  package mutating func size() throws(FormatError) -> Int {
    let value = try fixed64()
    guard let size = Int(exactly: value) else {
      throw FormatError(expected: "a size", found: "\(value)")
    }
    return size
  }

  /// Reads a number of 7 bits a byte.
  package mutating func varint() throws(FormatError) -> Int {
    var value = 0
    var shift = 0
    while shift < 63 {
      try need(1)
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw FormatError(expected: "a number of at most 63 bits", found: "a longer one")
  }

  /// Reads a count of bytes and the bytes.
  package mutating func string() throws(FormatError) -> [UInt8] {
    let count = try varint()
    return try array(count)
  }

  /// Reads `count` bytes.
  package mutating func array(_ count: Int) throws(FormatError) -> [UInt8] {
    try need(count)
    defer { offset += count }
    return unsafe bytes.extracting(offset..<offset + count).withUnsafeBufferPointer { unsafe Array($0) }
  }

  private mutating func fixed(_ width: Int) throws(FormatError) -> UInt64 {
    try need(width)
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += width
    return value
  }

  private func need(_ count: Int) throws(FormatError) {
    guard count <= bytes.count - offset else {
      throw FormatError(expected: "\(count) more bytes", found: "\(bytes.count - offset)")
    }
  }
}

extension Span<UInt8> {
  /// The bytes of a range that a file gives.
  ///
  /// - Throws: ``FormatError`` when the range reaches past the end.
  @_lifetime(copy self)
  func checkedExtracting(_ range: Range<Int>) throws(FormatError) -> Span<UInt8> {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      throw FormatError(expected: "a range within \(count) bytes", found: "\(range)")
    }
    return extracting(range)
  }
}
