/// One character read from UTF-8 bytes.
package struct DecodedScalar {
  /// Its number; U+FFFD for a byte that begins no well-formed sequence.
  package let value: UInt32
  /// How many bytes it takes; 1 for an ill-formed byte.
  package let length: Int

  static let illFormed = DecodedScalar(value: 0xFFFD, length: 1)
}

extension Span<UInt8> {
  /// The character at `index`, by table 3-7 of the Unicode Standard (well-formed byte sequences).
  package func scalar(at index: Int) -> DecodedScalar {
    let lead = self[index]
    switch lead {
    case 0..<0x80: return DecodedScalar(value: UInt32(lead), length: 1)
    case 0xC2...0xDF: return scalar(at: index, lead: lead & 0x1F, length: 2, from: 0x80)
    case 0xE0...0xEF: return scalar(at: index, lead: lead & 0x0F, length: 3, from: 0x800)
    case 0xF0...0xF4: return scalar(at: index, lead: lead & 0x07, length: 4, from: 0x1_0000)
    default: return .illFormed
    }
  }

  private func scalar(at index: Int, lead: UInt8, length: Int, from minimum: UInt32) -> DecodedScalar {
    guard count - index >= length else { return .illFormed }
    var value = UInt32(lead)
    for offset in 1..<length {
      let byte = self[index + offset]
      guard byte & 0xC0 == 0x80 else { return .illFormed }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= minimum, value <= 0x10_FFFF, value & 0x1F_F800 != 0xD800 else { return .illFormed }
    return DecodedScalar(value: value, length: length)
  }

  /// The last place at or before `index` where a character begins, if the bytes are well-formed.
  package func characterStart(atOrBefore index: Int) -> Int {
    var start = index
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
