/// An axis of a chart: a range with ticks at round numbers.
package struct ChartAxis {
  /// What it measures, in which unit.
  let label: String
  /// Where it begins.
  package let lower: Double
  /// Where it ends.
  package let upper: Double
  /// The numbers at the ticks.
  package let ticks: [Double]
  /// How many decimals the ticks need.
  let decimals: Int

  /// An axis of `range`, widened to whole steps where `isWidened`; of a range without extent a little one.
  package init(_ label: String, _ range: ClosedRange<Double>, ticks count: Int = 5, isWidened: Bool = false) {
    let extent = max(range.upperBound - range.lowerBound, 1e-9)
    let (step, decimals) = Self.step(atLeast: extent / Double(count))
    var (first, last) = (range.lowerBound / step, (range.lowerBound + extent) / step)
    // A bound that is a tick but for rounding is that tick.
    first = isWidened ? (first + 1e-9).rounded(.down) : (first - 1e-9).rounded(.up)
    last = isWidened ? (last - 1e-9).rounded(.up) : (last + 1e-9).rounded(.down)
    (self.label, self.decimals) = (label, decimals)
    ticks = stride(from: first, through: max(first, last), by: 1).map { $0 * step }
    lower = isWidened ? first * step : range.lowerBound
    upper = isWidened ? last * step : range.lowerBound + extent
  }

  /// The least of 1, 2 and 5 times powers of ten that isn't below a number, and its decimals.
  private static func step(atLeast number: Double) -> (step: Double, decimals: Int) {
    var (power, decimals) = (1.0, 0)
    while power < number { power *= 10 }
    // Powers below 1 are kept as their reciprocal, which is exact.
    while power == 1 && number * scale(decimals + 1) <= 1 && decimals < 9 { decimals += 1 }
    let unit = power > 1 ? power : 1 / scale(decimals)
    if unit / 5 >= number { return (unit / 5, power > 1 ? 0 : decimals + 1) }
    if unit / 2 >= number { return (unit / 2, power > 1 ? 0 : decimals + 1) }
    return (unit, power > 1 ? 0 : decimals)
  }

  private static func scale(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }

  /// Which part of the axis lies before a number; outside of the range the nearer end.
  func share(_ number: Double) -> Double { min(max((number - lower) / (upper - lower), 0), 1) }

  /// A tick's number as it is shown.
  package func text(_ tick: Double) -> String {
    let text = FixedDecimal.text(tick, decimals: decimals)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
