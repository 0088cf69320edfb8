/// What the first rows of a text say about whether it is a table, and what separates its columns.
struct TableBeginning {
  /// Comma, semicolon or tab: what parts the header row into the most columns.
  let separator: UInt8
  private let rows: [[ArraySlice<UInt8>]]

  /// The rows are split at every line end, so that only the first is sure to be a row.
  init(_ text: ArraySlice<UInt8>) {
    let lines = text.split(maxSplits: 8, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(8)
    let header = lines.first ?? []
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let widths = candidates.map { Self.cells(header, separator: $0).count }
    let widest = widths.indices.max { widths[$0] < widths[$1] } ?? 0
    separator = candidates[widest]
    rows = lines.map { Self.cells($0, separator: candidates[widest]) }
  }

  /// A table if it has columns that we know, or else the same number of columns in every row.
  var format: RecordFormat? {
    hasKnownColumns || isRegular ? (separator == UInt8(ascii: "\t") ? .tsv : .csv) : nil
  }

  /// Whether two columns of the header row, or its only one, have a name that tables of records use.
  var hasKnownColumns: Bool {
    let header = rows.first ?? []
    let known = header.count { Self.knownNames.contains(Self.name($0)) }
    return known >= 2 || (known == 1 && header.count == 1)
  }

  private var isRegular: Bool {
    guard let width = rows.first?.count, width > 1, rows.count > 1 else { return false }
    return rows.allSatisfy { $0.count == width }
  }

  /// The cells of a row, without regard for quotes over several lines.
  private static func cells(_ row: ArraySlice<UInt8>, separator: UInt8) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return row.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }
  }

  /// The letters of a column's name in lower case; `""` for what names no column, such as `PMID- 123`.
  private static func name(_ cell: ArraySlice<UInt8>) -> String {
    let letters = cell.filter(\.isLetter)
    let isName = cell.allSatisfy { $0.isLetter || " _./()\"".utf8.contains($0) }
    return isName ? String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self) : ""
  }

  private static let knownNames = Set(
    """
    abstract abstracts abstractnote alternatetitle author authors authornames creators date doi id issue issn journal
    journaltitle keywords label pages pmid publicationtitle publicationyear publisher recordid source sourcetitle
    text title url volume year
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
