// Signs, brackets and what else stands between atoms.

extension NameScanner {
  /// Reads digits in superscript: a power behind a number (10⁶), else part of the name before (Ca²).
  mutating func readSuperscript() {
    if touchesAtom, atoms[atoms.count - 1].isNumber { joiner = .power }
    let start = index
    while kind(at: index) == .highDigit { index += 1 }
    append(start..<index)
  }

  mutating func readSuperscriptMinus() {
    guard touchesAtom, kind(at: index + 1) == .highDigit, atoms[atoms.count - 1].isNumber else { return readMinus() }
    joiner = .negativePower
    index += 1
    let start = index
    while kind(at: index) == .highDigit { index += 1 }
    append(start..<index)
  }

  mutating func readCaret() {
    let isNegative = kind(at: index + 1) == .minus
    let exponent = index + (isNegative ? 2 : 1)
    // A mutation: BRAF^V600E.
    if touchesAtom, canBeSigned, kind(at: index + 1) == .letter { return separate(.dash) }
    guard touchesAtom, atoms[atoms.count - 1].isNumber, kind(at: exponent) == .digit else { return separate(.other) }
    joiner = isNegative ? .negativePower : .power
    index = exponent
  }

  /// Reads a plus: a sign of the name that it touches, unless digits or small letters follow as in a sum.
  mutating func readPlus() {
    let isSum = isNamed(at: index + 1) && !(kind(at: index + 1) == .letter && characters[index + 1].isCapital)
    guard touchesAtom, !isSum, canBeSigned else { return separate(.other) }
    atoms[atoms.count - 1].sign = .plus
    separate(.other)
  }

  /// Reads a dash: it joins, or behind the end of a name is a sign.
  mutating func readMinus() {
    if touchesAtom, canBeSigned, isEnd(at: index + 1) || isBeforeSigned {
      atoms[atoms.count - 1].sign = .minus
      return separate(.other)
    }
    separate(isAfterAtom ? .dash : .other)
  }

  /// Whether a name with a sign follows, so that the dash is a sign too: CD4-CD25+, CD3-/CD56+.
  private var isBeforeSigned: Bool {
    guard atoms[atoms.count - 1].hasDigit else { return false }
    var end = index + 1
    if kind(at: end) == .slash { end += 1 }
    let start = end
    while kind(at: end) == .letter || kind(at: end) == .digit { end += 1 }
    guard end > start, characters[start].isCapital else { return false }
    switch kind(at: end) {
    case .plus, .highPlus, .highMinus: return true
    case .minus: return isEnd(at: end + 1)
    case .open: return kind(at: end + 2) == .close && sign(at: end + 1) != nil
    default: return false
    }
  }

  private func isEnd(at index: Int) -> Bool {
    switch kind(at: index) {
    case .space, .close, .comma, .dot, .colon, .other: true
    default: false
    }
  }

  /// Whether the last atom is a name that cells and ions are signed by: CD19+, Ca2+, K+.
  private var canBeSigned: Bool {
    guard let last = atoms.last else { return false }
    return last.hasLetter && (last.hasDigit || last.shape.contains(.capital))
  }

  /// Reads an opening bracket: part of a compound where it touches a name and something is in it, or a sign.
  mutating func readOpen() {
    if touchesAtom, canBeSigned, kind(at: index + 2) == .close, let sign = sign(at: index + 1) {
      atoms[atoms.count - 1].sign = sign
      index += 2
      return separate(.other)
    }
    let joins = isAfterAtom && isNamed(at: index + 1)
    openBrackets = joins ? openBrackets + 1 : 0
    separate(joins ? .bracket : .other)
  }

  private func sign(at index: Int) -> NameAtom.Sign? {
    switch kind(at: index) {
    case .plus, .highPlus: .plus
    case .minus, .highMinus: .minus
    default: nil
    }
  }

  mutating func readClose() {
    let joins = isAfterAtom && (openBrackets > 0 || kind(at: index + 1) == .minus || isBehindIsotope)
    openBrackets = max(0, openBrackets - 1)
    separate(joins ? .bracket : .other)
  }

  /// Whether the number of an isotope is in the brackets, and its element behind: (18)F, (99m)Tc.
  private var isBehindIsotope: Bool {
    guard touchesAtom, let last = atoms.last, last.text.count <= 4, last.text[0].isDigit else { return false }
    let open = index - last.text.count - 1
    guard kind(at: open) == .open, kind(at: index + 1) == .letter, characters[index + 1].isCapital else { return false }
    var end = index + 2
    while kind(at: end) == .letter, !characters[end].isCapital { end += 1 }
    return end <= index + 3 && !isNamed(at: end)
  }

  /// Reads an apostrophe: a possessive s behind it is left out.
  mutating func readApostrophe() {
    let isPossessive =
      touchesAtom && kind(at: index + 1) == .letter && characters[index + 1].scalar | 0x20 == 0x73
      && !isNamed(at: index + 2)
    if isPossessive { index += 1 }
    separate(isAfterAtom && !isPossessive ? .apostrophe : isPossessive ? joiner : .other)
  }
}
