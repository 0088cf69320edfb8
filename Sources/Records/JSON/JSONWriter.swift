/// Writes JSON into UTF-8 bytes, without any white space.
///
/// Text goes out as it is, but for quotes, backslashes and control characters. Commas are set by the byte that stands
/// last: a string ends with its quote, so `{`, `[` and `:` there are always structure.
struct JSONWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func array<Element>(_ elements: [Element], _ element: (inout JSONWriter, Element) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for item in elements { element(&self, item) }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func integer(_ value: Int) {
    separate()
    bytes += "\(value)".utf8
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { unsafe escape($0.span) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var start = 0
    for place in text.indices {
      let byte = text[place]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      append(text.extracting(start..<place))
      append(escaped: byte)
      start = place + 1
    }
    append(text.extracting(start..<text.count))
  }

  private mutating func append(_ plain: Span<UInt8>) {
    unsafe plain.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    default: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
    }
  }
}
