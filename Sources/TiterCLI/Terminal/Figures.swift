/// Numbers as people read them.
enum Figures {
  /// A whole number with its thousands apart: `5,183`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  /// A number of bytes in the unit that fits: `831 bytes`, `12.3 MB`.
  static func bytes(_ count: Int) -> String {
    var value = Double(count)
    guard value >= 1000 else { return "\(count) bytes" }
    var unit = 0
    let units = ["kB", "MB", "GB", "TB"]
    value /= 1000
    while value >= 999.95 && unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return "\(tenths(value)) \(units[unit])"
  }

  /// A number with one decimal: `12.3`.
  static func tenths(_ value: Double) -> String {
    let count = Int((min(max(value, 0), 1e15) * 10).rounded())
    return "\(grouped(count / 10)).\(count % 10)"
  }

  /// A number with two decimals: `12.35`.
  static func hundredths(_ value: Float) -> String {
    let count = Int((min(max(Double(value), 0), 1e15) * 100).rounded())
    let rest = count % 100
    return "\(count / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A number with four decimals as C prints it, a half to the even digit: `0.1235`.
  ///
  /// The product and what was lost of it when it was rounded are together exact, so that no half is missed.
  static func fourDecimals(_ value: Double) -> String {
    let magnitude = min(value.magnitude, 1e11)
    let scaled = magnitude * 10_000
    let lost = (-scaled).addingProduct(magnitude, 10_000)
    let whole = scaled.rounded(.down)
    let part = scaled - whole
    var count = Int(whole)
    if part > 0.5 || (part == 0.5 && (lost > 0 || (lost == 0 && !count.isMultiple(of: 2)))) { count += 1 }
    let digits = String(count % 10_000)
    return (value < 0 ? "-" : "") + "\(count / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// A span of time on the clock: `0:07`, `1:02:03`.
  static func clock(_ seconds: Double) -> String {
    let total = Int(min(max(seconds, 0), 1e9).rounded(.up))
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    let ending = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours > 0 else { return "\(minutes):\(ending)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(ending)"
  }

  /// How many a second, or 0 before time has passed.
  static func rate(_ count: Int, seconds: Double) -> Int {
    seconds > 0 ? Int(min(Double(count) / seconds, 1e15)) : 0
  }

  /// A count with its noun, whose plural takes an s: `1 record`, `2 records`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
