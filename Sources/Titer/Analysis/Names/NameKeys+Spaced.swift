// Names with a space between their parts.

extension NameKeys {
  /// Adds names whose last part stands behind a space: IL 6, IgG 4, CYP 2D6, TGF-beta 1, CAR T, T cell.
  mutating func addSpaced(_ range: ClosedRange<Int>) {
    let next = range.upperBound + 1
    guard !isShouting, next < atoms.count, atoms[next].joiner == .space, range.count <= 3 else { return }
    for start in range {
      let name = start...range.upperBound
      if isSpaced(name, atoms[next]) {
        add(start...next, .spaced, ranks: true)
      } else if isLoose(name, atoms[next]) {
        add(start...next, .spaced, ranks: false)
      }
    }
  }

  /// Whether a name and its last part are often no name, so that they don't rank: Th 17 but also Day 17, CD45 RO but also CD45 NK.
  private func isLoose(_ range: ClosedRange<Int>, _ next: NameAtom) -> Bool {
    let (first, last) = (atoms[range.lowerBound], atoms[range.upperBound])
    if next.isTwoCapitals { return last.hasDigit && atoms[range].contains { $0.shape.contains(.capital) } }
    let isWord = first.shape == [.letter, .capital, .small] && 2...5 ~= first.text.count
    return isWord && range.count == 1 && !StopWords.contains(first.text) && next.isNumber && next.text.count <= 2
  }

  private func isSpaced(_ range: ClosedRange<Int>, _ next: NameAtom) -> Bool {
    let (first, last) = (atoms[range.lowerBound], atoms[range.upperBound])
    let isShortNumber = next.isNumber && next.text.count <= 3 && !next.text.contains(UInt8(ascii: "."))
    if last.isCapitalLetter, range.count == 1 {
      if isShortNumber { return true }
      return !"ai".utf8.contains(last.text[0]) && next.shape == [.letter, .small] && next.text.count >= 4
    }
    if last.isGreek, !last.hasDigit, isShortNumber { return true }
    // Hb A1c, but not In 12.
    if range.count == 1, first.shape.contains(.capital), !first.hasDigit, first.text.count <= 4, next.isShortMixed {
      return true
    }
    let isName = first.hasNameCapitals || range.count > 1 && atoms[range].contains(where: \.isGreek)
    return isName && !last.isNumber
      && (isShortNumber || next.isShortMixed || next.isGreek || next.isCapitalLetter || next.isRomanNumeral
        || next.isMutation)
  }
}
