extension OvidParser {
  /// The most lines that `or/1-5` may stand for.
  private static let mostLines = 9_999

  /// Whether `or/` or `and/` stands here.
  func isAtLines() -> Bool {
    guard case .connective(let connective)? = nextOperator(), connective != .not else { return false }
    return scanner[endOfBareWord(from: scanner.place)] == "/"
  }

  /// Reads `("and" | "or") "/" range { "," range }`.
  mutating func lines() throws(QueryError) -> OvidOperand {
    let start = scanner.place
    let isAny = scanner.next?.lowercased() == "o"
    scanner.place = endOfBareWord(from: start) + 1
    var lines: [Query.Clause] = []
    repeat {
      scanner.skipSpaces()
      let place = scanner.place
      let range = try lineRange()
      guard lines.count + range.count <= Self.mostLines else {
        throw scanner.error(at: place, expected: "at most \(Self.mostLines) lines", found: "more")
      }
      lines += range.map { .line($0) }
      scanner.skipSpaces()
    } while scanner.skip(",")
    let isOne = lines.count == 1
    var operand = OvidOperand(clause: isOne ? lines[0] : isAny ? .any(lines) : .all(lines), start: start)
    operand.contents = OvidContents(.line, at: start)
    operand.height = isOne ? 1 : 2
    try checkHeight(operand.height)
    return operand
  }

  /// Reads `number [ "-" number ]`.
  private mutating func lineRange() throws(QueryError) -> ClosedRange<Int> {
    let place = scanner.place
    let first = try lineNumber()
    scanner.skipSpaces()
    guard scanner.skip("-") || scanner.skip("–") else { return first...first }
    scanner.skipSpaces()
    let last = try lineNumber()
    guard first <= last else {
      throw scanner.error(
        at: place, expected: "the smaller number first", found: "“\(first)-\(last)”",
        suggestion: "Write \(last)-\(first).")
    }
    return first...last
  }

  /// The number of a line, with or without `#`.
  mutating func lineNumber() throws(QueryError) -> Int {
    _ = scanner.skip("#")
    let place = scanner.place
    let digits = scanner.take(while: \.isDecimalDigit)
    guard let number = Int(digits), 1...Self.mostLines ~= number else {
      throw scanner.error(
        at: place, expected: "the number of a line, from 1 to \(Self.mostLines)",
        found: digits.isEmpty ? nil : "“\(digits.prefix(40))”",
        suggestion: "Write or/1-3,5 or limit 12 to english language.")
    }
    return number
  }
}
