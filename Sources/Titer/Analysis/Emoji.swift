internal import CUTF8Proc

/// The characters that emoji are made of.
///
/// Source: Unicode Technical Standard #51 and its data (version 12.1), as Lucene's `StandardTokenizer` has them.
enum Emoji {
  static let zeroWidthJoiner: UInt32 = 0x200D
  static let textSelector: UInt32 = 0xFE0E
  static let pictureSelector: UInt32 = 0xFE0F
  /// The box around a digit, `#` or `*`.
  static let keyCap: UInt32 = 0x20E3
  /// The letters of which flags are made, two each.
  static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
  /// The colours of skin.
  static let modifiers: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF
  /// The characters that name the country of a flag, and their end.
  static let tags: ClosedRange<UInt32> = 0xE0020...0xE007E
  static let tagEnd: UInt32 = 0xE007F

  /// Whether a character is a picture (`Extended_Pictographic`), or a place that is kept free for one; ©, ® and ™ are.
  static func isPicture(_ scalar: UInt32) -> Bool {
    let properties = unsafe utf8proc_get_property(Int32(truncatingIfNeeded: scalar))
    return unsafe properties?.pointee.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC.rawValue
      || 0x1F000...0x1FFFD ~= scalar && WordBreak.isNew(scalar)
  }

  /// Whether a character belongs to the picture before it.
  static func isMark(_ scalar: UInt32, class: WordBreak) -> Bool {
    `class` == .extend && scalar != textSelector && scalar != pictureSelector
  }

  /// Whether an emoji may begin with a character.
  ///
  /// Digits aren't counted: they begin a word of at least the same length.
  static func mayBegin(with scalar: UInt32) -> Bool {
    switch scalar {
    case UInt32(UInt8(ascii: "#")), UInt32(UInt8(ascii: "*")), zeroWidthJoiner: true
    case regionalIndicators, modifiers: true
    default: isPicture(scalar)
    }
  }
}
