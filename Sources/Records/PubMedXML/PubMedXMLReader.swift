/// Records out of PubMed's XML: `PubmedArticle`, `PubmedBookArticle` and `DeleteCitation`.
///
/// Each PMID that `DeleteCitation` lists is a `.deletion`.
public struct PubMedXMLReader: RecordReader {
  private var records: XMLRecordReader<PubMedBuilder>

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
