/// A stream of records out of one input.
///
/// Its laws: `next` returns records in the order of the input; every stretch of the input that should have been a
/// record and is not returned as one is reported by exactly one `.skipped`; after `nil` it returns `nil` for ever;
/// its memory does not grow with the input. It throws only when the input itself can't be read.
public protocol RecordReader {
  /// The next record or report, or `nil` at the end.
  mutating func next() throws(ReadError) -> ReadEvent?
}

/// What a reader meets.
public enum ReadEvent: Sendable, Equatable {
  /// A record, whole.
  case record(Record)
  /// Something odd that cost no record: the record it speaks of is returned too.
  case warning(Diagnostic)
  /// Something that should have been a record and could not be read as one.
  case skipped(Diagnostic)
  /// The source has withdrawn the record of this identifier: what came before under it no longer counts.
  case deletion(String)
}

/// Where an input is wrong, and how.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
  /// The input's name as the user gave it.
  public var file: String
  /// The line where it stands, from 1; 0 where the input as a whole is meant.
  public var line: Int
  /// What was expected there.
  public var expected: String
  /// What was found instead.
  public var found: String
  /// What the user can do about it, or `""`.
  public var remedy: String

  /// A report on one place of an input.
  public init(file: String, line: Int, expected: String, found: String, remedy: String = "") {
    self.file = file
    self.line = line
    self.expected = expected
    self.found = found
    self.remedy = remedy
  }

  /// Prints as `file:line: expected …, found …; remedy`.
  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    let advice = remedy.isEmpty ? "" : "; \(remedy)"
    return "\(place): expected \(expected), found \(found)\(advice)"
  }
}

/// Why an input can't be read at all.
public enum ReadError: Error, Equatable, CustomStringConvertible {
  /// The system refused: the file's name, what was tried, and the system's own words.
  case system(file: String, operation: String, reason: String)
  /// The format could not be told from the first bytes.
  case unknownFormat(file: String, beginning: String)
  /// The file is of another kind.
  case unexpected(file: String, expected: String, found: String)

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .system(let file, let operation, let reason):
      "\(file): can't \(operation): \(reason)"
    case .unknownFormat(let file, let beginning):
      "\(file): expected a file of records (\(RecordFormat.allCases.map(\.rawValue).joined(separator: ", "))), "
        + (beginning.isEmpty ? "found no text" : "found “\(beginning)”; name its format with --format")
    case .unexpected(let file, let expected, let found):
      "\(file): expected \(expected), found \(found)"
    }
  }
}
