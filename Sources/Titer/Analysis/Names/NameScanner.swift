/// Parts a text into atoms, and says what stands between them.
///
/// An atom is a run of letters and digits; a Greek letter with the digits behind it; a number with its decimals, the commas of its
/// thousands left out; an ideograph. A spelled-out Greek letter is told from the capital or the digits behind it (kappaB, beta1).
struct NameScanner {
  private typealias Joiner = NameAtom.Joiner

  // The longest atom in bytes of the text; longer ones are cut.
  private static let longest = 200
  // The longest term, a few bytes short of what a table of terms takes: a few characters may stand for many.
  private static let longestFolded = 240
  private let text: [UInt8]
  private let characters: [NameCharacter]
  private var folding: Folding
  private var index = 0
  private var joiner = Joiner.other
  private var openBrackets = 0
  /// The atoms that were read.
  private(set) var atoms: [NameAtom] = []

  /// Reads the atoms of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; ill-formed bytes separate.
  ///   - isBehindSpace: whether another atom and a space are before it.
  /// - Complexity: O(bytes).
  init(_ text: Span<UInt8>, isBehindSpace: Bool = false) {
    self.text = text.indices.map { text[$0] }
    characters = NameCharacter.all(of: text)
    folding = Folding()
    joiner = isBehindSpace ? .space : .other
    while index < characters.count { step() }
  }

  /// Whether nothing stands behind the last atom.
  var endsInAtom: Bool { joiner == .none && !atoms.isEmpty }

  private func kind(at index: Int) -> NameCharacter.Kind {
    characters.indices.contains(index) ? characters[index].kind : .space
  }

  private func isNamed(at index: Int) -> Bool {
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

  /// Whether a capital letter of a chemical name stands on either side: N,N-dimethyl.
  private var joinsLocants: Bool {
    guard touchesAtom, atoms[atoms.count - 1].isCapitalLetter else { return false }
    let isCapital = kind(at: index + 1) == .letter && characters[index + 1].isCapital
    return isCapital && (kind(at: index + 2) == .minus || kind(at: index + 2) == .comma)
  }

  private mutating func readSpace() {
    openBrackets = 0
    separate(joiner == .none || joiner == .space ? .space : .other)
  }

  private mutating func separate(_ by: Joiner) {
    joiner = max(joiner, by)
    index += 1
  }

  /// Whether nothing but what joins stands between the last atom and this place.
  private var isAfterAtom: Bool { joiner.joins && !atoms.isEmpty }

  /// Whether the last atom ends here.
  private var touchesAtom: Bool {
    joiner == .none && atoms.last?.source.upperBound == characters[index].source.lowerBound
  }
}

// MARK: Words

extension NameScanner {
  private mutating func readIdeograph() {
    append(index..<index + 1)
    index += 1
  }

  private mutating func readWord() {
    let start = index
    let isNumber = kind(at: index) == .digit
    index += 1
    while index < characters.count, source(start..<index + 1).count <= Self.longest, continuesWord(start, isNumber) {
      index += 1
    }
    append(start..<index)
  }

  private func continuesWord(_ start: Int, _ beganAsNumber: Bool) -> Bool {
    switch kind(at: index) {
    case .letter, .digit, .lowDigit: return true
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

  private func source(_ range: Range<Int>) -> Range<Int> {
    characters[range.lowerBound].source.lowerBound..<characters[range.upperBound - 1].source.upperBound
  }

  /// Appends the atom of some characters; one that folds to nothing is none.
  private mutating func append(_ range: Range<Int>) {
    let source = source(range)
    var folded = folded(range)
    var shape: NameAtom.Shape = []
    for character in characters[range] {
      if character.isCapital, shape.contains(.letter) { shape.insert(.innerCapital) }
      shape.formUnion(Self.shape(character))
    }
    if isNumber(range) { folded = Self.number(folded) }
    if folded.count > Self.longestFolded {
      folded.removeSubrange(folded.span.characterStart(atOrBefore: Self.longestFolded)...)
    }
    guard !folded.isEmpty else {
      joiner = .other
      return
    }
    append(NameAtom(text: folded, writtenOut: writtenOut(range), source: source, shape: shape, joiner: joiner))
    if !splitNumber(range) { splitSpelledGreek(range) }
  }

  /// A number without the commas of thousands, and with a full stop before its decimals, where some journals have a middle dot.
  private static func number(_ folded: [UInt8]) -> [UInt8] {
    var number = folded.filter { $0 != UInt8(ascii: ",") && $0 != 0xC2 }
    for index in number.indices where number[index] == 0xB7 { number[index] = UInt8(ascii: ".") }
    return number
  }

  private mutating func folded(_ range: Range<Int>) -> [UInt8] {
    let text = text
    var folded: [UInt8] = []
    folding.fold(text.span.extracting(source(range)), into: &folded)
    return folded
  }

  private mutating func append(_ atom: NameAtom) {
    var atom = atom
    atom.isBracketed = openBrackets > 0 && atom.joiner.joins
    atoms.append(atom)
    joiner = .none
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

  /// Parts a number from the Greek letter's name or the unit behind it: 1alpha, 10mg.
  private mutating func splitNumber(_ range: Range<Int>) -> Bool {
    guard let word = atoms.last, word.text.count == word.source.count, word.text[0].isDigit else { return false }
    let number = word.text.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let rest = word.text.dropFirst(number.count)
    let greek = GreekLetter.spelled(rest)
    let isGreek = greek.map { $0.length == rest.count } ?? false
    guard isGreek || Self.units.contains(Array(rest)) else { return false }
    let middle = word.source.lowerBound + number.count
    atoms[atoms.count - 1].text = Array(number)
    atoms[atoms.count - 1].shape = .digit
    atoms[atoms.count - 1].source = word.source.lowerBound..<middle
    append(
      NameAtom(
        text: Array(rest), initial: isGreek ? greek?.initial ?? [] : [], source: middle..<word.source.upperBound,
        shape: isGreek ? [.greek, .small, .letter] : [.small, .letter], joiner: isGreek ? .none : .space))
    return true
  }

  /// Units that are written behind a number without a space.
  private static let units = Set(
    """
    mg kg ug ng pg ml dl ul mm cm nm um mmol umol nmol mmhg iu hz khz mhz min kda bp kb mb gy
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

  /// Makes of a word with a Greek letter's name what the letter itself would make: beta1 is one atom, kappaB and TNFalpha are two.
  private mutating func splitSpelledGreek(_ range: Range<Int>) {
    guard let word = atoms.last, word.text.count == word.source.count else { return }
    guard let greek = GreekLetter.spelled(word.text[...]) else { return splitCapitals(before: range, word) }
    let rest = word.text[greek.length...]
    let isFollowedByDigits = rest.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let isFollowedByCapital = rest.count == 1 && characters[range.upperBound - 1].isCapital && !word.isCapitals
    guard isFollowedByDigits || isFollowedByCapital else { return }
    atoms[atoms.count - 1].shape.insert(.greek)
    atoms[atoms.count - 1].initial = greek.initial + (isFollowedByDigits ? Array(rest) : [])
    guard isFollowedByCapital else { return }
    let middle = word.source.lowerBound + greek.length
    atoms[atoms.count - 1].text = Array(word.text[..<greek.length])
    atoms[atoms.count - 1].source = word.source.lowerBound..<middle
    let source = middle..<word.source.upperBound
    append(NameAtom(text: Array(rest), source: source, shape: [.letter, .capital], joiner: .none))
  }
}

extension NameScanner {
  /// Parts two capitals or more from a Greek letter's name in small letters and digits behind it.
  private mutating func splitCapitals(before range: Range<Int>, _ word: NameAtom) {
    let capitals = range.prefix { characters[$0].isCapital }.count
    let tail = word.text[capitals...]
    guard capitals >= 2, let greek = GreekLetter.spelled(tail) else { return }
    let digits = tail.dropFirst(greek.length)
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return }
    guard !characters[range.dropFirst(capitals)].contains(where: \.isCapital) else { return }
    let middle = word.source.lowerBound + capitals
    atoms[atoms.count - 1].text = Array(word.text[..<capitals])
    atoms[atoms.count - 1].shape = [.letter, .capital]
    atoms[atoms.count - 1].source = word.source.lowerBound..<middle
    append(
      NameAtom(
        text: Array(tail), initial: greek.initial + digits, source: middle..<word.source.upperBound,
        shape: digits.isEmpty ? [.greek, .small, .letter] : [.greek, .small, .letter, .digit], joiner: .none))
  }
}

// MARK: Greek

extension NameScanner {
  /// Reads Greek letters: each with the digits behind it an atom, but four and more in a row, or some with accents among them, a word.
  private mutating func readGreek() {
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

// MARK: What stands between

extension NameScanner {
  /// Reads digits in superscript: a power behind a number (10⁶), else part of the name before (Ca²).
  private mutating func readSuperscript() {
    if touchesAtom, atoms[atoms.count - 1].isNumber { joiner = .power }
    let start = index
    while kind(at: index) == .highDigit { index += 1 }
    append(start..<index)
  }

  private mutating func readSuperscriptMinus() {
    guard touchesAtom, kind(at: index + 1) == .highDigit, atoms[atoms.count - 1].isNumber else { return readMinus() }
    joiner = .negativePower
    index += 1
    let start = index
    while kind(at: index) == .highDigit { index += 1 }
    append(start..<index)
  }

  private mutating func readCaret() {
    let isNegative = kind(at: index + 1) == .minus
    let exponent = index + (isNegative ? 2 : 1)
    // A mutation: BRAF^V600E.
    if touchesAtom, canBeSigned, kind(at: index + 1) == .letter { return separate(.dash) }
    guard touchesAtom, atoms[atoms.count - 1].isNumber, kind(at: exponent) == .digit else { return separate(.other) }
    joiner = isNegative ? .negativePower : .power
    index = exponent
  }

  /// Reads a plus: a sign of the name that it touches, unless digits or small letters follow as in a sum.
  private mutating func readPlus() {
    let isSum = isNamed(at: index + 1) && !(kind(at: index + 1) == .letter && characters[index + 1].isCapital)
    guard touchesAtom, !isSum, canBeSigned else { return separate(.other) }
    atoms[atoms.count - 1].sign = .plus
    separate(.other)
  }

  /// Reads a dash: it joins, or behind the end of a name is a sign.
  private mutating func readMinus() {
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
  private mutating func readOpen() {
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

  private mutating func readClose() {
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
  private mutating func readApostrophe() {
    let isPossessive =
      touchesAtom && kind(at: index + 1) == .letter && characters[index + 1].scalar | 0x20 == 0x73
      && !isNamed(at: index + 2)
    if isPossessive { index += 1 }
    separate(isAfterAtom && !isPossessive ? .apostrophe : isPossessive ? joiner : .other)
  }
}
