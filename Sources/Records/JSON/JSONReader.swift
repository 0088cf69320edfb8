/// A pull reader of JSON (RFC 8259) over UTF-8 bytes.
///
/// It is our own because Foundation would cost start-up time and memory, and builds a tree where we want three strings.
/// Objects and arrays are walked with `beginObject`/`nextKey` and `beginArray`/`nextElement`; a string without escapes
/// costs one scan and one copy. Bytes that are not UTF-8 become U+FFFD, and so does half a surrogate pair.
struct JSONReader: ~Escapable {
  /// Objects and arrays may nest so deep, which bounds the stack.
  static let maximumDepth = 128

  /// What is read next, in bytes from the beginning.
  private(set) var offset = 0
  private let bytes: Span<UInt8>
  private var depth = 0
  private var isAtFirst = false

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// The next byte that is not white space, without consuming it; `nil` at the end.
  mutating func peek() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return nil
  }

  /// Enters an object.
  mutating func beginObject() throws(JSONError) {
    try begin(UInt8(ascii: "{"), "an object “{”")
  }

  /// The next key of the object, its value being next; `nil` after the last, the object being left.
  mutating func nextKey() throws(JSONError) -> String? {
    guard try advance(to: UInt8(ascii: "}"), "“,” or “}”") else { return nil }
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let key = try readString()
    guard peek() == UInt8(ascii: ":") else { throw unexpected("“:”") }
    offset += 1
    return key
  }

  /// Enters an array.
  mutating func beginArray() throws(JSONError) {
    try begin(UInt8(ascii: "["), "an array “[”")
  }

  /// Whether a further element of the array is next; after the last, the array is left.
  mutating func nextElement() throws(JSONError) -> Bool {
    try advance(to: UInt8(ascii: "]"), "“,” or “]”")
  }

  /// Reads a string.
  mutating func readString() throws(JSONError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
    offset += 1
    let start = offset
    scanPlain()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return text(start..<offset)
    }
    return try readEscapedString(from: start)
  }

  /// Reads a value of any kind.
  mutating func readValue() throws(JSONError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"): return .object(try readMembers())
    case UInt8(ascii: "["): return .array(try readElements())
    case UInt8(ascii: "t"): return try readWord("true", as: .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", as: .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", as: .null)
    default: return .number(try readNumber())
    }
  }

  /// Makes sure that nothing but white space is left.
  mutating func end() throws(JSONError) {
    if peek() != nil { throw unexpected("nothing after the value") }
  }

  /// The bytes of a range already read, as they stand.
  func text(_ range: Range<Int>) -> String {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

// MARK: - Structure

extension JSONReader {
  private mutating func begin(_ bracket: UInt8, _ expected: String) throws(JSONError) {
    guard peek() == bracket else { throw unexpected(expected) }
    guard depth < Self.maximumDepth else { throw unexpected("at most \(Self.maximumDepth) nested values") }
    offset += 1
    depth += 1
    isAtFirst = true
  }

  private mutating func advance(to bracket: UInt8, _ expected: String) throws(JSONError) -> Bool {
    let next = peek()
    defer { isAtFirst = false }
    if next == bracket {
      offset += 1
      depth -= 1
      return false
    }
    if isAtFirst { return true }
    guard next == UInt8(ascii: ",") else { throw unexpected(expected) }
    offset += 1
    return true
  }

  private mutating func readMembers() throws(JSONError) -> [JSONMember] {
    var members: [JSONMember] = []
    try beginObject()
    while let key = try nextKey() {
      members.append(JSONMember(key: key, value: try readValue()))
    }
    return members
  }

  private mutating func readElements() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try beginArray()
    while try nextElement() { elements.append(try readValue()) }
    return elements
  }

  /// The error of meeting what stands at `offset`.
  func unexpected(_ expected: String) -> JSONError {
    guard offset < bytes.count else { return JSONError(offset: offset, expected: expected, found: "the end") }
    let byte = bytes[offset]
    let end = min(bytes.count, offset + 12)
    let found =
      byte < 0x20 || byte == 0x7F ? "the control character \(byte)" : "“\(text(offset..<end).prefix { $0 != "\n" })”"
    return JSONError(offset: offset, expected: expected, found: found)
  }
}

// MARK: - Words and numbers

extension JSONReader {
  private mutating func readWord(_ word: StaticString, as value: JSONValue) throws(JSONError) -> JSONValue {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count, text(offset..<end) == word.description else { throw unexpected("“\(word)”") }
    offset = end
    return value
  }

  private mutating func readNumber() throws(JSONError) -> String {
    let start = offset
    skip(UInt8(ascii: "-"))
    guard let first = digit else { throw unexpected("a value") }
    offset += 1
    if first != UInt8(ascii: "0") { skipDigits() }
    if skip(UInt8(ascii: ".")) { try expectDigits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { skip(UInt8(ascii: "-")) }
      try expectDigits()
    }
    return text(start..<offset)
  }

  private var digit: UInt8? {
    guard offset < bytes.count, bytes[offset].isDigit else { return nil }
    return bytes[offset]
  }

  @discardableResult
  private mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipDigits() {
    while digit != nil { offset += 1 }
  }

  private mutating func expectDigits() throws(JSONError) {
    if digit == nil { throw unexpected("a digit") }
    skipDigits()
  }
}

// MARK: - Strings

extension JSONReader {
  /// Moves to the next quote, backslash or control character, eight bytes at a time as long as there is none.
  private mutating func scanPlain() {
    var place = offset
    while place + 8 <= bytes.count, bytes.word(at: place).isPlain { place += 8 }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      place += 1
    }
    offset = place
  }

  private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
    var result = text(start..<offset)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return result
      case UInt8(ascii: "\\"):
        offset += 1
        result.unicodeScalars.append(try readEscape())
      case 0..<0x20:
        throw unexpected("control characters in strings to be escaped")
      default:
        let plain = offset
        scanPlain()
        result += text(plain..<offset)
      }
    }
    throw unexpected("the string's closing quote")
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    guard offset < bytes.count else { throw unexpected("an escape") }
    let byte = bytes[offset]
    let scalar: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scalar = Unicode.Scalar(byte)
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw unexpected("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    offset += 1
    return scalar
  }

  private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let unit = try readUnit()
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let mark = offset
    guard skip(UInt8(ascii: "\\")), offset < bytes.count, bytes[offset] == UInt8(ascii: "u") else {
      offset = mark
      return "\u{FFFD}"
    }
    let trail = try readUnit()
    guard UTF16.isTrailSurrogate(trail) else {
      offset = mark
      return "\u{FFFD}"
    }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  /// Reads `uXXXX`.
  private mutating func readUnit() throws(JSONError) -> UInt16 {
    offset += 1
    guard offset + 4 <= bytes.count, let unit = UInt16(text(offset..<offset + 4), radix: 16),
      bytes[offset] != UInt8(ascii: "+")
    else { throw unexpected("four hexadecimal digits") }
    offset += 4
    return unit
  }
}

extension UInt64 {
  /// Whether none of the eight bytes is a quote, a backslash or below 0x20.
  ///
  /// The tests for zero bytes and for bytes below a bound are those of S. E. Anderson, “Bit Twiddling Hacks”.
  fileprivate var isPlain: Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    let quotes = self ^ each &* UInt64(UInt8(ascii: "\""))
    let backslashes = self ^ each &* UInt64(UInt8(ascii: "\\"))
    let found = (quotes &- each) & ~quotes | (backslashes &- each) & ~backslashes | (self &- each << 5) & ~self
    return found & each << 7 == 0
  }
}
