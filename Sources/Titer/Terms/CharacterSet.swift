/// A set of characters, as ranges of their scalars' values.
struct CharacterSet: Equatable {
  private static let last: UInt32 = 0x10_FFFF

  /// The ranges, ascending, with at least one value between each two.
  private(set) var ranges: [ClosedRange<UInt32>]

  /// All characters.
  static let all = CharacterSet([0...last])

  /// The characters of `ranges`, which may overlap and be in any order.
  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = self.ranges.last, range.lowerBound <= previous.upperBound + 1 {
        self.ranges[self.ranges.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// One character.
  init(_ character: Unicode.Scalar) { ranges = [character.value...character.value] }

  /// The character that it has, if it has one alone.
  var onlyCharacter: Unicode.Scalar? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return Unicode.Scalar(ranges[0].lowerBound)
  }

  /// The characters that aren't in the set.
  var inverted: CharacterSet {
    var rest: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { rest.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { rest.append(next...Self.last) }
    return CharacterSet(rest)
  }

  /// Whether the set has a character.
  ///
  /// - Complexity: O(`ranges.count`)
  func contains(_ character: UInt32) -> Bool { ranges.contains { $0.contains(character) } }
}
