/// HTML and SVG as they are written: elements that close, attributes and text whose special signs are escaped.
struct Markup {
  /// What has been written.
  private(set) var text = ""
  private var identifiers = 0

  /// An element with what `content` writes into it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// An element with a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String) {
    element(name, attributes) { $0.write(content) }
  }

  /// An element with a text and no attributes.
  mutating func element(_ name: String, _ content: String) { element(name, [:], content) }

  /// A shape of SVG, or an element of HTML that has no end: nothing is in it.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes)
    text += "/>"
  }

  /// Text.
  mutating func write(_ content: String) { text += Self.escaped(content) }

  /// Text that is markup already: nothing that comes from outside.
  mutating func verbatim(_ content: StaticString) { text += "\(content)" }

  /// An identifier that no other element has.
  mutating func identifier() -> String {
    identifiers += 1
    return "t\(identifiers)"
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)"
    for (key, value) in attributes where !value.isEmpty { text += " \(key)=\"\(Self.escaped(value))\"" }
  }

  /// A text as it can stand between tags and within quotes: control characters, which documents can't hold, as U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
