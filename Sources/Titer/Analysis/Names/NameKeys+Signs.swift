// Names with their signs: CD19+, HER2-negative.

extension NameKeys {
  /// Adds the keys of a name with its sign, or with the word for it.
  mutating func addSigned(_ range: ClosedRange<Int>) {
    let last = atoms[range.upperBound]
    guard atoms[range].contains(where: \.hasLetter), last.hasDigit || last.shape.contains(.capital) else { return }
    if let sign = last.sign { addSign(sign, range, through: range.upperBound, .sign) }
    let next = range.upperBound + 1
    guard next < atoms.count, atoms[next].joiner == .dash || atoms[next].joiner == .space else { return }
    guard last.hasDigit || last.hasNameCapitals else { return }
    if let sign = Self.signs[atoms[next].text] {
      addSign(sign, range, through: next, .spelledSign)
    }
  }

  /// The words for signs.
  static let signs = WordMap(
    [("positive", NameAtom.Sign.plus), ("pos", .plus), ("negative", .minus), ("neg", .minus)].map {
      (Array($0.utf8), $1)
    })

  private mutating func addSign(
    _ sign: NameAtom.Sign, _ range: ClosedRange<Int>, through end: Int, _ rule: Token.Rule
  ) {
    let text = range.flatMap { atoms[$0].text } + [sign.rawValue]
    append(
      NameKey(kind: .name, text: text, length: end - range.lowerBound + 1), range.lowerBound...end, rule, ranks: false)
  }
}
