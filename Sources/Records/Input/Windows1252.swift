/// Text in which bytes are not UTF-8.
enum Windows1252 {
  /// `line` as UTF-8: what is well-formed stays, each other byte is read as Windows-1252.
  ///
  /// In a line of Windows-1252 next to no two neighbours happen to form UTF-8, and in a line of UTF-8 with one bad byte
  /// the rest is kept.
  static func decode(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(line.count + line.count / 8)
    var offset = line.startIndex
    while offset < line.endIndex {
      let ascii = line[offset...].prefix { $0 < 0x80 }
      text += ascii
      offset = ascii.endIndex
      guard offset < line.endIndex else { break }
      let length = sequenceLength(line[offset...].prefix(4))
      if length > 0 {
        text += line[offset..<offset + length]
      } else {
        text.append(scalar: scalar(line[offset]))
      }
      offset += max(length, 1)
    }
    return text
  }

  /// How long the well-formed UTF-8 sequence is with which `bytes` begins; 0 if it begins with none.
  static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return 1 }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, bytes.count >= length else { return 0 }
    let tail = bytes.dropFirst().prefix(length - 1)
    guard let second = tail.first, secondBytes(after: first).contains(second) else { return 0 }
    return tail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// Table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
  private static func secondBytes(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  private static func scalar(_ byte: UInt8) -> UInt32 {
    0x80..<0xA0 ~= byte ? high[Int(byte) - 0x80] : UInt32(byte)
  }

  /// Bytes 0x80 to 0x9F by the WHATWG's index, which keeps the five unassigned ones as controls.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
