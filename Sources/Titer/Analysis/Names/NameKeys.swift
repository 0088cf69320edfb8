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
  // Longer ones are no names.
  private static let longest = 64
  let atoms: [NameAtom]
  let isShouting: Bool
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

  private mutating func addCompound(_ range: ClosedRange<Int>) {
    let count = range.count
    for start in range {
      addSigned(start...start)
      if count == 1 { addCapitals(start) }
      for end in start..<min(range.upperBound, start + NameKey.mostParts - 1) {
        let isPart = count <= Self.fewAtoms || end == start || start == range.lowerBound || end + 1 == range.upperBound
        if isPart {
          let part = start...end + 1
          add(part, .joined, ranks: part == range || isName(part))
          addSigned(part)
        }
      }
    }
    addWithoutLocants(range)
  }

  /// Adds the keys of consecutive atoms written as one.
  mutating func add(_ range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
    let inner = atoms[range].dropFirst()
    if let power = inner.first(where: { $0.joiner.isPower }) {
      if range.count == 2 { addPower(range, isNegative: power.joiner == .negativePower) }
      return
    }
    add(range.map { $0 }, spanning: range, rule, ranks: ranks)
    addFattyAcid(range)
    addNumeral(range)
    let optional = inner.dropLast().indices.filter { atoms[$0].isBracketed && atoms[$0].joiner == .dash }
    for index in optional where atoms[index].text.count <= 2 {
      add(range.filter { $0 != index }, spanning: range, .optional, ranks: ranks)
    }
  }

  /// Whether some atoms of a compound are what would be a name elsewhere too: IL-6 in IL-6-induced.
  private func isName(_ range: ClosedRange<Int>) -> Bool {
    range.count == 2 && atoms[range].contains { $0.hasDigit || $0.isGreek } && atoms[range].contains(where: \.hasLetter)
  }

  /// Adds a name with an Arabic number for the Roman numeral at its end: IGF-I is IGF1.
  private mutating func addNumeral(_ range: ClosedRange<Int>) {
    let (name, last) = (atoms[range].dropLast(), atoms[range.upperBound])
    guard last.isCapitals, last.joiner == .dash, let arabic = RomanNumeral.arabic(last.text) else { return }
    guard name.contains(where: { $0.shape.contains(.capital) }), !name.contains(where: \.hasDigit) else { return }
    let text = name.flatMap(\.latin) + arabic
    append(NameKey(kind: .name, text: text, length: range.count), range, .roman, ranks: false)
  }

  private mutating func addPower(_ range: ClosedRange<Int>, isNegative: Bool) {
    let sign = isNegative ? [UInt8(ascii: "-")] : []
    let text = atoms[range.lowerBound].text + [UInt8(ascii: "^")] + sign + atoms[range.upperBound].text
    append(NameKey(kind: .name, text: text, length: 2), range, .power, ranks: false)
  }

  /// Adds the key of some parts of a name, and the one with Latin letters for Greek ones: of the two that one ranks, so that the
  /// symbol of a gene does.
  mutating func add(_ parts: [Int], spanning range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
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

  mutating func append(_ key: NameKey, _ range: ClosedRange<Int>, _ rule: Token.Rule, ranks: Bool) {
    guard (key.text.hasDigit ? 2 : 3)...Self.longest ~= key.text.count, key.length <= NameKey.mostParts else { return }
    found.append(
      Found(
        key: key, start: range.lowerBound, end: range.upperBound, rule: rule, isRanked: ranks && key.kind == .name))
  }

  /// Which names the joined atoms can be mistaken for; `nil` where they make no name.
  private func kind(of parts: [Int]) -> NameKey.Kind? {
    let letters = parts.reduce(0) { $0 + (atoms[$1].hasLetter ? atoms[$1].text.count : 0) }
    // Phases I-II are no phase III.
    let isRange = parts.allSatisfy { atoms[$0].isCapitals && RomanNumeral.isNumeral(atoms[$0].text) }
    guard letters > 0, !isRange else { return nil }
    if parts.contains(where: { atoms[$0].hasDigit || atoms[$0].isGreek }) || letters >= 5 { return .name }
    // x-ray, K-ras, c-Myc
    if letters == 4, parts.count == 2, atoms[parts[1]].shape.contains(.small), atoms[parts[0]].text.count == 1 {
      return .name
    }
    return !isShouting && parts.contains { atoms[$0].isCapitals } ? .capitals : nil
  }

  /// A word of three to six capitals is a name that others write with dashes.
  private mutating func addCapitals(_ index: Int) {
    let atom = atoms[index]
    guard !isShouting, atom.isCapitals, !atom.hasDigit, !atom.isGreek, 3...6 ~= atom.text.count else { return }
    append(NameKey(kind: .capitals, text: atom.text, length: 1), index...index, .capitals, ranks: false)
  }
}
