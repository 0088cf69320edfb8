extension String {
  /// The text in one line: blanks and line ends at its ends removed, runs of them inside made one space.
  ///
  /// - Complexity: No copy is made of a text that is tidy already.
  package var tidied: String {
    isTidy ? self : String(decoding: tidiedBytes, as: UTF8.self)
  }

  private var isTidy: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if byte < 0x20 || (byte == UInt8(ascii: " ") && previous == byte) { return false }
      previous = byte
    }
    return isEmpty || previous != UInt8(ascii: " ")
  }

  private var tidiedBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }

  /// The tidied pieces between `separators` that aren't empty.
  func items(separatedBy separators: Unicode.Scalar...) -> [String] {
    let bytes = separators.map { UInt8(ascii: $0) }
    let pieces = utf8.split { bytes.contains($0) }
    return pieces.map { String(Substring($0)).tidied }.filter { !$0.isEmpty }
  }

  /// The text with the characters that exports from web pages leave as entities: `&lt;`, `&#945;`.
  var unescapingEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var text = ""
    var rest = self[...]
    while let ampersand = rest.firstIndex(of: "&") {
      text += rest[..<ampersand]
      rest = rest[ampersand...]
      let name = rest.dropFirst().prefix(8).prefix { $0 != ";" }
      if rest[name.endIndex...].first == ";", let character = Self.entity(name) {
        text.unicodeScalars.append(character)
        rest = rest[name.endIndex...].dropFirst()
      } else {
        text += "&"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    if let character = namedEntities[String(name)] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { $0 >= 0x20 ? Unicode.Scalar($0) : nil }
  }

  private static let namedEntities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
  ]
}
