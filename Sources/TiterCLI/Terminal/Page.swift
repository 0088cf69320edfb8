import Glibc

/// What text is laid out for: how wide it is, and whether it may be coloured.
struct Page {
  /// The columns of a line.
  var width: Int
  /// Whether escape sequences are understood and wanted.
  var isColoured: Bool

  /// The page that a descriptor shows: 80 columns without colour where it is no terminal.
  init(descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    width = isTerminal ? terminalWidth(descriptor) ?? 80 : 80
    isColoured = isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// How a stretch of text is set off from its surroundings.
  enum Ink: String {
    case title = "1"
    case match = "1;33"
    case faint = "2"
  }

  /// `text` in `ink`, where the page has colours.
  func paint(_ text: String, _ ink: Ink) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The value of an environment variable; an empty one counts as not set.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}

/// The columns of a terminal; less than 20 are taken as a size that nobody has set.
private func terminalWidth(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
  return Int(size.ws_col)
}
