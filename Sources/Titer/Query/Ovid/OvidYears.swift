/// Ranges of years as Ovid writes them: `2015`, `2015-2020`, `2015 -Current`.
enum OvidYears {
  private static let first = 1
  private static let last = 9_999

  /// The range that a text means; one without a beginning or an end goes on as far as years do.
  static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map { String($0.filter { !$0.isWhitespace }).lowercased() }
    guard 1...2 ~= ends.count, ends.contains(where: { !$0.isEmpty }) else { return nil }
    guard let lower = ends[0].isEmpty && ends.count == 2 ? first : year(ends[0]) else { return nil }
    guard ends.count == 2 else { return lower...lower }
    let isOpen = ends[1].isEmpty || ends[1] == "current"
    guard let upper = isOpen ? last : year(ends[1]), lower <= upper else { return nil }
    return lower...upper
  }

  private static func year(_ text: String) -> Int? {
    guard 1...4 ~= text.count, text.allSatisfy(\.isDecimalDigit), let year = Int(text), year >= first else {
      return nil
    }
    return year
  }

  /// The text of a range, if its years can be written.
  static func text(_ range: ClosedRange<Int>) -> String? {
    guard range.lowerBound >= first, range.upperBound <= last else { return nil }
    if range.count == 1 { return "\(range.lowerBound)" }
    return "\(range.lowerBound)-" + (range.upperBound == last ? "current" : "\(range.upperBound)")
  }
}
