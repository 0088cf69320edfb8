/// A bar for each topic: how much better or worse a run is than the baseline, from the best topic to the worst.
public struct WinLossChart: Sendable, Equatable {
  /// A topic with its difference.
  public struct Bar: Sendable, Equatable {
    /// The topic's name.
    public var topic: String
    /// The run's figure less the baseline's.
    public var difference: Double

    /// A bar.
    public init(topic: String, difference: Double) { (self.topic, self.difference) = (topic, difference) }
  }

  /// The run that is better where bars go up.
  public var run: String
  /// The run that is better where they go down.
  public var baseline: String
  /// What both were measured by.
  public var measure: String
  /// The bars, which are drawn in order of their differences; of equal ones, as they come.
  public var bars: [Bar]

  /// Two runs by one measure.
  public init(run: String, baseline: String, measure: String, bars: [Bar]) {
    (self.run, self.baseline, self.measure, self.bars) = (run, baseline, measure, bars)
  }

  /// Two runs by their figures for `topics`.
  ///
  /// - Precondition: each run has a figure for each topic.
  public init(_ run: Comparison.Run, from baseline: Comparison.Run, by measure: String, topics: [String]) {
    let differences = PairedDifferences(of: run.values, from: baseline.values).values
    precondition(topics.count == differences.count, "each run needs a figure for each topic")
    let bars = zip(topics, differences).map { Bar(topic: $0, difference: $1) }
    self.init(run: run.name, baseline: baseline.name, measure: measure, bars: bars)
  }

  private static let frame = ChartFrame(height: 250, top: 30, bottom: 30)
  /// Up to how many topics have their names at their bars.
  private static let namedBars = 30

  private var balance: (wins: Int, losses: Int, ties: Int) {
    (bars.count { $0.difference > 0 }, bars.count { $0.difference < 0 }, bars.count { $0.difference == 0 })
  }

  /// Draws the chart.
  func write(into markup: inout Markup) {
    let (wins, losses, ties) = balance
    let title = "Difference in \(measure) by topic: \(run) less \(baseline)."
    let words = "\(run) is better than \(baseline) for \(wins) topics, worse for \(losses), and as good for \(ties)."
    Self.frame.figure(title, words, into: &markup) { svg in
      let axis = ChartAxis("difference in \(measure)", range, isWidened: true)
      Self.frame.drawVertical(axis, into: &svg)
      draw(bars.sorted { $0.difference > $1.difference }, axis, into: &svg)
      let zero = Self.frame.bottom - axis.share(0) * Self.frame.plotHeight
      Self.frame.line(Self.frame.left, zero, Self.frame.right, zero, "zero", into: &svg)
      drawLegend(into: &svg)
      Self.frame.drawHorizontal("\(bars.count) topics, by difference", into: &svg)
    }
  }

  /// What the bars reach, with 0, and never so little that noise looks like a mountain.
  private var range: ClosedRange<Double> {
    let differences = bars.map(\.difference).filter(\.isFinite)
    let (least, most) = (min(differences.min() ?? 0, 0), max(differences.max() ?? 0, 0))
    return most - least < 1e-4 ? -0.01...0.01 : least...most
  }

  private func draw(_ bars: [Bar], _ axis: ChartAxis, into svg: inout Markup) {
    let frame = Self.frame
    let step = frame.plotWidth / Double(max(bars.count, 1))
    let width = min(step * (step > 4 ? 0.78 : 0.94), 34)
    let zero = axis.share(0) * frame.plotHeight
    for (index, bar) in bars.enumerated() {
      let end = axis.share(bar.difference) * frame.plotHeight
      let x = frame.left + (Double(index) + 0.5) * step
      // A topic without a difference has a stroke at 0, so that it is seen to be there.
      let height = bar.difference == 0 ? 4 : max(abs(end - zero), 1)
      svg.element(
        "rect",
        [
          "class": bar.difference > 0 ? "gain" : bar.difference < 0 ? "loss" : "tie",
          "x": ChartFrame.coordinate(x - width / 2),
          "y": ChartFrame.coordinate(frame.bottom - max(end, zero) - (bar.difference == 0 ? 2 : 0)),
          "width": ChartFrame.coordinate(width), "height": ChartFrame.coordinate(height),
        ]
      ) { rect in
        rect.element("title", "\(bar.topic): \(FixedDecimal.signed(bar.difference, decimals: 4))")
      }
      guard bars.count <= Self.namedBars else { continue }
      let y = frame.bottom - zero + (bar.difference > 0 ? 12 : -5)
      frame.text(ChartFrame.shortened(bar.topic, to: Int(step / 5.5)), x, y, "tick small middle", into: &svg)
    }
  }

  private func drawLegend(into svg: inout Markup) {
    let (frame, balance) = (Self.frame, balance)
    let entries = [
      ("gain", "\(ChartFrame.shortened(run, to: 28)) better: \(balance.wins)"),
      ("loss", "\(ChartFrame.shortened(baseline, to: 28)) better: \(balance.losses)"), ("tie", "same: \(balance.ties)"),
    ]
    for (index, entry) in entries.enumerated() {
      let x = frame.left + Double(index) * 236
      svg.empty(
        "rect", ["class": entry.0, "x": ChartFrame.coordinate(x), "y": "6", "width": "10", "height": "10"])
      frame.text(entry.1, x + 15, 15, "", into: &svg)
    }
  }
}
