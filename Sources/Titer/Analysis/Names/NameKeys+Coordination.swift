// What a slash leaves out.

extension NameKeys {
  // Parts of names that slashes join; more are no names.
  private static let mostCoordinated = 16

  /// Adds what a slash leaves out: BRCA1/2 is BRCA2 too, IL-17A/F IL-17F.
  mutating func addCoordination(_ range: ClosedRange<Int>) {
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
    if other.isShortMixed { return head(of: last.text, beforeOneLike: other.text) }
    let isLetter = other.text.count == 1 && !other.hasDigit
    guard isLetter || (other.isNumber && other.text.count <= 2) else { return nil }
    let tail = last.text.reversed().prefix { ($0 > UInt8(ascii: "9")) == isLetter }.count
    guard tail > 0, tail <= other.text.count || other.isNumber else { return nil }
    return Array(last.text.dropLast(tail))
  }

  /// What stands before an end that has letters and digits in the order of `other`: cyp, the end of CYP1A1 being like 1A2.
  private func head(of text: [UInt8], beforeOneLike other: [UInt8]) -> [UInt8]? {
    let end = text.suffix(other.count)
    let isLike = end.count == other.count && zip(end, other).allSatisfy { $0.isDigit == $1.isDigit }
    return isLike ? Array(text.dropLast(other.count)) : nil
  }
}
