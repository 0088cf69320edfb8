/// Reads a text, or a part of it between spaces, into tokens: atoms, their other forms, keys, and what ranks.
package struct NameParser {
  /// What the reading of a part of a text depends on besides its characters.
  package struct Context: OptionSet, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Capitals say nothing, most of the text being in them.
    static let shouting = Context(rawValue: 1)
    /// It is two parts, of which only the first one's tokens are wanted.
    static let pair = Context(rawValue: 2)

    private static let flags = 2

    /// Numerals may stand at its beginning: the II of type II.
    static func expecting(_ numerals: CountedNumerals.Expectation) -> Context {
      Context(rawValue: numerals.rawValue << flags)
    }

    /// The numerals that may stand at its beginning.
    var numerals: CountedNumerals.Expectation { CountedNumerals.Expectation(rawValue: rawValue >> Self.flags) }
  }

  private var scanner = NameScanner()
  private var stemmer = PorterStemmer()
  /// The ranked term that was made last.
  private var ranked: [UInt8] = []

  /// A parser that has read nothing.
  package init() {}

  /// The atoms that were read.
  var atoms: [NameAtom] { scanner.atoms }
  /// The tokens of them, their places counted from the beginning of what was read.
  package private(set) var tokens = TokenBuffer()
  /// Whether nothing stands behind the last atom.
  var endsInAtom: Bool { scanner.endsInAtom }
  /// The numerals that may follow.
  private(set) var numerals = CountedNumerals.Expectation.none

  /// Reads `text`; of it, only the tokens of the first `limit` atoms.
  ///
  /// - Complexity: O(bytes).
  package mutating func read(_ text: Span<UInt8>, _ context: Context, limit: Int = .max) {
    scanner.read(text, isBehindSpace: !context.numerals.isNone)
    tokens.removeAll()
    let isShouting = context.contains(.shouting)
    let keys = NameKeys.keys(of: atoms, isShouting: isShouting)
    var next = 0
    var counted = CountedNumerals(context.numerals)
    for (position, atom) in atoms.prefix(limit).enumerated() {
      append(atom, at: position, counted.read(atom), isShouting)
      let first = next
      while next < keys.count, keys[next].start == position {
        if !keys[first..<next].contains(where: { $0.key == keys[next].key }) { append(keys[next]) }
        next += 1
      }
    }
    tokens.positionCount = min(atoms.count, limit)
    numerals = counted.expected
  }

  /// Appends an atom, its other forms and what of it ranks: a numeral by its number.
  private mutating func append(
    _ atom: NameAtom, at position: Int, _ numeral: CountedNumerals.Numeral?, _ isShouting: Bool
  ) {
    let source = atom.source
    tokens.append(atom.text, position: position, source: source, layer: .exact)
    if let arabic = numeral?.arabic, arabic != atom.text {
      tokens.append(arabic, position: position, source: source, rule: .roman, layer: .exact)
    }
    if let name = numeral?.name {
      let term = NameKey(kind: .name, text: name, length: 1).term
      tokens.append(term, position: position, source: source, rule: .coordination, layer: .exact)
    }
    if !isStopWord(atom, isShouting) {
      rank(numeral?.arabic ?? atom.text, at: position, source, .word)
    }
    if !atom.writtenOut.isEmpty, atom.writtenOut != atom.text {
      tokens.append(atom.writtenOut, position: position, source: source, rule: .umlaut, layer: .exact)
      rank(atom.writtenOut, at: position, source, .umlaut)
    }
  }

  private func isStopWord(_ atom: NameAtom, _ isShouting: Bool) -> Bool {
    // NO is nitric oxide, Å no a.
    let isName = atom.isCapitals && atom.text.count > 1 && !isShouting
    return StopWords.contains(atom.text) && atom.text.count == atom.source.count && !isName
  }

  private mutating func append(_ found: NameKeys.Found) {
    let source = atoms[found.start].source.lowerBound..<atoms[found.end].source.upperBound
    let (start, length) = (found.start, found.key.length)
    tokens.append(
      found.key.term, position: start, length: length, source: source, rule: found.rule, layer: .exact)
    if found.isRanked { rank(found.key.text, at: start, length: length, source, found.rule) }
  }

  private mutating func rank(
    _ text: [UInt8], at position: Int, length: Int = 1, _ source: Range<Int>, _ rule: Token.Rule
  ) {
    RankedTerm.write(text, into: &ranked, &stemmer)
    tokens.append(ranked, position: position, length: length, source: source, rule: rule, layer: .ranked)
  }
}

extension NameParser.Context {
  /// The context of all parts of a text.
  package init(of text: Span<UInt8>) {
    self = text.isShouting ? .shouting : []
  }
}

extension Span<UInt8> {
  /// Whether most of a text is in capitals: of three words of five letters or more, 60 % and more.
  fileprivate var isShouting: Bool {
    var capitals = 0
    for index in indices where unsafe self[unchecked: index] &- 0x41 < 26 { capitals += 1 }
    return capitals >= 15 && 3 * capitals > count && hasMostlyCapitalWords
  }

  private var hasMostlyCapitalWords: Bool {
    var (words, shouted, letters, capitals) = (0, 0, 0, 0)
    for index in 0...count {
      let byte = index < count ? self[index] : 0x20
      if byte | 0x20 &- 0x61 < 26 {
        letters += 1
        if byte < 0x61 { capitals += 1 }
      } else {
        if letters >= 5 { words += 1 }
        if letters >= 5, capitals == letters { shouted += 1 }
        (letters, capitals) = (0, 0)
      }
    }
    return words >= 3 && 10 * shouted > 6 * words
  }
}
