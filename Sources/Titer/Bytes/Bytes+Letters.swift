extension [UInt8] {
  /// Whether there are only the letters a to z.
  var isOfSmallLetters: Bool { allSatisfy { 0x61...0x7A ~= $0 } }

  /// Whether a digit is among them.
  var hasDigit: Bool { contains(where: \.isDigit) }

  /// Whether there are only digits.
  var isNumber: Bool { allSatisfy(\.isDigit) }

  /// Whether the last of these bytes are others.
  func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}

extension UInt8 {
  /// Whether it is one of the digits 0 to 9.
  var isDigit: Bool { 0x30...0x39 ~= self }
}
