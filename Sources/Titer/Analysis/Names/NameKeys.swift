/// Finds the keys of a text's names.
struct NameKeys {
  /// A key, and where it begins.
  struct Found {
    var key: NameKey
    /// Its first atom.
    var start: Int
    /// Its last.
    var end: Int
    var rule: Token.Rule
    /// Whether it ranks too.
    var isRanked: Bool
  }

  /// Compounds of up to so many atoms have a key for each part of them, longer ones for pairs, beginnings and ends.
  private static let fewAtoms = 4
  // Parts of names that slashes join; more are no names.
  private static let mostCoordinated = 16
  // Longer ones are no names.
  private static let longest = 64
  private let atoms: [NameAtom]
  private let isShouting: Bool
  private var found: [Found] = []

  /// The keys of atoms, in order of their starts; of a text in which `isShouting` says that capitals say nothing.
  ///
  /// - Complexity: O(atoms).
  static func keys(of atoms: [NameAtom], isShouting: Bool) -> [Found] {
    var keys = NameKeys(atoms, isShouting)
    var start = 0
    while start < atoms.count {
      var end = start
      while end + 1 < atoms.count, atoms[end + 1].joiner.joins { end += 1 }
      keys.addCompound(start...end)
      keys.addCoordination(start...end)
      keys.addSpaced(start...end)
      start = end + 1
    }
    return keys.found.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private init(_ atoms: [NameAtom], _ isShouting: Bool) {
    self.atoms = atoms
    self.isShouting = isShouting
  }

  // MARK: Compounds

  private mutating func addCompound(_ range: ClosedRange<Int>) {
    let count = range.count
    for start in range {
      addSigned(start...start, of: range)
      if count == 1 { addCapitals(start) }
      for end in start..<range.upperBound where end + 1 - start < NameKey.mostParts {
        let isPart = count <= Self.fewAtoms || end == start || start == range.lowerBound || end + 1 == range.upperBound
        if isPart {
          let part = start...end + 1
          add(part, .joined, ranks: part == range || isName(part))
          addSigned(start...end + 1, of: range)
        }
      }
    }
    addWithoutLocants(range)
  }

  /// Adds the keys of consecutive atoms written as one.
  private mutating func add(_ range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
    let inner = atoms[range].dropFirst()
    if let power = inner.first(where: { $0.joiner.isPower }) {
      if range.count == 2 { addPower(range, isNegative: power.joiner == .negativePower) }
      return
    }
    add(range.map { $0 }, spanning: range, rule, ranks: ranks)
    addFattyAcid(range)
    let optional = inner.dropLast().indices.filter { atoms[$0].isBracketed && atoms[$0].joiner == .dash }
    for index in optional where atoms[index].text.count <= 2 {
      add(range.filter { $0 != index }, spanning: range, .optional, ranks: ranks)
    }
  }

  /// Whether some atoms of a compound are what would be a name elsewhere too: IL-6 in IL-6-induced.
  private func isName(_ range: ClosedRange<Int>) -> Bool {
    range.count == 2 && atoms[range].contains { $0.hasDigit || $0.isGreek } && atoms[range].contains(where: \.hasLetter)
  }

  private mutating func addPower(_ range: ClosedRange<Int>, isNegative: Bool) {
    let sign = isNegative ? [UInt8(ascii: "-")] : []
    let text = atoms[range.lowerBound].text + [UInt8(ascii: "^")] + sign + atoms[range.upperBound].text
    append(NameKey(kind: .name, text: text, length: 2), range, .power, ranks: false)
  }

  /// Adds the key of some parts of a name, and the one with Latin letters for Greek ones: of the two that one ranks, so that the
  /// symbol of a gene does.
  private mutating func add(_ parts: [Int], spanning range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
    guard let kind = kind(of: parts) else { return }
    let hasInitial = parts.contains { !atoms[$0].initial.isEmpty }
    let key = NameKey(kind: kind, text: joined(parts, \.text), length: range.count)
    append(key, range, rule, ranks: ranks && !hasInitial)
    if hasInitial {
      append(NameKey(kind: kind, text: joined(parts, \.latin), length: range.count), range, .initial, ranks: ranks)
    }
  }

  /// The texts of some atoms as one, with the commas of numbers: 1,3-glucan is no 13-glucan, but D,L-lysine DL-lysine.
  private func joined(_ parts: [Int], _ text: (NameAtom) -> [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    for part in parts {
      if !joined.isEmpty, atoms[part].joiner == .comma, atoms[part].hasDigit { joined.append(UInt8(ascii: ",")) }
      joined += text(atoms[part])
    }
    return joined
  }

  private mutating func append(_ key: NameKey, _ range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
    guard (key.text.hasDigit ? 2 : 3)...Self.longest ~= key.text.count, key.length <= NameKey.mostParts else { return }
    found.append(
      Found(
        key: key, start: range.lowerBound, end: range.upperBound, rule: rule, isRanked: ranks && key.kind == .name))
  }

  /// Which names the joined atoms can be mistaken for; `nil` where they make no name.
  private func kind(of parts: [Int]) -> NameKey.Kind? {
    let letters = parts.reduce(0) { $0 + (atoms[$1].hasLetter ? atoms[$1].text.count : 0) }
    guard letters > 0 else { return nil }
    if parts.contains(where: { atoms[$0].hasDigit || atoms[$0].isGreek }) || letters >= 5 { return .name }
    // x-ray, K-ras
    if letters == 4, parts.count == 2, atoms[parts[1]].shape == [.letter, .small], atoms[parts[0]].text.count == 1 {
      return .name
    }
    return !isShouting && parts.contains { atoms[$0].isCapitals } ? .capitals : nil
  }

  // MARK: Single atoms

  /// A word of two to six capitals is a name that others write with dashes.
  private mutating func addCapitals(_ index: Int) {
    let atom = atoms[index]
    guard !isShouting, atom.isCapitals, !atom.hasDigit, !atom.isGreek, 3...6 ~= atom.text.count else { return }
    append(NameKey(kind: .capitals, text: atom.text, length: 1), index...index, .capitals, ranks: false)
  }

  // MARK: Signs

  /// Adds the keys of a name with its sign, or with the word for it.
  private mutating func addSigned(_ range: ClosedRange<Int>, of compound: ClosedRange<Int>) {
    let last = atoms[range.upperBound]
    guard atoms[range].contains(where: \.hasLetter), last.hasDigit || last.shape.contains(.capital) else { return }
    if let sign = last.sign { addSign(sign, range, through: range.upperBound, .sign) }
    let next = range.upperBound + 1
    guard next < atoms.count, atoms[next].joiner == .dash || atoms[next].joiner == .space else { return }
    guard last.hasDigit || last.isCapitals && last.text.count >= 2 else { return }
    if let sign = Self.signs[String(decoding: atoms[next].text, as: UTF8.self)] {
      addSign(sign, range, through: next, .spelledSign)
    }
  }

  /// The words for signs.
  static let signs: [String: NameAtom.Sign] = [
    "positive": .plus, "pos": .plus, "negative": .minus, "neg": .minus,
  ]

  private mutating func addSign(
    _ sign: NameAtom.Sign, _ range: ClosedRange<Int>, through end: Int, _ rule: Token.Rule
  ) {
    let text = range.flatMap { atoms[$0].text } + [sign.rawValue]
    append(
      NameKey(kind: .name, text: text, length: end - range.lowerBound + 1), range.lowerBound...end, rule, ranks: false)
  }

  // MARK: Chemical names

  /// Adds a chemical name without the letters that tell mirror images apart: N-acetyl-L-cysteine without its L, and without its N.
  private mutating func addWithoutLocants(_ range: ClosedRange<Int>) {
    guard range.count >= 3 else { return }
    let kept = range.filter { index in
      index == range.lowerBound || index == range.upperBound || !isLocant(index)
    }
    guard kept.count < range.count else { return }
    add(kept, spanning: range, .locant, ranks: true)
    if isLocant(range.lowerBound), kept.count > 2 {
      let rest = range.lowerBound + 1...range.upperBound
      add(Array(kept.dropFirst()), spanning: rest, .locant, ranks: true)
    }
  }

  private func isLocant(_ index: Int) -> Bool {
    let next = index + 1
    guard next < atoms.count, atoms[next].joiner == .dash, atoms[next].text.count > 2 else { return false }
    return atoms[index].isCapitalLetter && "dlrsnoez".utf8.contains(atoms[index].text[0])
  }

  /// Adds the other name of a family of fatty acids: n-3 is omega-3.
  private mutating func addFattyAcid(_ range: ClosedRange<Int>) {
    let (first, last) = (atoms[range.lowerBound], atoms[range.upperBound])
    guard range.count == 2, first.text == Array("n".utf8), !first.shape.contains(.capital) else { return }
    guard last.joiner == .dash, last.text.count == 1, "3679".utf8.contains(last.text[0]) else { return }
    append(NameKey(kind: .name, text: Array("omega".utf8) + last.text, length: 2), range, .fattyAcid, ranks: false)
    append(NameKey(kind: .name, text: Array("w".utf8) + last.text, length: 2), range, .fattyAcid, ranks: true)
  }

  // MARK: Coordination

  /// Adds what a slash leaves out: BRCA1/2 is BRCA2 too, IL-17A/F IL-17F.
  private mutating func addCoordination(_ range: ClosedRange<Int>) {
    let other = range.lowerBound
    guard range.count == 1, other > 0, atoms[other].joiner == .slash else { return }
    var start = other - 1
    let first = max(0, other - Self.mostCoordinated)
    while start > first, atoms[start].joiner.joins || atoms[start].joiner == .slash { start -= 1 }
    var end = start
    while end + 1 < other, atoms[end + 1].joiner.joins { end += 1 }
    guard let head = head(of: atoms[end], before: atoms[other]) else { return }
    for first in start...end {
      let parts = atoms[first..<end]
      let hasLetter = parts.contains(where: \.hasLetter) || head.contains { $0 > UInt8(ascii: "9") }
      guard hasLetter else { continue }
      addCoordinated(parts.flatMap(\.text) + head + atoms[other].text, other, ranks: atoms[other].initial.isEmpty)
      if !atoms[other].initial.isEmpty {
        addCoordinated(parts.flatMap(\.latin) + head + atoms[other].initial, other, ranks: true)
      }
    }
  }

  private mutating func addCoordinated(_ text: [UInt8], _ index: Int, ranks: Bool) {
    append(NameKey(kind: .name, text: text, length: 1), index...index, .coordination, ranks: ranks)
  }

  /// What the last part of a name begins with, where `other` is of the kind of its end; `nil` where it is another name.
  private func head(of last: NameAtom, before other: NameAtom) -> [UInt8]? {
    if last.isGreek, other.isGreek { return [] }
    let isLetter = other.text.count == 1 && !other.hasDigit
    guard isLetter || (other.isNumber && other.text.count <= 2) else { return nil }
    let tail = last.text.reversed().prefix { ($0 > UInt8(ascii: "9")) == isLetter }.count
    guard tail > 0, tail <= other.text.count || other.isNumber else { return nil }
    return Array(last.text.dropLast(tail))
  }

  // MARK: Spaced names

  /// Adds names whose last part stands behind a space: IL 6, IgG 4, CYP 2D6, TGF-beta 1, CAR T, T cell.
  private mutating func addSpaced(_ range: ClosedRange<Int>) {
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
      && (isShortNumber || next.isShortMixed || next.isGreek || next.isCapitalLetter || next.isRomanNumeral)
  }
}
