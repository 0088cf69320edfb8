/// Where a file of judgements or of a run is wrong.
public struct TRECError: Error, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// What was expected there.
  public var expected: String
  /// What was found instead.
  public var found: String
  /// What to do about it, where that isn't plain.
  public var remedy: String?

  /// A report on one line.
  public init(line: Int, expected: String, found: String, remedy: String? = nil) {
    self.line = line
    self.expected = expected
    self.found = found
    self.remedy = remedy
  }

  /// Prints as `line 3: expected …, found …; do …`.
  public var description: String {
    "line \(line): expected \(expected), found \(found)" + (remedy.map { "; \($0)" } ?? "")
  }
}

/// Bytes of a file as a message can show them: at most 60 characters, without control characters.
func shown(_ bytes: Span<UInt8>) -> String {
  let scalars = decode(bytes).unicodeScalars
  let visible = scalars.prefix(60).map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
  return String(String.UnicodeScalarView(visible)) + (scalars.count > 60 ? "…" : "")
}

/// UTF-8 bytes as a string, whatever is no UTF-8 mended.
func decode(_ bytes: Span<UInt8>) -> String {
  unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
}
