/// What the lines of tagged formats are made of.
enum TaggedText {
  static let space = UInt8(ascii: " ")
  static let hyphen = UInt8(ascii: "-")

  /// Whether a tag may have `byte` after its first place.
  static func isTagByte(_ byte: UInt8) -> Bool {
    byte.isCapital || byte.isDigit
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == UInt8(ascii: "\t")
  }

  /// `line` without a byte order mark, which stands inside files that were put together from several.
  static func unmarked(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.first == 0xEF && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy(isBlank)
  }

  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
