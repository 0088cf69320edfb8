/// Reads RIS in the dialects of reference managers and databases.
///
/// An entry ends with `ER`, or where the next `TY` comes without one. `TY` may stand anywhere in its entry.
public struct RISReader: RecordReader {
  private var entries: TaggedReader<RISSyntax>

  /// Reads `input` from where it stands.
  public init(_ input: Input) throws(ReadError) {
    entries = try TaggedReader(input)
  }

  /// The next record or report, or `nil` at the end.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    try entries.next()
  }
}

enum RISSyntax: TaggedSyntax {
  static let name = "RIS"
  static let format = RecordFormat.ris
  static let firstTag: TagCode = "TY"

  static func parse(_ line: ArraySlice<UInt8>) -> TaggedLine {
    RISLine.parse(line)
  }

  /// Several `TY` lines on end are one entry of several types; asking for the last first keeps a file of them linear.
  static func begins(with tag: TagCode, after entry: [TagCode]) -> Bool {
    tag == firstTag && entry.last != firstTag && entry.contains(firstTag)
  }

  static func fill(_ record: inout Record, from values: TaggedValues) {
    RISFields(values).fill(&record)
  }
}
