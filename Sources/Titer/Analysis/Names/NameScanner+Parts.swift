// Words that are two atoms.

extension NameScanner {
  /// Parts a number from the Greek letter's name or the unit behind it: 1alpha, 10mg.
  mutating func splitNumber(_ range: Range<Int>) -> Bool {
    guard let word = atoms.last, word.text.count == word.source.count, word.text[0].isDigit else { return false }
    let number = word.text.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let rest = word.text.dropFirst(number.count)
    let greek = GreekLetter.spelled(rest)
    let isGreek = greek.map { $0.length == rest.count } ?? false
    guard isGreek || Self.units.contains(Array(rest)) else { return false }
    let source = cut(word, behind: number, .digit)
    let letter = NameAtom(
      text: Array(rest), initial: greek?.initial ?? [], source: source, shape: [.greek, .small, .letter], joiner: .none)
    let unit = NameAtom(text: Array(rest), source: source, shape: [.small, .letter], joiner: .space)
    append(isGreek ? letter : unit)
    return true
  }

  /// Units that are written behind a number without a space.
  private static let units = WordMap(
    listed: "mg kg ug ng pg ml dl ul mm cm nm um mmol umol nmol mmhg iu hz khz mhz min kda bp kb mb gy")

  /// Makes of a word with a Greek letter's name what the letter itself would make: beta1 is one atom, kappaB and TNFalpha are two.
  mutating func splitSpelledGreek(_ range: Range<Int>) {
    guard let word = atoms.last, word.text.count == word.source.count else { return }
    guard let greek = GreekLetter.spelled(word.text[...]) else { return splitCapitals(before: range, word) }
    let rest = word.text[greek.length...]
    let isFollowedByDigits = rest.allSatisfy(\.isDigit)
    let isFollowedByCapital = rest.count == 1 && characters[range.upperBound - 1].isCapital && !word.isCapitals
    guard isFollowedByDigits || isFollowedByCapital else { return }
    atoms[atoms.count - 1].shape.insert(.greek)
    atoms[atoms.count - 1].initial = greek.initial + (isFollowedByDigits ? Array(rest) : [])
    guard isFollowedByCapital else { return }
    let source = cut(word, behind: word.text[..<greek.length], atoms[atoms.count - 1].shape)
    append(NameAtom(text: Array(rest), source: source, shape: [.letter, .capital], joiner: .none))
  }

  /// Parts two capitals or more from a Greek letter's name in small letters and digits behind it.
  private mutating func splitCapitals(before range: Range<Int>, _ word: NameAtom) {
    let capitals = range.prefix { characters[$0].isCapital }.count
    let tail = word.text[capitals...]
    guard capitals >= 2, let greek = GreekLetter.spelled(tail) else { return }
    let digits = tail.dropFirst(greek.length)
    guard digits.allSatisfy(\.isDigit) else { return }
    guard !characters[range.dropFirst(capitals)].contains(where: \.isCapital) else { return }
    let source = cut(word, behind: word.text[..<capitals], [.letter, .capital])
    append(
      NameAtom(
        text: Array(tail), initial: greek.initial + digits, source: source,
        shape: digits.isEmpty ? [.greek, .small, .letter] : [.greek, .small, .letter, .digit], joiner: .none))
  }

  /// Leaves of the last atom, a word of ASCII, its first part; returns where the rest is.
  private mutating func cut(_ word: NameAtom, behind text: ArraySlice<UInt8>, _ shape: NameAtom.Shape) -> Range<Int> {
    let middle = word.source.lowerBound + text.count
    let last = atoms.count - 1
    (atoms[last].text, atoms[last].shape) = (Array(text), shape)
    atoms[last].source = word.source.lowerBound..<middle
    return middle..<word.source.upperBound
  }
}
