/// Reads tables of records: CSV or TSV with a header row, as the bibliographic databases and tools export them.
///
/// Embase also exports tables that are turned: a row has the name of a field and then its values, and a blank row or the
/// first field's name begins the next record. They are told by their first two rows.
public struct CSVReader: RecordReader {
  private let file: String
  private let format: RecordFormat
  private var rows: CSVRowReader
  /// The row after the header, read to tell the layout.
  private var second: CSVRow?
  private var pending: [ReadEvent] = []
  private var layout = Layout.unknown

  private enum Layout {
    case unknown
    case table(CSVColumns)
    /// One field a row, with the row that begins the next record.
    case turned(next: CSVRow?)
    case unusable
  }

  /// Reads `input` from where it stands, its cells being parted by `separator`.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public init(_ input: Input, separator: UInt8) throws(ReadError) {
    file = input.name
    format = separator == UInt8(ascii: "\t") ? .tsv : .csv
    rows = try CSVRowReader(input, separator: separator)
  }

  /// The next record or report, or `nil` at the end.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    if case .unknown = layout { try readHeader() }
    while pending.isEmpty {
      switch layout {
      case .table(let columns):
        guard let row = try takeRow() else { return nil }
        if !row.isBlank { readRow(row, columns) }
      case .turned(let first):
        guard let first else { return nil }
        try readTurnedRecord(from: first)
      case .unknown, .unusable: return nil
      }
    }
    return pending.removeFirst()
  }

  private mutating func readHeader() throws(ReadError) {
    guard var header = try nextRow() else { return }
    // A spreadsheet's note on the separator, `sep=;`, parts into one or two cells.
    if header.cells[0].lowercased().hasPrefix("sep="), let next = try nextRow() { header = next }
    rows.width = header.cells.count
    second = try rows.next()
    let columns = CSVColumns(header.cells)
    if isTurned(header) {
      rows.width = 0
      layout = .turned(next: header)
    } else if columns.isUsable {
      layout = .table(columns)
    } else {
      layout = .unusable
      pending.append(.skipped(unusable(header)))
    }
  }

  private mutating func takeRow() throws(ReadError) -> CSVRow? {
    defer { second = nil }
    if let second { return second }
    return try rows.next()
  }

  /// The next row that holds anything.
  private mutating func nextRow() throws(ReadError) -> CSVRow? {
    while let row = try takeRow() {
      if !row.isBlank { return row }
    }
    return nil
  }
}

// MARK: - Tables

extension CSVReader {
  private mutating func readRow(_ row: CSVRow, _ columns: CSVColumns) {
    let width = columns.names.count
    let isRagged = row.cells.count < width || !row.cells.dropFirst(width).allSatisfy(\.trimmed.isEmpty)
    if isRagged, row.oddity == .unclosedQuote {
      pending.append(.skipped(unclosed(row)))
      return
    }
    if isRagged { pending.append(.warning(ragged(row, width: width))) }
    if let oddity = row.oddity { pending.append(.warning(quotes(row, oddity))) }
    var record = Record(row: row.cells, columns: columns, format: format)
    record.finish()
    pending.append(.record(record))
  }

  private func unusable(_ header: CSVRow) -> Diagnostic {
    Diagnostic(
      file: file, line: header.line,
      expected: "a header row with a column for the title (title, primary_title, document title, article title, "
        + "display_name, TI) or the abstract (abstract, abstract note, notes_abstract, AB)",
      found: "the columns “\(header.cells.joined(separator: ", ").prefix(200))”",
      remedy: "name the columns in the first row")
  }

  private func ragged(_ row: CSVRow, width: Int) -> Diagnostic {
    Diagnostic(
      file: file, line: row.line, expected: "\(width) cells as in the header", found: "\(row.cells.count)",
      remedy: "look for quotes that are not closed, or separators outside of quotes")
  }

  private func unclosed(_ row: CSVRow) -> Diagnostic {
    Diagnostic(
      file: file, line: row.line, expected: "a quote that closes the cell opened on this line, within 1 MiB",
      found: "none", remedy: "close it, or double the quote if it belongs to the text")
  }

  private func quotes(_ row: CSVRow, _ oddity: CSVRow.Oddity) -> Diagnostic {
    switch oddity {
    case .loneQuote:
      Diagnostic(
        file: file, line: row.line, expected: "quotes within a quoted cell to be doubled",
        found: "a lone one, kept as text")
    case .unclosedQuote:
      Diagnostic(
        file: file, line: row.line, expected: "a quote that closes the cell opened on this line",
        found: "none in this row, so that the opening quote is kept as text")
    }
  }
}

// MARK: - Turned tables

extension CSVReader {
  /// Whether the first two rows each begin with the name of a field and have no other.
  private func isTurned(_ first: CSVRow) -> Bool {
    guard let second, CSVColumns([first.cells[0]]).isUsable else { return false }
    return [first, second].allSatisfy { row in
      row.cells.count > 1 && CSVColumns.isKnown(row.cells[0])
        && !row.cells.dropFirst().contains(where: CSVColumns.isKnown)
    }
  }

  private mutating func readTurnedRecord(from first: CSVRow) throws(ReadError) {
    var fields: [(name: String, value: String)] = []
    var row: CSVRow? = first
    repeat {
      guard let current = row, !current.isBlank else { break }
      let values = current.cells.dropFirst().map(\.trimmed).filter { !$0.isEmpty }
      if let oddity = current.oddity { pending.append(.warning(quotes(current, oddity))) }
      fields.append((current.cells[0].trimmed, values.joined(separator: "; ")))
      row = try takeRow()
    } while row?.cells.first != first.cells.first
    if row?.isBlank == true { row = try nextRow() }
    layout = .turned(next: row)
    var record = Record(
      row: fields.map(\.value), columns: CSVColumns(fields.map(\.name)), format: format)
    record.finish()
    pending.append(.record(record))
  }
}
