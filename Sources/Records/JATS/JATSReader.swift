/// Records out of articles in JATS: one `article` or many, in whatever wrapper a service puts them.
///
/// Only the front matter is read; bodies, references and sub-articles are left out.
public struct JATSReader: RecordReader {
  private var records: XMLRecordReader<JATSBuilder>

  /// Reads `input` from where it stands.
  ///
  /// - Throws: `ReadError` when the input can't be read.
  public init(_ input: Input) throws(ReadError) {
    records = XMLRecordReader(input)
  }

  /// The next record or report, or `nil` at the end.
  ///
  /// - Throws: `ReadError` when the input can't be read.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    try records.next()
  }
}
