/// Reads JSON Lines: Titer's own, BEIR's `{_id, title, text, metadata}`, and their like.
///
/// Blank lines are passed over; a line that isn't a JSON object, or of more than 64 MiB, is reported and passed over.
public struct JSONLinesReader: RecordReader {
  private let file: String
  private var lines: LineReader

  /// Reads `input` from where it stands.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public init(_ input: Input) throws(ReadError) {
    file = input.name
    lines = try LineReader(input)
  }

  /// The next record or report, or `nil` at the end.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    while let line = try lines.next() {
      switch lines.part {
      case .line: if !line.allSatisfy(\.isBlank) { return event(line) }
      case .beginning: return tooLong
      case .continuation: continue
      }
    }
    return nil
  }

  private var tooLong: ReadEvent {
    .skipped(
      Diagnostic(
        file: file, line: lines.lineNumber, expected: "one JSON object a line, of at most 64 MiB",
        found: "a longer line", remedy: "write each record on a line of its own"))
  }

  private func event(_ line: ArraySlice<UInt8>) -> ReadEvent {
    do throws(JSONError) {
      var record = try RecordDecoder.record(in: line.span)
      record.finish()
      return .record(record)
    } catch {
      return .skipped(
        Diagnostic(
          file: file, line: lines.lineNumber,
          expected: "one JSON object a line; at byte \(error.offset) \(error.expected)",
          found: error.found, remedy: "write each record on a line of its own"))
    }
  }
}
