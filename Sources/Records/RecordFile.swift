/// A file of records in any format: opens it, tells its format and reads it.
///
///     var file = try RecordFile(path: "export.ris.gz")
///     while let event = try file.next() { … }
public struct RecordFile: RecordReader {
  /// The format as given or as told by the content.
  public let format: RecordFormat
  private let input: Input
  private var reader: any RecordReader
  /// Reports on the input that are to come before the reader's next event.
  private var waiting: [ReadEvent] = []

  /// Opens the file at `path`, or standard input for `-`, as `format` or as what its content is.
  public init(path: String, format: RecordFormat? = nil) throws(ReadError) {
    try self.init(Input(path: path), format: format)
  }

  /// Reads `input`, of which nothing was read before, as `format` or as what its content is.
  public init(_ input: Input, format: RecordFormat? = nil) throws(ReadError) {
    let beginning = try input.peek()
    guard let format = format ?? RecordFormat.detect(beginning) else {
      throw .unknownFormat(file: input.name, beginning: Self.printable(beginning))
    }
    self.format = format
    self.input = input
    reader = try Self.reader(of: format, input)
  }

  /// How many bytes, as stored, have been read so far.
  public var bytesRead: Int { input.bytesRead }

  /// How many bytes there are as stored, or `nil` for a pipe.
  public var totalBytes: Int? { input.totalBytes }

  /// The next record or report, or `nil` at the end; what is odd about the file as a whole is reported among them.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    let event = try reader.next()
    let warnings = input.takeWarnings()
    guard let first = warnings.first else { return event }
    waiting = warnings.dropFirst().map { .warning($0) }
    if let event { waiting.append(event) }
    return .warning(first)
  }

  private static func reader(of format: RecordFormat, _ input: Input) throws(ReadError) -> any RecordReader {
    switch format {
    case .ris: try RISReader(input)
    case .medline: try MEDLINEReader(input)
    case .webOfScience: try WebOfScienceReader(input)
    case .pubmedXML: try PubMedXMLReader(input)
    case .jats: try JATSReader(input)
    case .endNoteXML: try EndNoteXMLReader(input)
    case .bibTeX: try BibTeXReader(input)
    case .csv: try CSVReader(input, separator: separator(of: input))
    case .tsv: try CSVReader(input, separator: UInt8(ascii: "\t"))
    case .jsonLines: try JSONLinesReader(input)
    case .trec: try TRECReader(input)
    }
  }

  /// The separator of a table that isn't parted by tabs: comma or semicolon.
  private static func separator(of input: Input) throws(ReadError) -> UInt8 {
    let separator = TableBeginning(TextEncoding.utf8Beginning(try input.peek())).separator
    return separator == UInt8(ascii: "\t") ? UInt8(ascii: ",") : separator
  }

  /// The first characters as they can be shown in a message.
  private static func printable(_ beginning: ArraySlice<UInt8>) -> String {
    let text = String(decoding: TextEncoding.utf8Beginning(beginning).prefix(120), as: UTF8.self)
    return String(text.tidied.prefix(40))
  }
}
