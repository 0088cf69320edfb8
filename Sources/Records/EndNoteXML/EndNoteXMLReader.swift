/// Records out of the XML that EndNote, Zotero, Mendeley and JabRef write: each `record` with its nested `style`s.
public struct EndNoteXMLReader: RecordReader {
  private var records: XMLRecordReader<EndNoteBuilder>

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
