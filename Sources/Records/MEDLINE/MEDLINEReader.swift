/// Reads the tagged MEDLINE format (`.nbib`) of PubMed.
///
/// An entry begins with `PMID`; blank lines mean nothing.
public struct MEDLINEReader: RecordReader {
  private var entries: TaggedReader<MEDLINESyntax>

  /// Reads `input` from where it stands.
  public init(_ input: Input) throws(ReadError) {
    entries = try TaggedReader(input)
  }

  /// The next record or report, or `nil` at the end.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    try entries.next()
  }
}

enum MEDLINESyntax: TaggedSyntax {
  static let name = "MEDLINE (nbib)"
  static let format = RecordFormat.medline
  static let firstTag: TagCode = "PMID"

  /// A tag of two to four characters, blanks up to the fifth place, a hyphen there; a shorter padding is tolerated.
  ///
  /// Any other line goes on with the value above it: with six spaces before it by the format, without in copies from
  /// web pages.
  static func parse(_ line: ArraySlice<UInt8>) -> TaggedLine {
    let line = TaggedText.unmarked(line)
    let tag = line.prefix(4).prefix(while: TaggedText.isTagByte)
    let gap = line[tag.endIndex...].prefix(4 - tag.count).prefix { $0 == TaggedText.space }
    let rest = line[gap.endIndex...]
    if tag.count >= 2, line[line.startIndex].isCapital, rest.first == TaggedText.hyphen,
      isField(padding: tag.count + gap.count, rest.dropFirst())
    {
      let value = rest.dropFirst()
      return .field(tag: TagCode(tag), value: value.first == TaggedText.space ? value.dropFirst() : value)
    }
    return TaggedText.isBlank(line) ? .blank : .continuation(unindented(line))
  }

  /// In words such as `DNA-binding` no blank follows the hyphen.
  private static func isField(padding: Int, _ value: ArraySlice<UInt8>) -> Bool {
    padding == 4 || value.isEmpty || value.first == TaggedText.space
  }

  private static func unindented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let indentation = line.prefix(6).prefix(while: TaggedText.isBlank)
    return line[indentation.endIndex...]
  }

  static func begins(with tag: TagCode, after entry: [TagCode]) -> Bool {
    tag == firstTag
  }

  static func fill(_ record: inout Record, from values: TaggedValues) {
    MEDLINEFields(values).fill(&record)
  }
}
