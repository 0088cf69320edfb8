/// Years as records print them.
enum Year {
  /// The first year in `text`: four digits from 1000 to 2199 that no digit precedes, alone or before a month and day.
  static func first(in text: String) -> Int? {
    let bytes = text.utf8Span.span
    var end = 0
    while end < bytes.count {
      let start = end
      while end < bytes.count, bytes[end].isDigit { end += 1 }
      if let year = year(bytes.extracting(start..<end)) { return year }
      end += 1
    }
    return nil
  }

  /// The year that a run of digits is or begins with.
  private static func year(_ digits: Span<UInt8>) -> Int? {
    guard digits.count == 4 || digits.count == 6 || digits.count == 8 else { return nil }
    let year = (0..<4).reduce(0) { $0 * 10 + Int(digits[$1] - 0x30) }
    return 1000..<2200 ~= year ? year : nil
  }
}
