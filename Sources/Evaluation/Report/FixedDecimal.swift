/// Numbers with a fixed count of decimals, the same on every machine.
public enum FixedDecimal {
  /// A number rounded to `decimals` places, as C prints it with `%.4f`: `0.1235`.
  ///
  /// The number that the bits stand for is rounded to nearest, halves to even. What is rounded to nothing has no sign.
  /// Numbers that aren't finite are `inf`, `-inf` and `nan`; those beyond 2⁵³ units of the last place are written as Swift
  /// writes them.
  ///
  /// - Precondition: `decimals` is from 0 to 9.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    guard abs(value) * scale < 0x1p53 else { return "\(value)" }
    let units = rounded(abs(value), times: scale)
    let digits = String(units)
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let whole = padded.dropLast(decimals)
    let sign = value < 0 && units > 0 ? "-" : ""
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(decimals))"
  }

  /// A number with its sign, if it has one: `+0.0210`, `−0.0500`; with a true minus unless `minus` is another.
  public static func signed(_ value: Double, decimals: Int, minus: String = "−") -> String {
    let text = text(value, decimals: decimals)
    if text.hasPrefix("-") { return minus + text.dropFirst() }
    return text.contains { ("1"..."9").contains($0) } || value == .infinity ? "+" + text : text
  }

  /// A p-value: three decimals, and `<0.001` where these would say nothing.
  public static func pValue(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : text(value, decimals: 3)
  }

  /// The whole number nearest to the exact product.
  private static func rounded(_ value: Double, times scale: Double) -> Int {
    let product = value * scale
    // What the product lost by rounding; exact, since it is computed without rounding in between.
    let lost = (-product).addingProduct(value, scale)
    let floor = product.rounded(.down)
    let half = product - floor - 0.5
    let isUp = half > 0 || half == 0 && (lost > 0 || lost == 0 && !Int(floor).isMultiple(of: 2))
    return Int(floor) + (isUp ? 1 : 0)
  }
}
