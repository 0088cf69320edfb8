/// A table of a report: names in its first column, then figures.
public struct ReportTable: Sendable, Equatable {
  /// What a cell says besides its text.
  public enum Mark: String, Sendable, Equatable {
    /// Significantly better than the baseline.
    case better
    /// Significantly worse than the baseline.
    case worse

    fileprivate var sign: String { self == .better ? "▲" : "▼" }
  }

  /// A cell.
  public struct Cell: Sendable, Equatable {
    /// What it shows.
    public var text: String
    /// Whether it is the best of its column.
    public var isBest: Bool
    /// How it compares, where that is significant.
    public var mark: Mark?

    /// A cell that shows `text`.
    public init(_ text: String, isBest: Bool = false, mark: Mark? = nil) {
      (self.text, self.isBest, self.mark) = (text, isBest, mark)
    }
  }

  /// What the table shows.
  public var caption: String
  /// The headings of the columns.
  public var columns: [String]
  /// The rows, with a cell for each column.
  public var rows: [[Cell]]
  /// What the reader must know of the figures.
  public var note: String

  /// A table.
  public init(_ caption: String, columns: [String], rows: [[Cell]], note: String = "") {
    (self.caption, self.columns, self.rows, self.note) = (caption, columns, rows, note)
  }

  private var hasMarks: Bool { rows.joined().contains { $0.mark != nil } }

  /// Writes the table, which scrolls by itself where it is wider than the page.
  func write(into markup: inout Markup) {
    markup.element("figure") { figure in
      figure.element("div", ["class": "scroll"]) { $0.element("table", content: writeTable) }
      if !note.isEmpty { figure.element("p", ["class": "note"], note) }
    }
  }

  private func writeTable(into table: inout Markup) {
    table.element("caption", caption)
    table.element("thead") { head in
      head.element("tr") { row in
        for (index, column) in columns.enumerated() {
          row.element("th", ["scope": "col", "class": index > 0 ? "number" : ""], column)
        }
      }
    }
    table.element("tbody") { body in
      for row in rows {
        body.element("tr") { markup in
          for (index, cell) in row.enumerated() { write(cell, isFirst: index == 0, into: &markup) }
        }
      }
    }
  }

  private func write(_ cell: Cell, isFirst: Bool, into row: inout Markup) {
    if isFirst { return row.element("th", ["scope": "row"], cell.text) }
    row.element("td", ["class": cell.isBest ? "number best" : "number"]) { markup in
      markup.write(cell.text)
      guard hasMarks else { return }
      // Room for a mark in each cell keeps figures below each other.
      guard let mark = cell.mark else { return markup.element("span", ["class": "mark"], "") }
      let name = "significantly \(mark.rawValue)"
      markup.element(
        "span", ["class": "mark \(mark.rawValue)", "role": "img", "aria-label": name, "title": name], mark.sign)
    }
  }
}
