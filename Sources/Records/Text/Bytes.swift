extension UInt8 {
  /// Whether the byte is ASCII white space or another control character, which texts have only by mistake.
  var isBlank: Bool { self <= 0x20 }

  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (self | 0x20).isSmall }

  /// Whether the byte is a small ASCII letter.
  var isSmall: Bool { (0x61...0x7A).contains(self) }

  /// Whether the byte is a capital ASCII letter.
  var isCapital: Bool { (0x41...0x5A).contains(self) }

  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// The byte with an ASCII capital made small.
  var lowered: UInt8 { isCapital ? self | 0x20 : self }
}

extension BidirectionalCollection where Element == UInt8 {
  /// The bytes without the ASCII white space around them.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}

extension Collection where Element == UInt8 {
  /// The bytes as text, tidied.
  var tidied: String { String(decoding: self, as: UTF8.self).tidied }
}

extension String {
  /// The text without the ASCII white space around it.
  var trimmed: String {
    let isBare = utf8.first?.isBlank != true && utf8.last?.isBlank != true
    return isBare ? self : String(utf8.trimmed) ?? self
  }
}
