/// What the two ends of a stretch of text make of those before and behind it.
struct NameEdges: OptionSet {
  let rawValue: UInt16

  // Pairs of one for the beginning of a stretch and one, four bits above, for the end of the stretch before: with both, the two
  // may be one name.

  /// What may be the last part of a spaced name: a number, a Greek letter, a capital, a numeral, a mutation: the 6 of IL 6.
  static let beginsInPart = NameEdges(rawValue: 1)
  /// A word that a single capital may belong to: the cell of T cell.
  static let beginsInWord = NameEdges(rawValue: 2)
  /// A word for a sign.
  static let beginsInSign = NameEdges(rawValue: 4)
  /// Two capitals: the RO of CD45 RO.
  static let beginsInCapitals = NameEdges(rawValue: 8)
  /// A name that a spaced part may belong to.
  static let endsInName = NameEdges(rawValue: 16)
  /// A single capital.
  static let endsInCapital = NameEdges(rawValue: 32)
  /// A name that may have a sign.
  static let endsInSigned = NameEdges(rawValue: 64)
  /// A name with a number at its end.
  static let endsInNumber = NameEdges(rawValue: 128)

  private static let pairs = 4

  /// Numerals may follow.
  static func expecting(_ numerals: CountedNumerals.Expectation) -> NameEdges {
    NameEdges(rawValue: UInt16(numerals.rawValue) << (2 * pairs))
  }

  /// The numerals that may follow.
  var numerals: CountedNumerals.Expectation {
    CountedNumerals.Expectation(rawValue: UInt8(truncatingIfNeeded: rawValue >> (2 * Self.pairs)))
  }

  /// Whether a stretch and the next may be one name.
  func meet(_ next: NameEdges) -> Bool { rawValue >> Self.pairs & next.rawValue & (1 << Self.pairs - 1) != 0 }
}

extension NameEdges {
  /// The edges of what a parser read.
  init(_ parser: NameParser) {
    self = []
    guard let first = parser.atoms.first, let last = parser.atoms.last else { return }
    if first.source.lowerBound == 0 { formUnion(Self.beginning(first)) }
    guard parser.endsInAtom else { return }
    formUnion(.expecting(parser.numerals))
    let compound = parser.atoms.lastIndex { !$0.joiner.joins } ?? 0
    formUnion(Self.ending(last, parser.atoms[compound...]))
  }

  private static func beginning(_ atom: NameAtom) -> NameEdges {
    var edges: NameEdges = []
    if atom.isNumber || atom.isGreek || atom.isCapitalLetter || atom.isShortMixed || atom.isRomanNumeral
      || atom.isMutation
    {
      edges.insert(.beginsInPart)
    }
    if atom.isTwoCapitals { edges.insert(.beginsInCapitals) }
    if atom.shape == [.letter, .small], atom.text.count >= 4 { edges.insert(.beginsInWord) }
    if NameKeys.signs[atom.text] != nil { edges.insert(.beginsInSign) }
    return edges
  }

  private static func ending(_ last: NameAtom, _ compound: ArraySlice<NameAtom>) -> NameEdges {
    var edges: NameEdges = []
    if last.isCapitalLetter { edges.formUnion([.endsInName, .endsInCapital]) }
    let hasName = compound.contains { $0.hasNameCapitals || $0.isGreek } || last.shape.contains(.capital)
    if hasName, !last.isNumber { edges.insert(.endsInName) }
    if last.hasDigit || last.isCapitals || last.hasNameCapitals { edges.insert(.endsInSigned) }
    if last.hasDigit, compound.contains(where: { $0.shape.contains(.capital) }) { edges.insert(.endsInNumber) }
    return edges
  }
}
