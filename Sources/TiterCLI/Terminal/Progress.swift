import Glibc

/// A line on standard error that says how far the work is, drawn over itself at most ten times a second.
///
/// It is drawn on a terminal only.
struct Progress {
  private static let interval = Duration.milliseconds(100)
  private let total: Int?
  private let isShown: Bool
  private let page = Page(descriptor: STDERR_FILENO)
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant
  private var isDrawn = false

  /// Work over `total` bytes, or over an unknown number of them.
  init(total: Int?, isWanted: Bool) {
    self.total = total
    isShown = isWanted && isatty(STDERR_FILENO) == 1
    start = clock.now
    lastDrawn = start
    if isShown { eraseLineAtInterrupt() }
  }

  /// The seconds since the work began.
  var seconds: Double {
    let elapsed = (clock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  /// Draws the line anew when it is time to.
  mutating func update(bytes: Int, records: Int) {
    guard isShown, clock.now - lastDrawn >= Self.interval else { return }
    var parts = progressParts(bytes: bytes, total: total, records: records, seconds: seconds)
    // A number that is cut would be another number: what doesn't fit is left out whole.
    while parts.count > 1 && parts.joined(separator: "  ").count >= page.width { parts.removeLast() }
    StandardError.write("\r\u{1B}[K\(parts.joined(separator: "  "))")
    lastDrawn = clock.now
    isDrawn = true
  }

  /// Takes the line away, so that other text can be written in its place.
  mutating func erase() {
    guard isDrawn else { return }
    StandardError.write("\r\u{1B}[K")
    isDrawn = false
  }
}

/// `42% ████░░░░░░  12.3 MB of 29.1 MB  8,123 records  12,345/s  0:12 left`, which fits 80 columns, part by part.
func progressParts(bytes: Int, total: Int?, records: Int, seconds: Double) -> [String] {
  let work = [Figures.count(records, "record"), "\(Figures.grouped(Figures.rate(records, seconds: seconds)))/s"]
  guard let total, total > 0 else { return [Figures.bytes(bytes)] + work }
  let part = min(Double(bytes) / Double(total), 1)
  let percent = String(Int(part * 100))
  let filled = Int(part * 10)
  let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
  let left = part > 0 ? ["\(Figures.clock(seconds / part - seconds)) left"] : []
  let padding = String(repeating: " ", count: 3 - percent.count)
  return ["\(padding)\(percent)% \(bar)", "\(Figures.bytes(bytes)) of \(Figures.bytes(total))"] + work + left
}
