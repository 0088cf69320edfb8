extension WordBreak {
  /// Characters of one class, from `first` to `last`.
  struct Exception {
    let first: UInt32
    let last: UInt32
    let `class`: WordBreak

    init(_ first: UInt32, _ last: UInt32, _ class: WordBreak) {
      self.first = first
      self.last = last
      self.class = `class`
    }

    init(_ only: UInt32, _ class: WordBreak) {
      self.init(only, only, `class`)
    }
  }

  /// The characters whose class doesn't follow from their general category, ascending.
  ///
  /// Sources: UAX #29 (Unicode 12.1), table 3; for the scripts of ideographs, hiragana and katakana `Scripts.txt`;
  /// for South-East Asian letters the line-breaking class SA of `LineBreak.txt`. Ranges run across unassigned
  /// characters, which ``WordBreak/init(_:)`` leaves out.
  static let exceptions: [Exception] = [
    Exception(0x22, .doubleQuote),
    Exception(0x27, .singleQuote),
    Exception(0x2C, .midNum),
    Exception(0x2E, .midNumLet),
    Exception(0x3A, .midLetter),
    Exception(0x3B, .midNum),
    Exception(0xB7, .midLetter),
    // Modifier letters that are symbols by category.
    Exception(0x02C2, 0x02C5, .letter),
    Exception(0x02D2, 0x02D7, .letter),
    Exception(0x02DE, 0x02DF, .letter),
    Exception(0x02ED, .letter),
    Exception(0x02EF, 0x02FF, .letter),
    Exception(0x037E, .midNum),
    Exception(0x0387, .midLetter),
    Exception(0x055B, 0x055C, .letter),
    Exception(0x055E, .letter),
    Exception(0x0589, .midNum),
    Exception(0x05D0, 0x05EA, .hebrewLetter),
    Exception(0x05EF, 0x05F2, .hebrewLetter),
    Exception(0x05F3, .letter),
    Exception(0x05F4, .midLetter),
    Exception(0x060C, 0x060D, .midNum),
    Exception(0x066B, .numeric),
    Exception(0x066C, .midNum),
    Exception(0x07F8, .midNum),
    Exception(0x0E01, 0x0E30, .southEastAsian),
    Exception(0x0E32, 0x0E33, .southEastAsian),
    Exception(0x0E40, 0x0E46, .southEastAsian),
    Exception(0x0E81, 0x0EB0, .southEastAsian),
    Exception(0x0EB2, 0x0EB3, .southEastAsian),
    Exception(0x0EBD, 0x0EC6, .southEastAsian),
    Exception(0x0EDC, 0x0EDF, .southEastAsian),
    Exception(0x1000, 0x102A, .southEastAsian),
    Exception(0x103F, .southEastAsian),
    Exception(0x1050, 0x1055, .southEastAsian),
    Exception(0x105A, 0x105D, .southEastAsian),
    Exception(0x1061, .southEastAsian),
    Exception(0x1065, 0x1066, .southEastAsian),
    Exception(0x106E, 0x1070, .southEastAsian),
    Exception(0x1075, 0x1081, .southEastAsian),
    Exception(0x108E, .southEastAsian),
    Exception(0x109E, 0x109F, .southEastAsian),
    Exception(0x1780, 0x17B3, .southEastAsian),
    Exception(0x17D7, .southEastAsian),
    Exception(0x17DC, .southEastAsian),
    Exception(0x1950, 0x19C9, .southEastAsian),
    Exception(0x19DA, .southEastAsian),
    Exception(0x19DE, 0x19DF, .southEastAsian),
    Exception(0x1A20, 0x1A54, .southEastAsian),
    Exception(0x1AA0, 0x1AAD, .southEastAsian),
    Exception(0x200B, .other),
    Exception(0x2018, 0x2019, .midNumLet),
    Exception(0x2024, .midNumLet),
    Exception(0x2027, .midLetter),
    Exception(0x202F, .extendNumLet),
    Exception(0x2044, .midNum),
    // Circled letters.
    Exception(0x24B6, 0x24E9, .letter),
    Exception(0x2E80, 0x2FD5, .ideograph),
    Exception(0x3006, .other),
    Exception(0x3007, .ideograph),
    Exception(0x3021, 0x3029, .ideograph),
    Exception(0x3031, 0x3035, .katakana),
    Exception(0x3038, 0x303A, .ideograph),
    Exception(0x3041, 0x3096, .hiragana),
    Exception(0x309B, 0x309C, .katakana),
    Exception(0x309D, 0x309F, .hiragana),
    Exception(0x30A0, 0x30FA, .katakana),
    Exception(0x30FC, 0x30FF, .katakana),
    Exception(0x31F0, 0x31FF, .katakana),
    Exception(0x32D0, 0x32FE, .katakana),
    Exception(0x3300, 0x3357, .katakana),
    Exception(0x3400, 0x4DBF, .ideograph),
    Exception(0x4E00, 0x9FFF, .ideograph),
    Exception(0xA720, 0xA721, .letter),
    Exception(0xA789, 0xA78A, .letter),
    Exception(0xA9E0, 0xA9E4, .southEastAsian),
    Exception(0xA9E6, 0xA9EF, .southEastAsian),
    Exception(0xA9FA, 0xA9FE, .southEastAsian),
    Exception(0xAA60, 0xAA7A, .southEastAsian),
    Exception(0xAA7E, 0xAAAF, .southEastAsian),
    Exception(0xAAB1, .southEastAsian),
    Exception(0xAAB5, 0xAAB6, .southEastAsian),
    Exception(0xAAB9, 0xAABD, .southEastAsian),
    Exception(0xAAC0, .southEastAsian),
    Exception(0xAAC2, .southEastAsian),
    Exception(0xAADB, 0xAADF, .southEastAsian),
    Exception(0xAB5B, .letter),
    Exception(0xF900, 0xFAD9, .ideograph),
    Exception(0xFB1D, .hebrewLetter),
    Exception(0xFB1F, 0xFB28, .hebrewLetter),
    Exception(0xFB2A, 0xFB4F, .hebrewLetter),
    Exception(0xFE10, .midNum),
    Exception(0xFE13, .midLetter),
    Exception(0xFE14, .midNum),
    Exception(0xFE50, .midNum),
    Exception(0xFE52, .midNumLet),
    Exception(0xFE54, .midNum),
    Exception(0xFE55, .midLetter),
    Exception(0xFF07, .midNumLet),
    Exception(0xFF0C, .midNum),
    Exception(0xFF0E, .midNumLet),
    Exception(0xFF1A, .midLetter),
    Exception(0xFF1B, .midNum),
    Exception(0xFF66, 0xFF9D, .katakana),
    Exception(0xFF9E, 0xFF9F, .extend),
    Exception(0x11700, 0x1171A, .southEastAsian),
    Exception(0x1173A, 0x1173B, .southEastAsian),
    Exception(0x1173F, 0x11746, .southEastAsian),
    // Tangut and (below) Nushu: ideographs of other scripts than Han.
    Exception(0x17000, 0x18AF2, .other),
    Exception(0x1B000, .katakana),
    Exception(0x1B001, 0x1B11E, .hiragana),
    Exception(0x1B150, 0x1B152, .hiragana),
    Exception(0x1B164, 0x1B167, .katakana),
    Exception(0x1B170, 0x1B2FB, .other),
    // Squared and negative letters.
    Exception(0x1F130, 0x1F149, .letter),
    Exception(0x1F150, 0x1F169, .letter),
    Exception(0x1F170, 0x1F189, .letter),
    Exception(0x1F200, .hiragana),
    Exception(0x1F3FB, 0x1F3FF, .extend),
    Exception(0x20000, 0x2FA1D, .ideograph),
  ]
}
