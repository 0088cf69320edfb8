/// The Greek letters by which names are told apart: α in TNF-α, κ in NF-κB.
enum GreekLetter {
  /// By the numbers from U+03B1 (α) to U+03C9 (ω): its name, and the Latin letter that gene symbols have for it.
  ///
  /// The Latin letters are those of the HUGO Gene Nomenclature Committee's guidelines (interferon ω is IFNW1, protein 14-3-3 θ YWHAQ).
  private static let letters: [(name: String, initial: String)] = [
    ("alpha", "a"), ("beta", "b"), ("gamma", "g"), ("delta", "d"), ("epsilon", "e"), ("zeta", "z"), ("eta", "h"),
    ("theta", "q"), ("iota", "i"), ("kappa", "k"), ("lambda", "l"), ("mu", "m"), ("nu", "n"), ("xi", "x"),
    ("omicron", "o"), ("pi", "p"), ("rho", "r"), ("sigma", "s"), ("sigma", "s"), ("tau", "t"), ("upsilon", "u"),
    ("phi", "f"), ("chi", "c"), ("psi", "y"), ("omega", "w"),
  ]

  /// The plain small letter of a form of a Greek letter without accents; `nil` for any other character.
  static func plain(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3B1...0x3C9: scalar
    case 0x391...0x3A1, 0x3A3...0x3A9: scalar + 0x20
    case 0xB5: 0x3BC
    case 0x3D0: 0x3B2
    case 0x3D1: 0x3B8
    case 0x3D5: 0x3C6
    case 0x3D6: 0x3C0
    case 0x3F0: 0x3BA
    case 0x3F1: 0x3C1
    case 0x3F5: 0x3B5
    // Mathematical italics: five styles of 58 letters each, capitals first.
    case 0x1D6A8...0x1D7C9: mathematical((scalar - 0x1D6A8) % 58)
    default: nil
    }
  }

  private static func mathematical(_ place: UInt32) -> UInt32? {
    switch place {
    case 0..<25: 0x3B1 + place
    case 26..<51: 0x3B1 + place - 26
    default: nil
    }
  }

  /// The name of a plain small letter.
  static func name(_ scalar: UInt32) -> [UInt8] { names[Int(scalar - 0x3B1)] }

  /// Its Latin letter.
  static func initial(_ scalar: UInt32) -> [UInt8] { initials[Int(scalar - 0x3B1)] }

  private static let names = letters.map { Array($0.name.utf8) }
  private static let initials = letters.map { Array($0.initial.utf8) }

  /// The name that begins a word, and the Latin letter for it; `nil` where there is none.
  static func spelled(_ word: ArraySlice<UInt8>) -> (length: Int, initial: [UInt8])? {
    var bytes: UInt64 = 0
    for index in word.indices.prefix(8) { bytes |= UInt64(word[index]) << UInt64(8 * (index - word.startIndex)) }
    guard let spelled = spellings.first(where: { bytes & $0.mask == $0.bytes }) else { return nil }
    return (spelled.length, initials[spelled.letter])
  }

  /// A name of three letters and more, the first one in the lowest byte.
  private struct Spelled {
    let bytes: UInt64
    /// The bits of its letters.
    let mask: UInt64
    let length: Int
    /// The letter's number.
    let letter: Int
  }

  private static let spellings = names.indices.filter { names[$0].count > 2 }.map { letter in
    let name = names[letter]
    return Spelled(
      bytes: name.reversed().reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * name.count),
      length: name.count, letter: letter)
  }
}
