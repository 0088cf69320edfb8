/// The picture around a chart: its size, its title for those who can't see it, axes, grid and legend.
struct ChartFrame {
  /// The width of all charts, in the units of their coordinates.
  static let width = 640.0

  /// The height of the picture.
  let height: Double
  /// Where the plot is.
  let (left, top, right, bottom): (Double, Double, Double, Double)

  /// A frame whose plot leaves some room at each side.
  init(height: Double, left: Double = 58, top: Double = 14, right: Double = 14, bottom: Double = 46) {
    self.height = height
    (self.left, self.top, self.right, self.bottom) = (left, top, Self.width - right, height - bottom)
  }

  /// The plot's width.
  var plotWidth: Double { right - left }
  /// The plot's height.
  var plotHeight: Double { bottom - top }

  /// A figure with a caption, and a picture that `content` draws.
  ///
  /// `description` says in words what the picture shows.
  func figure(
    _ title: String, _ description: String, into markup: inout Markup, content: (inout Markup) -> Void
  ) {
    markup.element("figure") { figure in
      figure.element("figcaption", title)
      let (name, words) = (figure.identifier(), figure.identifier())
      let attributes: KeyValuePairs = [
        "viewBox": "0 0 \(Self.coordinate(Self.width)) \(Self.coordinate(height))", "role": "img",
        "aria-labelledby": name, "aria-describedby": words,
      ]
      figure.element("div", ["class": "scroll"]) { scroll in
        scroll.element("svg", attributes) { svg in
          svg.element("title", ["id": name], title)
          svg.element("desc", ["id": words], description)
          content(&svg)
        }
      }
    }
  }

  /// The vertical axis with its ticks and lines across the plot.
  func drawVertical(_ axis: ChartAxis, into svg: inout Markup) {
    for tick in axis.ticks {
      let y = bottom - axis.share(tick) * plotHeight
      line(left, y, right, y, "grid", into: &svg)
      text(axis.text(tick), left - 7, y + 3.8, "tick end", into: &svg)
    }
    let middle = Self.coordinate((top + bottom) / 2)
    svg.element(
      "text", ["class": "middle", "transform": "translate(14 \(middle)) rotate(-90)"], axis.label)
  }

  /// The horizontal axis with its ticks and lines along the plot.
  func drawHorizontal(_ axis: ChartAxis, into svg: inout Markup) {
    for tick in axis.ticks {
      let x = left + axis.share(tick) * plotWidth
      line(x, top, x, bottom, "grid", into: &svg)
      text(axis.text(tick), x, bottom + 16, "tick middle", into: &svg)
    }
    drawHorizontal(axis.label, into: &svg)
  }

  /// The label of the horizontal axis.
  func drawHorizontal(_ label: String, into svg: inout Markup) {
    text(label, (left + right) / 2, height - 10, "middle", into: &svg)
  }

  /// A line between two points.
  func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String, into svg: inout Markup) {
    svg.empty(
      "line",
      [
        "class": kind, "x1": Self.coordinate(x1), "y1": Self.coordinate(y1), "x2": Self.coordinate(x2),
        "y2": Self.coordinate(y2),
      ])
  }

  /// A text that begins, ends or has its middle at a point.
  func text(_ text: String, _ x: Double, _ y: Double, _ kind: String, into svg: inout Markup) {
    svg.element("text", ["class": kind, "x": Self.coordinate(x), "y": Self.coordinate(y)], text)
  }

  /// A number of a picture: two decimals, and none where they are 0.
  static func coordinate(_ value: Double) -> String {
    var text = FixedDecimal.text(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A text cut to what fits into so many characters.
  static func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(max(count - 1, 1)) + "…"
  }
}
