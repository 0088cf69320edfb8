/// Reads the tagged export of Web of Science (`.ciw`, `.isi`) and of the databases on its platform.
///
/// An entry runs from `PT` to `ER`; further lines of a value have three spaces before them.
public struct WebOfScienceReader: RecordReader {
  private var entries: TaggedReader<WebOfScienceSyntax>

  /// Reads `input` from where it stands.
  public init(_ input: Input) throws(ReadError) {
    entries = try TaggedReader(input)
  }

  /// The next record or report, or `nil` at the end.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    try entries.next()
  }
}

enum WebOfScienceSyntax: TaggedSyntax {
  static let name = "Web of Science"
  static let format = RecordFormat.webOfScience
  static let firstTag: TagCode = "PT"

  static func parse(_ line: ArraySlice<UInt8>) -> TaggedLine {
    let line = TaggedText.unmarked(line)
    guard let tag = tag(of: line) else {
      return TaggedText.isBlank(line) ? .blank : .continuation(unindented(line))
    }
    switch tag {
    case "ER": return .end
    case "EF", "FN", "VR": return .frame
    default: return .field(tag: tag, value: line.dropFirst(3))
    }
  }

  private static func tag(of line: ArraySlice<UInt8>) -> TagCode? {
    let tag = line.prefix(2)
    guard tag.count == 2, tag.allSatisfy(TaggedText.isTagByte), tag[tag.startIndex].isCapital,
      line.dropFirst(2).first ?? TaggedText.space == TaggedText.space
    else { return nil }
    return TagCode(tag)
  }

  private static func unindented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line[line.prefix(3).prefix(while: TaggedText.isBlank).endIndex...]
  }

  static func begins(with tag: TagCode, after entry: [TagCode]) -> Bool {
    tag == firstTag && entry.contains(firstTag)
  }

  static func fill(_ record: inout Record, from values: TaggedValues) {
    WebOfScienceFields(values).fill(&record)
  }
}
