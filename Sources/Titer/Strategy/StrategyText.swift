/// The text of a strategy, taken apart into numbered lines.
///
///     1. exp Lupus Nephritis/
///     2. (lupus adj3 nephr*).ti,ab.   1,234
///     3. or/1-2
///
/// A line may begin with its number (`3`, `3.`, `3)`, `#3`) and end, after a tab or in parentheses, with the count that a database gave. Where the first line
/// has a number, lines without one go on with the line before; else every line is one of its own. Empty lines and lines that
/// begin with `//` are left out.
struct StrategyText {
  /// A line.
  struct Line: Equatable {
    var number: Int
    var text: String
    /// The line of the file, from 1, on which it begins.
    var place: Int
    /// The count that a database gave.
    var reported: Int?
  }

  /// The lines in order.
  private(set) var lines: [Line] = []

  /// The lines of a text.
  init(_ text: String) {
    var isNumbered: Bool?
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmed
      guard !line.isEmpty, !line.hasPrefix("//") else { continue }
      let (number, rest) = Self.numbered(line)
      if isNumbered == nil { isNumbered = number != nil }
      if isNumbered == true, number == nil, !lines.isEmpty {
        let (text, reported) = Self.counted(line)
        lines[lines.count - 1].text += " " + text
        lines[lines.count - 1].reported = reported ?? lines[lines.count - 1].reported
      } else {
        let (text, reported) = Self.counted(isNumbered == true ? rest : line)
        let next = (lines.last?.number ?? 0) + 1
        lines.append(
          Line(number: isNumbered == true ? number ?? next : next, text: text, place: index + 1, reported: reported))
      }
    }
  }

  /// A line's number, and what stands behind it; no number where the line is `1 and 2`, or a number alone.
  private static func numbered(_ line: Substring) -> (Int?, Substring) {
    var rest = line
    let hasSign = rest.first == "#"
    if hasSign { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest[digits.endIndex...]
    guard let number = Int(digits), 1...9_999 ~= number else { return (nil, line) }
    let hasMark = rest.first == "." || rest.first == ")" || rest.first == ":"
    if hasMark { rest = rest.dropFirst() }
    guard let next = rest.first, next.isWhitespace, case let text = rest.trimmed, !text.isEmpty else {
      return (nil, line)
    }
    let first = text.prefix { !$0.isWhitespace }.lowercased()
    let isOperator = ["and", "or", "not"].contains(first) || first.hasPrefix("adj")
    return isOperator && !hasMark ? (nil, line) : (number, text)
  }

  /// A line without the count behind it, and the count.
  private static func counted(_ line: Substring) -> (String, Int?) {
    let end = line.lastIndex(where: { !($0.isNumber || $0 == "," || $0 == ")") }) ?? line.startIndex
    guard end > line.startIndex, end < line.index(before: line.endIndex), line[end] == "\t" || line[end] == "(" else {
      return (String(line), nil)
    }
    let tail = line[line.index(after: end)...]
    let isClosed = tail.last == ")"
    let digits = tail.filter(\.isNumber)
    guard isClosed == (line[end] == "("), let count = Int(digits), end > line.startIndex else {
      return (String(line), nil)
    }
    let before = line[..<end]
    // `#(2)` and `ti(2)` are no counts.
    guard before.last?.isWhitespace == true || line[end] == "\t" else { return (String(line), nil) }
    return (String(before.trimmed), count)
  }
}

extension Substring {
  /// Without white space at its ends.
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
