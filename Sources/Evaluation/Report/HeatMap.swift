/// A figure for each pair of two settings, such as BM25's k1 and b: the higher, the denser its cell.
public struct HeatMap: Sendable, Equatable {
  /// What the map shows.
  public var title: String
  /// The setting along the map, and its values.
  public var horizontal: (name: String, values: [String])
  /// The setting up the map, and its values from below.
  public var vertical: (name: String, values: [String])
  /// The figures: for each value of the vertical setting those of all values of the horizontal one.
  public var figures: [[Double]]
  /// How often cross-validation chose each pair, in the same order; empty if it wasn't asked.
  public var choices: [[Int]]

  /// A map.
  ///
  /// - Precondition: `figures`, and `choices` unless they are empty, have a number for each pair.
  public init(
    _ title: String, horizontal: (name: String, values: [String]), vertical: (name: String, values: [String]),
    figures: [[Double]], choices: [[Int]] = []
  ) {
    let isWhole =
      figures.count == vertical.values.count && figures.allSatisfy { $0.count == horizontal.values.count }
    precondition(isWhole, "each pair of settings needs a figure")
    precondition(choices.isEmpty || choices.map(\.count) == figures.map(\.count), "each pair needs a count")
    (self.title, self.horizontal, self.vertical) = (title, horizontal, vertical)
    (self.figures, self.choices) = (figures, choices)
  }

  /// Whether both show the same.
  public static func == (left: HeatMap, right: HeatMap) -> Bool {
    left.title == right.title && left.horizontal == right.horizontal && left.vertical == right.vertical
      && left.figures == right.figures && left.choices == right.choices
  }

  private static let cellHeight = 30.0

  private var range: (least: Double, most: Double) {
    (figures.joined().min() ?? 0, figures.joined().max() ?? 0)
  }

  /// Draws the map.
  func write(into markup: inout Markup) {
    let frame = ChartFrame(height: 90 + Self.cellHeight * Double(max(figures.count, 1)), top: 36, bottom: 46)
    frame.figure(title, description, into: &markup) { svg in
      for row in figures.indices {
        for column in figures[row].indices { drawCell(row, column, in: frame, into: &svg) }
      }
      drawLabels(in: frame, into: &svg)
      drawScale(in: frame, into: &svg)
    }
  }

  private var description: String {
    let (least, most) = range
    let pairs = figures.indices.flatMap { row in figures[row].indices.map { (row: row, column: $0) } }
    let best = pairs.first { figures[$0.row][$0.column] == most }.map { ", with \(name($0.row, $0.column))" } ?? ""
    return "From \(FixedDecimal.text(least, decimals: 4)) to \(FixedDecimal.text(most, decimals: 4))\(best)."
  }

  private func name(_ row: Int, _ column: Int) -> String {
    "\(horizontal.name) \(horizontal.values[column]), \(vertical.name) \(vertical.values[row])"
  }

  /// How dense a figure is drawn: from 0.06, which is seen to be a cell, to 1.
  private func density(_ figure: Double) -> Double {
    let (least, most) = range
    return most > least ? 0.06 + 0.94 * (figure - least) / (most - least) : 0.5
  }

  private func drawCell(_ row: Int, _ column: Int, in frame: ChartFrame, into svg: inout Markup) {
    let figure = figures[row][column]
    let (width, height) = (frame.plotWidth / Double(figures[row].count), Self.cellHeight)
    let (x, y) = (frame.left + Double(column) * width, frame.bottom - Double(row + 1) * height)
    let text = FixedDecimal.text(figure, decimals: 4)
    let chosen = choices.isEmpty ? 0 : choices[row][column]
    svg.element("rect", rectangle(x + 1, y + 1, width - 2, height - 2, "heat", density(figure))) { rect in
      let fold = chosen > 0 ? ", chosen for \(chosen) fold\(chosen == 1 ? "" : "s")" : ""
      rect.element("title", "\(name(row, column)): \(text)\(fold)")
    }
    if chosen > 0 { svg.empty("rect", rectangle(x + 2, y + 2, width - 4, height - 4, "chosen")) }
    let label = (width > 48 ? text : String(text.drop { $0 == "0" }.prefix(4))) + (chosen > 0 ? " ×\(chosen)" : "")
    frame.text(label, x + width / 2, y + height / 2 + 3.5, "small middle", into: &svg)
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ kind: String, _ density: Double? = nil
  ) -> KeyValuePairs<String, String> {
    [
      "class": kind, "x": ChartFrame.coordinate(x), "y": ChartFrame.coordinate(y),
      "width": ChartFrame.coordinate(max(width, 0)), "height": ChartFrame.coordinate(height),
      "fill-opacity": density.map(ChartFrame.coordinate) ?? "",
    ]
  }

  private func drawLabels(in frame: ChartFrame, into svg: inout Markup) {
    for (row, value) in vertical.values.enumerated() {
      let y = frame.bottom - (Double(row) + 0.5) * Self.cellHeight + 3.8
      frame.text(value, frame.left - 7, y, "tick end", into: &svg)
    }
    let width = frame.plotWidth / Double(max(horizontal.values.count, 1))
    for (column, value) in horizontal.values.enumerated() {
      frame.text(value, frame.left + (Double(column) + 0.5) * width, frame.bottom + 16, "tick middle", into: &svg)
    }
    frame.drawHorizontal(horizontal.name, into: &svg)
    let middle = ChartFrame.coordinate((frame.top + frame.bottom) / 2)
    svg.element("text", ["class": "middle", "transform": "translate(14 \(middle)) rotate(-90)"], vertical.name)
  }

  /// The legend: least to most in ten steps, and what frames mean.
  private func drawScale(in frame: ChartFrame, into svg: inout Markup) {
    let (least, most) = range
    frame.text(FixedDecimal.text(least, decimals: 4), frame.left, 15, "tick", into: &svg)
    for step in 0..<10 {
      svg.empty(
        "rect", rectangle(frame.left + 42 + Double(step) * 12, 6, 12, 10, "heat", 0.06 + 0.94 * Double(step) / 9))
    }
    frame.text(FixedDecimal.text(most, decimals: 4), frame.left + 169, 15, "tick", into: &svg)
    guard !choices.isEmpty else { return }
    svg.empty("rect", rectangle(frame.left + 232, 5.5, 14, 11, "chosen"))
    frame.text("chosen by cross-validation, for × folds", frame.left + 252, 15, "", into: &svg)
  }
}
