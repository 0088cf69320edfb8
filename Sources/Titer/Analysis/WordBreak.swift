internal import CUTF8Proc

/// What a character does to the words around it: its word-break class.
///
/// The classes are those of Unicode Standard Annex #29 (version 12.1, as Lucene 9 and 10 have it), table 3, with the
/// three that Lucene's `StandardTokenizer` adds: ideographs and hiragana stand alone, and South-East Asian letters, whose
/// words only a dictionary could part, stay together. Classes that never lie within a word are `.other`.
package enum WordBreak: UInt8, Sendable {
  case other
  case letter
  case hebrewLetter
  case numeric
  case katakana
  /// Joins words: `_`.
  case extendNumLet
  /// Joins letters: `:`, `·`.
  case midLetter
  /// Joins digits: `,`, `;`.
  case midNum
  /// Joins letters and digits: `.`, `’`.
  case midNumLet
  case singleQuote
  case doubleQuote
  /// Belongs to the character before it: marks, format characters, joiners.
  case extend
  case ideograph
  case hiragana
  case southEastAsian
}

extension WordBreak {
  /// The class of a Unicode scalar; `.other` for one that is newer than Unicode 12.1.
  ///
  /// utf8proc's general category decides, except for the characters that the annex lists by name.
  package init(_ scalar: UInt32) {
    if WordBreak.isNew(scalar) {
      self = .other
    } else if let listed = WordBreak.listed(scalar) {
      self = listed
    } else {
      self.init(category: utf8proc_category(Int32(truncatingIfNeeded: scalar)))
    }
  }

  private init(category: utf8proc_category_t) {
    switch category {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_NL:
      self = .letter
    case UTF8PROC_CATEGORY_ND: self = .numeric
    case UTF8PROC_CATEGORY_PC: self = .extendNumLet
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME, UTF8PROC_CATEGORY_CF:
      self = .extend
    default: self = .other
    }
  }

  /// Whether an extender belongs to a South-East Asian script, where it begins a word if there is nothing to extend.
  static func isSouthEastAsianMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Thai and Lao, Myanmar, Khmer, Tai Tham, Myanmar, Tai Viet and Myanmar, Ahom.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1A20...0x1A7C, 0xA9E0...0xA9FF, 0xAA60...0xAADF,
      0x11700...0x1174F:
      WordBreak(scalar) == .extend
    default: false
    }
  }

  /// Whether Unicode 12.1 doesn't have a character.
  static func isNew(_ scalar: UInt32) -> Bool {
    guard let age = Unicode.Scalar(scalar)?.properties.age else { return true }
    return age > (12, 1)
  }

  private static func listed(_ scalar: UInt32) -> WordBreak? {
    var low = 0
    var high = exceptions.count
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < exceptions.count, exceptions[low].first <= scalar else { return nil }
    return exceptions[low].class
  }
}

/// What is known of the characters that texts are mostly made of, looked up by number.
package struct WordBreakTable: Sendable {
  /// The word-break classes of U+0000 to U+2FFF: alphabets, punctuation and symbols; others are worked out one by one.
  private let classes: [WordBreak]
  /// Which of these characters an emoji may begin with.
  private let emoji: [Bool]

  /// The one table, made at its first use in a millisecond.
  package static let shared = WordBreakTable()

  private init() {
    classes = (0..<0x3000).map { WordBreak($0) }
    emoji = (0..<0x3000).map { Emoji.mayBegin(with: $0) }
  }

  /// The class of a Unicode scalar.
  package subscript(scalar scalar: UInt32) -> WordBreak {
    scalar < 0x3000 ? classes[Int(scalar)] : WordBreak(scalar)
  }

  /// Whether an emoji may begin with a Unicode scalar.
  func mayBeginEmoji(_ scalar: UInt32) -> Bool {
    scalar < 0x3000 ? emoji[Int(scalar)] : Emoji.mayBegin(with: scalar)
  }
}
