/// Numerals behind the words that are counted by them: type II diabetes is type 2 diabetes, and a phase I/II trial is one of phase 2 too.
struct CountedNumerals {
  /// A word that numerals count.
  enum Word: UInt8, CaseIterable {
    case type = 1
    case phase
    case grade
    case stage
    case `class`
    case level
    case factor
    case complex
    case category
    case angiotensin
    case antithrombin
    case topoisomerase
    case nerve
    case bipolar

    fileprivate var singular: String { String(describing: self) }

    fileprivate var plural: String {
      switch self {
      case .class, .complex: singular + "es"
      case .category: "categories"
      default: singular + "s"
      }
    }
  }

  /// What stands before a numeral.
  enum Place: UInt8 {
    case behindWord
    case behindNumeral
    /// Behind a numeral and then *and*, *or*, *to* or *through*.
    case behindLink
  }

  /// Which numerals may follow.
  struct Expectation: Hashable {
    /// The word that they count; `nil` where none may follow.
    var word: Word?
    var place = Place.behindWord

    static let none = Expectation(word: nil)

    var isNone: Bool { word == nil }
  }

  /// What an atom is that is a numeral.
  struct Numeral {
    /// Its number and what letter it has: 3a for IIIA.
    var arabic: [UInt8]
    /// The name that it makes with a word which stands further ahead: phase2 at the second numeral of phase I/II.
    var name: [UInt8]?
  }

  private static let words = WordMap(
    Word.allCases.flatMap { word in [word.singular, word.plural].map { (Array($0.utf8), word) } })
  private static let links = WordMap(listed: "and or to through")

  /// What may follow.
  private(set) var expected: Expectation

  /// Reads on where `expected` may follow.
  init(_ expected: Expectation) {
    self.expected = expected
  }

  /// What the next atom is as a numeral; `nil` for another.
  mutating func read(_ atom: NameAtom) -> Numeral? {
    if let word = Self.words[atom.text] {
      expected = Expectation(word: word)
      return nil
    }
    guard let word = expected.word, atom.joiner != .other else {
      expected = .none
      return nil
    }
    let place = expected.place
    if Self.links.contains(atom.text), place != .behindWord {
      expected.place = .behindLink
      return nil
    }
    let isLater = place == .behindLink || place == .behindNumeral && atom.joiner != .space
    guard place == .behindWord || isLater, let arabic = Self.arabic(atom) else {
      expected = .none
      return nil
    }
    expected.place = .behindNumeral
    return Numeral(arabic: arabic, name: isLater ? Array(word.singular.utf8) + arabic : nil)
  }

  /// The number of a numeral up to 20, or of one or two digits, with what letter it has.
  private static func arabic(_ atom: NameAtom) -> [UInt8]? {
    let text = atom.text
    let digits = text.prefix(while: \.isDigit)
    if !digits.isEmpty {
      let isLettered = text.count == digits.count + 1 && atom.hasLetter
      return digits.count <= 2 && (text.count == digits.count || isLettered) ? text : nil
    }
    return RomanNumeral.arabic(text)
  }
}

extension CountedNumerals.Expectation {
  /// What a number of 6 bits stands for.
  init(rawValue: UInt8) {
    self.init(
      word: CountedNumerals.Word(rawValue: rawValue >> 2),
      place: CountedNumerals.Place(rawValue: rawValue & 3) ?? .behindWord)
  }

  var rawValue: UInt8 { word.map { $0.rawValue << 2 | place.rawValue } ?? 0 }
}
