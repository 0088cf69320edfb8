// Greek letters.

extension NameScanner {
  /// Reads Greek letters: each with the digits behind it an atom, but four and more in a row, or some with accents among them, a word.
  mutating func readGreek() {
    var end = index
    while kind(at: end) == .greek { end += 1 }
    let isMicro = end == index + 1 && characters[index].scalar == 0x3BC && kind(at: end) == .letter
    if isMicro, isUnit(from: end) { return readMicro() }
    if end - index >= 4 || isGreekWord(end) { return readGreekWord() }
    while index < end {
      var last = index + 1
      if last == end { while kind(at: last) == .digit || kind(at: last) == .lowDigit { last += 1 } }
      appendGreek(index..<last)
      index = last
    }
  }

  /// Whether another letter of the Greek alphabet, one that no name has, follows.
  private func isGreekWord(_ end: Int) -> Bool {
    kind(at: end) == .letter && 0x370..<0x400 ~= characters[end].scalar
  }

  private mutating func readGreekWord() {
    let start = index
    while kind(at: index) == .greek || isGreekWord(index) { index += 1 }
    append(start..<index)
  }

  private mutating func appendGreek(_ range: Range<Int>) {
    let letter = characters[range.lowerBound]
    let digits = range.count > 1 ? folded(range.lowerBound + 1..<range.upperBound) : []
    append(
      NameAtom(
        text: GreekLetter.name(letter.scalar) + digits, initial: GreekLetter.initial(letter.scalar) + digits,
        source: source(range), shape: digits.isEmpty ? .greek : [.greek, .digit], joiner: joiner))
  }

  /// Whether a unit of measure stands here: µg, µl, µM, µmol, µm.
  private func isUnit(from start: Int) -> Bool {
    var end = start
    while kind(at: end) == .letter { end += 1 }
    let unit = text[source(start..<end)].map { $0 | 0x20 }
    return unit.count == 1
      ? [UInt8](arrayLiteral: 0x67, 0x6C, 0x6D, 0x73, 0x76, 0x61).contains(unit[0])
      : unit == Array("mol".utf8)
  }

  /// Reads a micro sign and its unit: as u.
  private mutating func readMicro() {
    let start = index
    index += 1
    while kind(at: index) == .letter { index += 1 }
    append(
      NameAtom(
        text: [UInt8(ascii: "u")] + folded(start + 1..<index), source: source(start..<index), shape: [.letter, .small],
        joiner: joiner))
  }
}
