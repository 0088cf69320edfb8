/// Writes records as JSON Lines, in the very form in which an index keeps them.
public struct JSONLinesWriter: RecordWriter {
  /// Nothing stands before the first record.
  public var preamble: String { "" }

  /// A writer of JSON Lines.
  public init() {}

  /// Appends the record as one line.
  public func write(_ record: Record, to output: inout String) {
    output += String(decoding: record.storedBytes, as: UTF8.self)
    output += "\n"
  }
}
