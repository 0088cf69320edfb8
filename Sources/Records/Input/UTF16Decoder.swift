/// UTF-16 into UTF-8, in chunks that may end anywhere.
struct UTF16Decoder {
  /// Whether a lone surrogate or byte was met; U+FFFD stands for it.
  private(set) var foundIllFormed = false
  private let isBigEndian: Bool
  /// The first byte of a code unit whose second byte is in the next chunk.
  private var firstByte: UInt8?
  private var highSurrogate: UInt16?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// The characters that are complete with `bytes`.
  mutating func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      decode(unit, into: &text)
    }
    return text
  }

  /// What stands for a half character at the end of the text.
  mutating func finish() -> [UInt8] {
    guard firstByte != nil || highSurrogate != nil else { return [] }
    (firstByte, highSurrogate) = (nil, nil)
    var text: [UInt8] = []
    appendReplacement(to: &text)
    return text
  }

  private mutating func decode(_ unit: UInt16, into text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if unit & 0xFC00 == 0xDC00 {
        text.append(scalar: 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
        return
      }
      appendReplacement(to: &text)
    }
    switch unit & 0xFC00 {
    case 0xD800: highSurrogate = unit
    case 0xDC00: appendReplacement(to: &text)
    default: text.append(scalar: UInt32(unit))
    }
  }

  private mutating func appendReplacement(to text: inout [UInt8]) {
    foundIllFormed = true
    text.append(scalar: 0xFFFD)
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a Unicode scalar value.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case ..<0x80: append(UInt8(scalar))
    case ..<0x800: append(contentsOf: [0xC0 | UInt8(scalar >> 6), Self.continuation(scalar)])
    case ..<0x10000:
      append(contentsOf: [0xE0 | UInt8(scalar >> 12), Self.continuation(scalar >> 6), Self.continuation(scalar)])
    default:
      append(contentsOf: [0xF0 | UInt8(scalar >> 18), Self.continuation(scalar >> 12)])
      append(contentsOf: [Self.continuation(scalar >> 6), Self.continuation(scalar)])
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(bits & 0x3F)
  }
}
