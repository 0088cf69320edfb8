/// One row of CSV.
struct CSVRow {
  /// The line where the row begins.
  var line: Int
  /// The cells as text, quotes resolved.
  var cells: [String] = []
  /// What is wrong with the row's quotes, though they could be read.
  var oddity: Oddity?

  enum Oddity {
    /// A lone quote inside of a quoted cell: kept as a character.
    case loneQuote
    /// An opening quote that nothing closes, or only a quote of a later row: kept as a character.
    case unclosedQuote
  }

  /// Whether no cell holds anything.
  var isBlank: Bool { cells.allSatisfy(\.trimmed.isEmpty) }
}

/// Rows of CSV (RFC 4180) out of lines.
///
/// A quoted cell may run over lines, for at most 1 MiB. An opening quote is taken for a plain character when nothing
/// closes it, or when that alone gives the row its right number of cells; reading then goes on at the next line, so that
/// a stray quote never costs more than its own row.
///
/// - Complexity: linear. Lines known not to close a cell are not looked at again, and what is read twice for the sake of
///   the number of cells is bounded by what was consumed.
struct CSVRowReader {
  /// How many cells a row should have; 0 while unknown.
  var width = 0

  private static let quote = UInt8(ascii: "\"")
  private static let longestCell = 1 << 20
  private let separator: UInt8
  private var lines: LineReader
  /// Lines read; those before `head` are consumed.
  private var window: [Line] = []
  private var head = 0
  /// Lines of the window that close no cell that an earlier line opened.
  private var openLines = 0..<0
  /// Bytes read twice, less 16 times the bytes consumed.
  private var debt = 0

  init(_ input: Input, separator: UInt8) throws(ReadError) {
    self.separator = separator
    lines = try LineReader(input)
  }

  /// The next row, be it blank, or `nil` at the end.
  mutating func next() throws(ReadError) -> CSVRow? {
    guard try fill(head) else { return nil }
    var row = CSVRow(line: window[head].number)
    let last = try readCells(of: &row)
    if last > head, row.cells.count != width, let plain = plainRow(insteadOf: last) {
      consume(1)
      return plain
    }
    consume(last - head + 1)
    return row
  }

  /// The line at `head` as a row of its own, if that has the right number of cells.
  private mutating func plainRow(insteadOf last: Int) -> CSVRow? {
    guard width > 1, debt < 4 * Self.longestCell else { return nil }
    var row = CSVRow(line: window[head].number, oddity: .unclosedQuote)
    readPlainCells(of: &row, from: Place(line: head, offset: 0))
    guard row.cells.count == width else { return nil }
    debt += window[last].start - window[head].start
    return row
  }
}

// MARK: - Window

extension CSVRowReader {
  private struct Line {
    var number: Int
    /// Where the line begins, in bytes of all lines.
    var start: Int
    var bytes: [UInt8]
  }

  /// A byte of the window.
  private struct Place {
    var line: Int
    var offset: Int
  }

  /// Reads lines until the window has one at `index`; false at the end of the input.
  private mutating func fill(_ index: Int) throws(ReadError) -> Bool {
    while window.count <= index {
      guard let bytes = try lines.next() else { return false }
      let start = window.last.map { $0.start + $0.bytes.count + 1 } ?? 0
      window.append(Line(number: lines.lineNumber, start: start, bytes: Array(bytes)))
    }
    return true
  }

  private mutating func consume(_ count: Int) {
    for line in window[head..<head + count] { debt = max(0, debt - 16 * (line.bytes.count + 1)) }
    head += count
    // Dropping consumed lines by halves keeps the cost of each at one move.
    guard head * 2 >= window.count else { return }
    window.removeFirst(head)
    openLines = max(0, openLines.lowerBound - head)..<max(0, openLines.upperBound - head)
    head = 0
  }
}

// MARK: - Cells

extension CSVRowReader {
  /// Reads the cells of the row that begins at `head`; returns the row's last line.
  private mutating func readCells(of row: inout CSVRow) throws(ReadError) -> Int {
    var place = Place(line: head, offset: 0)
    while true {
      var text: String?
      if window[place.line].bytes.dropFirst(place.offset).first == Self.quote {
        guard let end = try closingQuote(of: place) else {
          readPlainCells(of: &row, from: place)
          row.oddity = .unclosedQuote
          return place.line
        }
        text = quotedText(from: place, to: end, oddity: &row.oddity)
        place = Place(line: end.line, offset: end.offset + 1)
      }
      let rest = window[place.line].bytes[place.offset...]
      let end = rest.firstIndex(of: separator)
      row.cells.append(text ?? String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self))
      guard let end else { return place.line }
      place.offset = end + 1
    }
  }

  private func readPlainCells(of row: inout CSVRow, from place: Place) {
    let rest = window[place.line].bytes[place.offset...]
    for cell in rest.split(separator: separator, omittingEmptySubsequences: false) {
      row.cells.append(String(decoding: cell, as: UTF8.self))
    }
  }

  /// The quote that closes the cell opened at `place`.
  private mutating func closingQuote(of place: Place) throws(ReadError) -> Place? {
    if let offset = closingQuote(in: window[place.line].bytes, from: place.offset + 1) {
      return Place(line: place.line, offset: offset)
    }
    let next = place.line + 1
    var line = openLines.contains(next) ? openLines.upperBound : next
    defer { openLines = min(next, openLines.contains(next) ? openLines.lowerBound : next)..<line }
    while try fill(line), window[line].start - window[place.line].start <= Self.longestCell {
      if let offset = closingQuote(in: window[line].bytes, from: 0) { return Place(line: line, offset: offset) }
      line += 1
    }
    return nil
  }

  /// The first quote that no quote follows but, over blanks, a separator or the end of the line.
  private func closingQuote(in line: [UInt8], from offset: Int) -> Int? {
    var offset = offset
    while offset < line.count {
      guard line[offset] == Self.quote else {
        offset += 1
        continue
      }
      if offset + 1 < line.count, line[offset + 1] == Self.quote {
        offset += 2
        continue
      }
      let next = line[(offset + 1)...].first { $0 != 0x20 || $0 == separator }
      if next == nil || next == separator { return offset }
      offset += 1
    }
    return nil
  }

  private func quotedText(from place: Place, to end: Place, oddity: inout CSVRow.Oddity?) -> String {
    var text: [UInt8] = []
    for line in place.line...end.line {
      let bytes = window[line].bytes
      let range =
        (line == place.line ? place.offset + 1 : 0)..<(line == end.line ? end.offset : bytes.count)
      if line > place.line { text.append(UInt8(ascii: "\n")) }
      append(bytes[range], to: &text, oddity: &oddity)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what stands within quotes, each doubled quote as one.
  private func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8], oddity: inout CSVRow.Oddity?) {
    var rest = bytes
    while let place = rest.firstIndex(of: Self.quote) {
      text += rest[...place]
      rest = rest[(place + 1)...]
      if rest.first == Self.quote { rest = rest.dropFirst() } else { oddity = .loneQuote }
    }
    text += rest
  }
}
