/// Walks the document frequencies and list sizes of the terms of one block.
///
/// The bytes are drawn in `TermDictionary.swift`.
struct TermLists: ~Escapable {
  private let bytes: Span<UInt8>
  private let count: Int
  private var place = 0
  private var codes = 0
  private var offset = 0
  private var postings = 0
  private var positions = 0

  /// A walk before the lists of the first of `count` terms.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Bytes that weren't read yet.
  var unread: Int { bytes.count - offset }

  /// Where the lists of the term are whose number in the block is `number`, above that of the call before.
  ///
  /// - Throws: ``FormatError`` when the numbers end too early or are too large.
  /// - Complexity: O(`number`), less the number of the call before.
  @_lifetime(self: copy self)
  mutating func entry(at number: Int) throws(FormatError) -> TermEntry {
    precondition(number >= place && number < count, "lists are read in order")
    if codes == 0 { try begin() }
    while place < number { _ = try next() }
    let (postingsStart, positionsStart) = (postings, positions)
    let frequency = try next()
    return TermEntry(
      documentFrequency: frequency, postings: postingsStart..<postings, positions: positionsStart..<positions)
  }

  /// Reads where the first lists begin, and finds the codes.
  @_lifetime(self: copy self)
  private mutating func begin() throws(FormatError) {
    postings = try bytes.varint(at: &offset)
    positions = try bytes.varint(at: &offset)
    guard 2 * count <= unread else {
      throw FormatError(expected: "the lists of \(count) terms", found: "\(unread) bytes")
    }
    codes = offset
    offset += 2 * count
  }

  /// Reads a term's document frequency, and moves behind its lists.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func next() throws(FormatError) -> Int {
    let code = unsafe Int(bytes.uncheckedFixed16(at: codes + 2 * place))
    place += 1
    if code >= 0x8000 { return try nextLong(code) }
    // As many codes as a block has can't overflow what `nextLong` leaves.
    postings += code >> 6 & 31
    positions += code & 63
    return code >> 11 + 1
  }

  /// Reads what of a term's lists didn't fit its code.
  @inline(never)
  @_lifetime(self: copy self)
  private mutating func nextLong(_ code: Int) throws(FormatError) -> Int {
    var frequency = code & 0x7FFF + 1
    if frequency > 0x7FFF { frequency = min(try bytes.varint(at: &offset), .max - frequency) + frequency }
    postings = try Self.end(of: bytes.varint(at: &offset), from: postings)
    positions = try Self.end(of: bytes.varint(at: &offset), from: positions)
    return frequency
  }

  private static func end(of size: Int, from start: Int) throws(FormatError) -> Int {
    guard size < 1 << 62, start < 1 << 62 else {
      throw FormatError(expected: "lists within a file", found: "\(size) bytes from \(start)")
    }
    return start + size
  }
}

extension Span<UInt8> {
  /// Reads a number of 7 bits a byte at `offset`, and moves `offset` behind it.
  ///
  /// - Throws: ``FormatError`` when the bytes end within the number, or it has more than 63 bits.
  @inline(__always)
  func varint(at offset: inout Int) throws(FormatError) -> Int {
    if offset < count {
      let byte = unsafe self[unchecked: offset]
      if byte < 0x80 {
        offset += 1
        return Int(byte)
      }
    }
    let (value, end) = try longVarint(at: offset)
    offset = end
    return value
  }

  /// Reads a number of any length; returns it and the place behind it.
  @inline(never)
  private func longVarint(at start: Int) throws(FormatError) -> (value: Int, end: Int) {
    var value = 0
    var shift = 0
    var offset = start
    while offset < count, shift < 63 {
      let byte = self[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return (value, offset) }
      shift += 7
    }
    throw FormatError(expected: "a number of at most 63 bits", found: offset < count ? "a longer one" : "the end")
  }
}
