/// Parts a text into atoms, and says what stands between them.
///
/// An atom is a run of letters and digits; a Greek letter with the digits behind it; a number with its decimals, the commas of its
/// thousands left out; an ideograph. A spelled-out Greek letter is told from the capital or the digits behind it (kappaB, beta1).
struct NameScanner {
  typealias Joiner = NameAtom.Joiner

  // The longest atom in bytes of the text; longer ones are cut.
  static let longest = 200
  // The longest term, a few bytes short of what a table of terms takes: a few characters may stand for many.
  static let longestFolded = 240
  // The characters whose memory is kept for the next text.
  private static let mostKept = 1 << 16
  private(set) var text: [UInt8] = []
  private(set) var characters: [NameCharacter] = []
  var folding = Folding()
  var index = 0
  var joiner = Joiner.other
  var openBrackets = 0
  /// The atoms that were read.
  var atoms: [NameAtom] = []

  /// Reads the atoms of a text, forgetting those of the one before.
  ///
  /// - Parameters:
  ///   - text: UTF-8; ill-formed bytes separate.
  ///   - isBehindSpace: whether another atom and a space are before it.
  /// - Complexity: O(bytes).
  mutating func read(_ text: Span<UInt8>, isBehindSpace: Bool) {
    let keepsMemory = characters.capacity <= Self.mostKept
    self.text.removeAll(keepingCapacity: keepsMemory)
    characters.removeAll(keepingCapacity: keepsMemory)
    atoms.removeAll(keepingCapacity: keepsMemory)
    for index in text.indices { self.text.append(text[index]) }
    NameCharacter.append(text, to: &characters)
    index = 0
    openBrackets = 0
    joiner = isBehindSpace ? .space : .other
    while index < characters.count { step() }
  }

  /// Whether nothing stands behind the last atom.
  var endsInAtom: Bool { joiner == .none && !atoms.isEmpty }

  func kind(at index: Int) -> NameCharacter.Kind {
    characters.indices.contains(index) ? characters[index].kind : .space
  }

  func isNamed(at index: Int) -> Bool {
    switch kind(at: index) {
    case .letter, .greek, .digit, .lowDigit: true
    default: false
    }
  }

  /// Reads an atom, or what stands between two.
  private mutating func step() {
    switch kind(at: index) {
    case .letter, .digit, .lowDigit: readWord()
    case .greek: readGreek()
    case .ideograph: readIdeograph()
    case .highDigit: readSuperscript()
    case .highMinus: readSuperscriptMinus()
    case .caret: readCaret()
    case .plus, .highPlus: readPlus()
    case .minus: readMinus()
    case .open: readOpen()
    case .close: readClose()
    case .apostrophe: readApostrophe()
    case .comma: separate(joinsNumbers || joinsLocants ? .comma : .other)
    case .colon: separate(joinsNumbers ? .colon : .other)
    case .star: separate(isNamed(at: index - 1) && isNamed(at: index + 1) ? .star : .other)
    case .slash: separate(isAfterAtom ? .slash : .other)
    case .space: readSpace()
    case .dot, .other: separate(.other)
    }
  }

  /// Whether a digit stands on either side.
  private var joinsNumbers: Bool { kind(at: index - 1) == .digit && kind(at: index + 1) == .digit }

  /// Whether capital letters of a chemical name stand on either side, a few with commas and a dash behind the last: N,N-dimethyl.
  private var joinsLocants: Bool {
    guard touchesAtom, atoms[atoms.count - 1].isCapitalLetter else { return false }
    for comma in stride(from: index, to: index + 8, by: 2) {
      guard kind(at: comma) == .comma, kind(at: comma + 1) == .letter, characters[comma + 1].isCapital else {
        return false
      }
      if kind(at: comma + 2) == .minus { return true }
    }
    return false
  }

  private mutating func readSpace() {
    openBrackets = 0
    separate(joiner == .none || joiner == .space ? .space : .other)
  }

  mutating func separate(_ by: Joiner) {
    joiner = max(joiner, by)
    index += 1
  }

  /// Whether nothing but what joins stands between the last atom and this place.
  var isAfterAtom: Bool { joiner.joins && !atoms.isEmpty }

  /// Whether the last atom ends here.
  var touchesAtom: Bool {
    joiner == .none && atoms.last?.source.upperBound == characters[index].source.lowerBound
  }
}
