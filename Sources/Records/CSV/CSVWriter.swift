/// Writes records as CSV (RFC 4180) with a fixed set of columns; what is a list in a record is parted by `; `.
///
/// Cells that a spreadsheet would take for formulas are written as they are: escaping them would alter the data.
public struct CSVWriter: RecordWriter {
  /// The columns, in order.
  static let columns = [
    "id", "title", "abstract", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "type",
    "language", "keywords", "mesh", "url",
  ]

  /// The header row.
  public var preamble: String { Self.columns.joined(separator: ",") + "\n" }

  /// A writer of CSV.
  public init() {}

  /// Appends the record as one row.
  public func write(_ record: Record, to output: inout String) {
    let cells = [
      record.id, record.title, record.flatAbstract, record.authors.map(\.invertedName).joined(separator: "; "),
      record.year.map(String.init) ?? "", record.journal, record.volume, record.issue, record.pages, record.doi,
      record.pmid, record.pmcid, record.types.joined(separator: "; "), record.language,
      record.keywords.joined(separator: "; "), record.mesh.joined(separator: "; "),
      record.urls.joined(separator: "; "),
    ]
    output += cells.map(Self.quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes || cell.utf8.first?.isBlank == true || cell.utf8.last?.isBlank == true else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
