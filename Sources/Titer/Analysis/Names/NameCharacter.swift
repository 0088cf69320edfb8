internal import CUTF8Proc

/// A character of a text as ``NameScanner`` sees it: what it does to the names around it.
struct NameCharacter {
  /// What it does.
  enum Kind: UInt8 {
    case letter
    /// A letter that has a Greek name of its own: α, Β, ς, ϕ, 𝛼 and the micro sign.
    case greek
    case digit
    case highDigit
    case lowDigit
    case plus
    case minus
    case highPlus
    case highMinus
    case slash
    case dot
    case comma
    case colon
    case star
    case caret
    case apostrophe
    case open
    case close
    /// Stands alone, as in Chinese.
    case ideograph
    case space
    case other
  }

  let kind: Kind
  /// Its number; of a Greek letter that of the plain small letter.
  let scalar: UInt32
  let isCapital: Bool
  /// Its bytes, those of marks that belong to it included.
  var source: Range<Int> {
    get { Int(start)..<Int(end) }
    set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
  }
  private var start: UInt32
  private var end: UInt32
}

extension NameCharacter {
  /// Appends the characters of a text to no others.
  ///
  /// - Complexity: O(bytes).
  static func append(_ text: Span<UInt8>, to characters: inout [NameCharacter]) {
    characters.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let decoded = text.scalar(at: place)
      let source = place..<place + decoded.length
      place = source.upperBound
      let isMark = decoded.value >= 0x80 && WordBreakTable.shared[scalar: decoded.value] == .extend
      if isMark, let last = characters.last, last.kind != .space {
        // A mark, or something invisible, belongs to what is before it.
        characters[characters.count - 1].source = last.source.lowerBound..<source.upperBound
      } else {
        characters.append(NameCharacter(decoded.value, source))
      }
    }
  }

  private init(_ scalar: UInt32, _ source: Range<Int>) {
    (start, end) = (UInt32(source.lowerBound), UInt32(source.upperBound))
    if scalar < 0x80 {
      self.scalar = scalar
      kind = Self.ascii[Int(scalar)]
      isCapital = scalar &- 0x41 < 26
      return
    }
    let category = utf8proc_category(Int32(scalar))
    isCapital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT
    if let letter = GreekLetter.plain(scalar) {
      self.scalar = letter
      kind = .greek
    } else {
      self.scalar = scalar
      kind = Self.kind(scalar)
    }
  }

  private static let ascii: [Kind] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"), UInt8(ascii: "_"): .minus
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "^"): .caret
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
    default: .other
    }
  }

  private static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: .highDigit
    case 0x2080...0x2089: .lowDigit
    case 0x207A: .highPlus
    case 0x207B: .highMinus
    case 0xFF0B: .plus
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .minus
    case 0x2044, 0x2215, 0xFF0F: .slash
    case 0x2217, 0xFF0A: .star
    case 0xB7: .dot
    case 0xB4, 0x2018, 0x2019, 0x02BC, 0x2032, 0xFF07: .apostrophe
    case let scalar where isWideSpace(scalar): .space
    default: kind(WordBreakTable.shared[scalar: scalar])
    }
  }

  /// Whether a character beyond ASCII is white space.
  static func isWideSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func kind(_ wordBreak: WordBreak) -> Kind {
    switch wordBreak {
    case .letter, .hebrewLetter, .katakana, .southEastAsian: .letter
    case .numeric: .digit
    case .ideograph, .hiragana: .ideograph
    default: .other
    }
  }
}
