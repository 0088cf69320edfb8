/// A part of a name, or a word: what takes a position.
struct NameAtom {
  /// What its letters and digits are.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let letter = Shape(rawValue: 1)
    static let digit = Shape(rawValue: 2)
    /// A Greek letter, spelled out or not.
    static let greek = Shape(rawValue: 4)
    static let capital = Shape(rawValue: 8)
    static let small = Shape(rawValue: 16)
    /// A capital behind another letter: IgG.
    static let innerCapital = Shape(rawValue: 32)
  }

  /// What stands between an atom and the one before; the stronger of two comes later.
  enum Joiner: UInt8, Comparable {
    case none
    case apostrophe
    case comma
    case colon
    case star
    case power
    case negativePower
    case bracket
    case dash
    case slash
    case space
    case other

    static func < (left: Joiner, right: Joiner) -> Bool { left.rawValue < right.rawValue }

    /// Whether the two are parts of one compound.
    var joins: Bool { self <= .dash }

    var isPower: Bool { self == .power || self == .negativePower }
  }

  /// What a sign behind it says: `CD19+`, `CD19 positive`.
  enum Sign: UInt8 {
    case plus = 0x2B
    case minus = 0x2D
  }

  /// Its folded text.
  var text: [UInt8]
  /// With a Latin letter in place of a Greek one; empty where it has none.
  var initial: [UInt8] = []
  /// Where ä, ö, ü, ø and å are written out; empty where it has none.
  var writtenOut: [UInt8] = []
  var source: Range<Int>
  var shape: Shape
  var joiner: Joiner
  var sign: Sign?
  /// Whether it stands in brackets within a compound: the L of PD-(L)1.
  var isBracketed = false

  /// Its text with a Latin letter in place of a Greek one.
  var latin: [UInt8] { initial.isEmpty ? text : initial }

  var hasDigit: Bool { shape.contains(.digit) }
  var hasLetter: Bool { shape.contains(.letter) || shape.contains(.greek) }
  var isGreek: Bool { shape.contains(.greek) }
  var isNumber: Bool { hasDigit && !hasLetter }
  /// Whether its letters are all capitals.
  var isCapitals: Bool { shape.contains(.capital) && !shape.contains(.small) }
  /// Whether its capitals are those of a name, and not of the beginning of a sentence.
  var hasNameCapitals: Bool { isCapitals && text.count > 1 || shape.contains(.innerCapital) && !hasDigit }
  /// Whether it is a few digits with a letter or two: 2D6.
  var isShortMixed: Bool { hasDigit && hasLetter && text.count <= 4 }
  /// Whether it is a Roman numeral of two capitals or more.
  var isRomanNumeral: Bool { isCapitals && !hasDigit && text.count > 1 && RomanNumeral.isNumeral(text) }
  /// Whether it is a change of a protein: V600E.
  var isMutation: Bool {
    guard isCapitals, 3...6 ~= text.count, let first = text.first, let last = text.last else { return false }
    return !first.isDigit && !last.isDigit && text.dropFirst().dropLast().allSatisfy(\.isDigit)
  }
  /// Whether it is two capital letters.
  var isTwoCapitals: Bool { isCapitals && !hasDigit && text.count == 2 }
  /// Whether it is a single capital letter.
  var isCapitalLetter: Bool { isCapitals && text.count == 1 }
}
