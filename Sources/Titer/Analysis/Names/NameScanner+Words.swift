// Words and numbers.

extension NameScanner {
  mutating func readIdeograph() {
    append(index..<index + 1)
    index += 1
  }

  mutating func readWord() {
    let start = index
    index += 1
    let limit = characters[start].source.lowerBound + Self.longest
    while index < characters.count, characters[index].source.upperBound <= limit {
      let isPlain = characters[index].kind == .letter || characters[index].kind == .digit
      guard isPlain || continuesWord(start) else { break }
      index += 1
    }
    append(start..<index)
  }

  /// Whether a character that is no plain letter or digit goes on with the word from `start`.
  private func continuesWord(_ start: Int) -> Bool {
    switch kind(at: index) {
    case .lowDigit: return true
    case .highDigit: return kind(at: index - 1) == .letter || kind(at: index - 1) == .highDigit
    case .dot:
      return kind(at: index - 1) == .digit && kind(at: index + 1) == .digit && isNumber(start..<index)
    case .comma: return isNumber(start..<index) && separatesThousands(start)
    default: return false
    }
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    range.allSatisfy { kind(at: $0) == .digit || kind(at: $0) == .dot || kind(at: $0) == .comma }
  }

  /// Whether the comma here parts one to three digits, or threes of them, from just three more.
  private func separatesThousands(_ start: Int) -> Bool {
    let before = (start..<index).reversed().prefix { kind(at: $0) == .digit }.count
    let isFirst = before == index - start
    guard isFirst ? 1...3 ~= before : before == 3 else { return false }
    return (1...3).allSatisfy { kind(at: index + $0) == .digit } && !isNamed(at: index + 4)
  }

  func source(_ range: Range<Int>) -> Range<Int> {
    characters[range.lowerBound].source.lowerBound..<characters[range.upperBound - 1].source.upperBound
  }

  /// Appends the atom of some characters; one that folds to nothing is none.
  mutating func append(_ range: Range<Int>) {
    let source = source(range)
    var folded = folded(range)
    var shape: NameAtom.Shape = []
    for character in characters[range] {
      if character.isCapital, shape.contains(.letter) { shape.insert(.innerCapital) }
      shape.formUnion(Self.shape(character))
    }
    if isNumber(range) { folded = Self.number(folded) }
    guard !folded.isEmpty else {
      joiner = .other
      return
    }
    append(NameAtom(text: folded, writtenOut: writtenOut(range), source: source, shape: shape, joiner: joiner))
    if !splitNumber(range) { splitSpelledGreek(range) }
  }

  /// A number without the commas of thousands, and with a full stop before its decimals, where some journals have a middle dot.
  private static func number(_ folded: [UInt8]) -> [UInt8] {
    var number: [UInt8] = []
    for (index, byte) in folded.enumerated() where byte != UInt8(ascii: ",") {
      // The middle dot is C2 B7.
      let isDot = byte == 0xB7 && index > 0 && folded[index - 1] == 0xC2
      if isDot { number[number.count - 1] = UInt8(ascii: ".") } else { number.append(byte) }
    }
    return number
  }

  mutating func folded(_ range: Range<Int>) -> [UInt8] {
    let text = text
    let source = source(range)
    var folded: [UInt8] = []
    folded.reserveCapacity(source.count)
    folding.fold(text.span.extracting(source), into: &folded)
    return folded
  }

  mutating func append(_ atom: NameAtom) {
    var atom = atom
    Self.cut(&atom.text)
    Self.cut(&atom.initial)
    atom.isBracketed = openBrackets > 0 && atom.joiner.joins
    atoms.append(atom)
    joiner = .none
  }

  /// Cuts a folded text to the longest.
  private static func cut(_ folded: inout [UInt8]) {
    guard folded.count > longestFolded else { return }
    folded.removeSubrange(folded.span.characterStart(atOrBefore: longestFolded)...)
  }

  private static func shape(_ character: NameCharacter) -> NameAtom.Shape {
    switch character.kind {
    case .digit, .lowDigit, .highDigit: .digit
    case .letter, .greek: character.isCapital ? [.letter, .capital] : [.letter, .small]
    case .ideograph: .letter
    default: []
    }
  }

  /// The folded text with ä, ö, ü, ø and å written ae, oe, ue, oe and aa; empty where there are none.
  private mutating func writtenOut(_ range: Range<Int>) -> [UInt8] {
    guard characters[range].contains(where: { Self.second($0) != nil }) else { return [] }
    var written: [UInt8] = []
    for index in range {
      written += folded(index..<index + 1)
      if let second = Self.second(characters[index]) { written.append(second) }
    }
    return written.count <= Self.longestFolded ? written : []
  }

  /// The second letter of a letter that is written out as two.
  private static func second(_ character: NameCharacter) -> UInt8? {
    switch character.scalar {
    case 0xE4, 0xF6, 0xFC, 0xF8, 0xC4, 0xD6, 0xDC, 0xD8: UInt8(ascii: "e")
    case 0xE5, 0xC5: UInt8(ascii: "a")
    default: nil
    }
  }
}
