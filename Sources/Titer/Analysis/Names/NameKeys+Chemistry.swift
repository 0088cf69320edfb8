// What is left out of chemical names, and their other names.

extension NameKeys {
  /// Adds a chemical name without the letters that tell mirror images apart: N-acetyl-L-cysteine without its L, and without its N.
  mutating func addWithoutLocants(_ range: ClosedRange<Int>) {
    guard 3...NameKey.mostParts + 1 ~= range.count else { return }
    let isListed = atoms[range.lowerBound + 1].joiner == .comma
    let kept = range.filter { index in
      index == range.lowerBound && !isListed || index == range.upperBound || !isLocant(index)
    }
    guard 2..<range.count ~= kept.count else { return }
    add(kept, spanning: range, .locant, ranks: true)
    if !isListed, isLocant(range.lowerBound), kept.count > 2 {
      let rest = range.lowerBound + 1...range.upperBound
      add(Array(kept.dropFirst()), spanning: rest, .locant, ranks: true)
    }
  }

  private func isLocant(_ index: Int) -> Bool {
    let next = index + 1
    guard next < atoms.count, atoms[index].isCapitalLetter else { return false }
    if atoms[next].joiner == .comma { return isLocant(next) }
    guard atoms[next].joiner == .dash, atoms[next].text.count > 2 else { return false }
    return "dlrsnoez".utf8.contains(atoms[index].text[0])
  }

  /// Adds the other name of a family of fatty acids: n-3 is omega-3.
  mutating func addFattyAcid(_ range: ClosedRange<Int>) {
    let (first, last) = (atoms[range.lowerBound], atoms[range.upperBound])
    guard range.count == 2, first.text == Array("n".utf8), !first.shape.contains(.capital) else { return }
    guard last.joiner == .dash, last.text.count == 1, "3679".utf8.contains(last.text[0]) else { return }
    append(NameKey(kind: .name, text: Array("omega".utf8) + last.text, length: 2), range, .fattyAcid, ranks: false)
    append(NameKey(kind: .name, text: Array("w".utf8) + last.text, length: 2), range, .fattyAcid, ranks: true)
  }
}
