/// Sorts strings of bytes that lie end to end in one array.
enum ByteOrder {
  private struct Key {
    var high: UInt64
    var low: UInt64
    var number: UInt32
  }

  /// Sorts strings in ascending order of their bytes, of equal ones the greater number first.
  ///
  /// - Parameters:
  ///   - members: the numbers of the strings.
  ///   - bytes: all strings, end to end.
  ///   - starts: where each begins, and behind the last its end.
  /// - Returns: the members in order.
  /// - Complexity: O(n · log(n)) comparisons of 16 bytes, and of whole strings where these are equal; 24 bytes a string.
  static func sorted(_ members: some Sequence<UInt32>, bytes: [UInt8], starts: [UInt32]) -> [UInt32] {
    var keys = members.map { number in
      let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
      let (high, low) = (key(bytes, range), key(bytes, min(range.lowerBound + 8, range.upperBound)..<range.upperBound))
      return Key(high: high, low: low, number: number)
    }
    keys.sort { left, right in
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      return precedes(left.number, right.number, bytes, starts)
    }
    return keys.map(\.number)
  }

  /// Up to 8 bytes as a number that is ordered as they are, zeros behind fewer.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for offset in 0..<8 {
      key = key << 8 | (offset < range.count ? UInt64(bytes[range.lowerBound + offset]) : 0)
    }
    return key
  }

  private static func precedes(_ left: UInt32, _ right: UInt32, _ bytes: [UInt8], _ starts: [UInt32]) -> Bool {
    let first = bytes[Int(starts[Int(left)])..<Int(starts[Int(left) + 1])]
    let second = bytes[Int(starts[Int(right)])..<Int(starts[Int(right) + 1])]
    if first.elementsEqual(second) { return left > right }
    return first.lexicographicallyPrecedes(second)
  }
}
