/// Curves of several runs over one axis.
public struct CurveChart: Sendable, Equatable {
  /// A point of a curve.
  public struct Point: Sendable, Equatable {
    /// Where it lies along the chart.
    public var x: Double
    /// How high it lies.
    public var y: Double

    /// A point.
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// The curve of a run.
  public struct Curve: Sendable, Equatable {
    /// The run's name.
    public var name: String
    /// The points, from left to right.
    public var points: [Point]

    /// A curve through points.
    public init(_ name: String, _ points: [Point]) { (self.name, self.points) = (name, points) }
  }

  /// What the chart shows.
  public var title: String
  /// What runs along the chart, in which unit.
  public var horizontal: String
  /// What runs upwards, in which unit.
  public var vertical: String
  /// The curves; beyond six their strokes come again.
  public var curves: [Curve]
  /// A line to compare with, such as that of a random order.
  public var reference: Curve?

  /// Curves within 0 and 1 on both axes.
  public init(_ title: String, horizontal: String, vertical: String, curves: [Curve], reference: Curve? = nil) {
    (self.title, self.horizontal, self.vertical) = (title, horizontal, vertical)
    (self.curves, self.reference) = (curves, reference)
  }

  /// Interpolated precision at recall 0, 0.1 … 1, from eleven means for each run.
  public static func recallPrecision(_ runs: [(name: String, precision: [Double])]) -> CurveChart {
    let curves = runs.map { run in
      Curve(run.name, run.precision.prefix(11).enumerated().map { Point(Double($0.offset) / 10, $0.element) })
    }
    return CurveChart(
      "Precision at each level of recall.", horizontal: "recall", vertical: "interpolated precision", curves: curves)
  }

  /// The share of relevant documents found by the share of documents screened, beside a random order's.
  public static func recallEffort(_ curves: [Curve]) -> CurveChart {
    CurveChart(
      "Recall by screening effort.", horizontal: "documents screened (share of the collection)",
      vertical: "relevant documents found (recall)", curves: curves,
      reference: Curve("random order", [Point(0, 0), Point(1, 1)]))
  }

  /// Draws the chart.
  func write(into markup: inout Markup) {
    let rows = Double((legend.count + 2) / 3)
    let frame = ChartFrame(height: 340 + 18 * rows, top: 12 + 18 * rows)
    figure(in: frame, into: &markup)
  }

  private func figure(in frame: ChartFrame, into markup: inout Markup) {
    frame.figure(title, description, into: &markup) { svg in
      frame.drawVertical(ChartAxis(vertical, 0...1), into: &svg)
      frame.drawHorizontal(ChartAxis(horizontal, 0...1, ticks: 10), into: &svg)
      if let reference { draw(reference, "reference", in: frame, into: &svg) }
      // The first curve, the baseline's, lies on top.
      for (index, curve) in curves.enumerated().reversed() {
        draw(curve, "curve s\(index % 6 + 1)", in: frame, into: &svg)
      }
      drawLegend(in: frame, into: &svg)
    }
  }

  private var description: String {
    let ends = curves.map { curve in
      let points = [curve.points.first, curve.points.dropFirst(curve.points.count / 2).first, curve.points.last]
      let words = points.compactMap { $0 }.map {
        "\(FixedDecimal.text($0.y, decimals: 3)) at \(FixedDecimal.text($0.x, decimals: 2))"
      }
      return "\(curve.name): \(words.joined(separator: ", "))."
    }
    return "\(vertical) by \(horizontal). \(ends.joined(separator: " "))"
  }

  private func draw(_ curve: Curve, _ kind: String, in frame: ChartFrame, into svg: inout Markup) {
    let points = curve.points.map { point in
      let x = frame.left + min(max(point.x, 0), 1) * frame.plotWidth
      let y = frame.bottom - min(max(point.y, 0), 1) * frame.plotHeight
      return "\(ChartFrame.coordinate(x)),\(ChartFrame.coordinate(y))"
    }
    svg.element("polyline", ["class": kind, "points": points.joined(separator: " ")]) {
      $0.element("title", curve.name)
    }
  }

  private var legend: [(kind: String, name: String)] {
    curves.enumerated().map { ("curve s\($0.offset % 6 + 1)", $0.element.name) }
      + (reference.map { [("reference", $0.name)] } ?? [])
  }

  private func drawLegend(in frame: ChartFrame, into svg: inout Markup) {
    for (index, entry) in legend.enumerated() {
      let (x, y) = (frame.left + Double(index % 3) * 192, 12 + 18 * Double(index / 3))
      frame.line(x, y - 4, x + 28, y - 4, entry.kind, into: &svg)
      frame.text(ChartFrame.shortened(entry.name, to: 26), x + 35, y, "", into: &svg)
    }
  }
}
