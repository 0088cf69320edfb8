/// A decimal number, or `inf` with or without a sign; `nil` for what isn't all number, and for `nan`, which has no order.
///
/// Correctly rounded: at most 19 digits that make a number up to 2⁵³, times or over a power of ten up to 10²², is one
/// operation on exact numbers (Clinger, PLDI 1990); the rest goes to the standard library.
///
/// - Complexity: O(*n*), without allocation in the first case.
func decimal(_ bytes: Span<UInt8>) -> Double? {
  guard let parts = DecimalParts(bytes) else { return infinity(bytes) }
  guard parts.isShort, parts.digits <= 1 << 53, parts.exponent.magnitude <= 22 else {
    return Double(decode(bytes))
  }
  let power = powersOfTen[Int(parts.exponent.magnitude)]
  let magnitude = parts.exponent < 0 ? Double(parts.digits) / power : Double(parts.digits) * power
  return parts.isNegative ? -magnitude : magnitude
}

/// A whole number of 32 bits; as programs write their tables, it may end in `.0`.
func wholeNumber(_ bytes: Span<UInt8>) -> Int32? {
  guard let parts = DecimalParts(bytes), parts.isShort, !parts.hasPower, let number = decimal(bytes) else { return nil }
  return Int32(exactly: number)
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]

/// Sign, digits and power of ten of a number.
private struct DecimalParts {
  var isNegative = false
  /// The digits, without the point; meaningless when there are too many.
  var digits: UInt64 = 0
  var exponent = 0
  /// Whether `digits` are all there are.
  var isShort = true
  /// Whether the number is written with a power of ten.
  var hasPower = false

  init?(_ bytes: Span<UInt8>) {
    var index = 0
    isNegative = Self.sign(bytes, &index)
    let start = index
    takeDigits(bytes, &index)
    var count = index - start
    if index < bytes.count && bytes[index] == UInt8(ascii: ".") {
      index += 1
      let point = index
      takeDigits(bytes, &index)
      exponent = point - index
      count += index - point
    }
    guard count > 0, takePower(bytes, &index), index == bytes.count else { return nil }
    isShort = count <= 19
  }

  private mutating func takeDigits(_ bytes: Span<UInt8>, _ index: inout Int) {
    while index < bytes.count, let digit = Self.digit(bytes[index]) {
      digits = digits &* 10 &+ UInt64(digit)
      index += 1
    }
  }

  /// Takes `e` and its number; whether there is none or all of it.
  private mutating func takePower(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return true }
    hasPower = true
    index += 1
    let isNegative = Self.sign(bytes, &index)
    let start = index
    var power = 0
    while index < bytes.count, let digit = Self.digit(bytes[index]) {
      power = min(power * 10 + Int(digit), 1 << 20)
      index += 1
    }
    exponent += isNegative ? -power : power
    return index > start
  }

  private static func sign(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") else {
      return false
    }
    index += 1
    return bytes[index - 1] == UInt8(ascii: "-")
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : nil
  }
}

private func infinity(_ bytes: Span<UInt8>) -> Double? {
  guard bytes.count <= 9 else { return nil }
  switch decode(bytes).lowercased() {
  case "inf", "+inf", "infinity", "+infinity": return .infinity
  case "-inf", "-infinity": return -.infinity
  default: return nil
  }
}
