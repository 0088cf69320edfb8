/// How a text's bytes stand for characters, as far as its beginning tells.
enum TextEncoding: Equatable {
  /// UTF-8, or a one-byte encoding, which only ill-formed bytes further on can tell from it.
  case utf8
  case utf16(isBigEndian: Bool)

  /// The encoding of a text with the given beginning, and the length of its byte order mark.
  static func detect(_ beginning: ArraySlice<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if beginning.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if beginning.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    return (detectWithoutMark(beginning.prefix(4096)), 0)
  }

  /// Text of records begins with tags, braces or angle brackets, so that in UTF-16 half of its bytes are zeros.
  private static func detectWithoutMark(_ beginning: ArraySlice<UInt8>) -> TextEncoding {
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in beginning.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = beginning.count / 4
    let few = beginning.count / 64
    if beginning.count >= 4, zeros.odd >= many, zeros.even <= few { return .utf16(isBigEndian: false) }
    if beginning.count >= 4, zeros.even >= many, zeros.odd <= few { return .utf16(isBigEndian: true) }
    return .utf8
  }

  /// The beginning of a text as UTF-8 without its mark, good enough to look at.
  static func utf8Beginning(_ beginning: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let (encoding, markLength) = detect(beginning)
    let text = beginning.dropFirst(markLength)
    guard case .utf16(let isBigEndian) = encoding else { return text }
    var decoder = UTF16Decoder(isBigEndian: isBigEndian)
    return decoder.decode(text)[...]
  }
}
