/// Where a file of judgements or of a run is wrong.
public struct TRECError: Error, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// What was expected there.
  public var expected: String
  /// What was found instead.
  public var found: String

  /// A report on one line.
  public init(line: Int, expected: String, found: String) {
    self.line = line
    self.expected = expected
    self.found = found
  }

  /// Prints as `line 3: expected …, found …`.
  public var description: String { "line \(line): expected \(expected), found \(found)" }
}

/// A line of a TREC file, by its fields.
struct TRECLine {
  let number: Int
  let fields: [String]

  /// The lines of `text` that aren't blank.
  static func lines(of text: String) -> [TRECLine] {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let fields = line.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      return fields.isEmpty ? nil : TRECLine(number: index + 1, fields: fields)
    }
  }

  func expect(_ count: Int, _ names: String) throws(TRECError) {
    guard fields.count == count else { throw error(names, "\(fields.count) fields") }
  }

  func error(_ expected: String, _ found: String) -> TRECError {
    TRECError(line: number, expected: expected, found: found)
  }
}
