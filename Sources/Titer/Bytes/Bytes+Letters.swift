extension [UInt8] {
  /// Whether there are only the letters a to z.
  var isOfSmallLetters: Bool { allSatisfy { 0x61...0x7A ~= $0 } }

  /// Whether a digit is among them.
  var hasDigit: Bool { contains { 0x30...0x39 ~= $0 } }

  /// Whether there are only digits.
  var isNumber: Bool { allSatisfy { 0x30...0x39 ~= $0 } }

  /// Whether the last of these bytes are others.
  func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}
