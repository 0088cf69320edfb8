/// The fields of one block of BibTeX.
struct BibTeXFields {
  /// The citation key; `""` for none.
  var key = ""
  /// The fields in order: the name as written, the value without its delimiters, macros resolved.
  var fields: [SourceField] = []
  /// What was wrong, if anything: what was expected, what was found.
  var fault: (expected: String, found: String)?

  /// Macros may add so many bytes to one block: those made of macros double with every line.
  private static let mostExpansion = 1 << 20
  private var expansion = 0
  private let bytes: [UInt8]
  private var place = 0

  /// Reads the body of an entry: `key, name = value, …`.
  static func entry(_ body: [UInt8], macros: [String: String]) -> BibTeXFields {
    var fields = BibTeXFields(body)
    fields.readKey()
    fields.readFields(macros)
    return fields
  }

  /// Reads the body of `@string`: `name = value, …`.
  static func macros(_ body: [UInt8], macros: [String: String]) -> BibTeXFields {
    var fields = BibTeXFields(body)
    fields.readFields(macros)
    return fields
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte.isBlank { place += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func readKey() {
    let end = bytes.firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
    // Without a key the first field comes at once.
    if bytes[..<end].contains(UInt8(ascii: "=")) { return }
    key = text(0..<end).trimmed
    place = min(end + 1, bytes.count)
  }

  private mutating func readFields(_ macros: [String: String]) {
    skipBlanks()
    while place < bytes.count {
      readField(macros)
      skipBlanks()
      if next == UInt8(ascii: ",") {
        place += 1
      } else if let byte = next, !byte.isLetter {
        note("“,” after a field")
        skipField()
      } else if next != nil {
        note("“,” after a field")
      }
      skipBlanks()
    }
  }

  private mutating func readField(_ macros: [String: String]) {
    if next == UInt8(ascii: ",") { return }
    let start = place
    while let byte = next, !byte.isBlank, !Self.delimiters.contains(byte) { place += 1 }
    let name = text(start..<place)
    skipBlanks()
    guard next == UInt8(ascii: "="), !name.isEmpty else {
      note("“name = value”")
      skipField()
      return
    }
    place += 1
    fields.append(SourceField(tag: name, value: readValue(macros)))
  }

  private static let delimiters = Array("=,{}\"#()".utf8)

  /// Remembers the first fault.
  private mutating func note(_ expected: String) {
    let found = bytes[place...].prefix(30).tidied
    if fault == nil { fault = (expected, found.isEmpty ? "the end of the entry" : "“\(found)”") }
  }

  /// Moves to the next comma outside of braces.
  private mutating func skipField() {
    var depth = 0
    while let byte = next, byte != UInt8(ascii: ",") || depth > 0 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      place += 1
    }
  }
}

// MARK: - Values

extension BibTeXFields {
  /// Reads pieces joined by `#`.
  private mutating func readValue(_ macros: [String: String]) -> String {
    var value = ""
    repeat {
      skipBlanks()
      value += readPiece(macros)
      skipBlanks()
      guard next == UInt8(ascii: "#") else { return value }
      place += 1
    } while true
  }

  private mutating func readPiece(_ macros: [String: String]) -> String {
    switch next {
    case UInt8(ascii: "{"): return readDelimited(by: UInt8(ascii: "}"))
    case UInt8(ascii: "\""): return readDelimited(by: UInt8(ascii: "\""))
    default:
      let start = place
      while let byte = next, !byte.isBlank, !Self.delimiters.contains(byte) { place += 1 }
      let word = text(start..<place)
      if word.isEmpty { note("a value") }
      return expanded(word, macros)
    }
  }

  /// Whether the quote at `index` is an umlaut, which BibTeX would want in braces: `"M\"uller"`.
  private func isAccent(at index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return false }
    let next = bytes[index + 1]
    return bytes[index - 1] == UInt8(ascii: "\\") && (next.isLetter || next == UInt8(ascii: "{"))
  }

  private mutating func expanded(_ word: String, _ macros: [String: String]) -> String {
    guard let text = macros[word.lowercased()] else { return word }
    guard expansion + text.utf8.count <= Self.mostExpansion else {
      note("at most 1 MiB out of macros")
      return word
    }
    expansion += text.utf8.count
    return text
  }

  /// Reads what stands up to `closing` where all braces since are closed.
  private mutating func readDelimited(by closing: UInt8) -> String {
    var depth = 0
    let begin = place + 1
    place = bytes.count
    for index in begin..<bytes.count {
      let byte = bytes[index]
      if byte == closing, depth == 0, !isAccent(at: index) {
        place = index
        break
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
    }
    if next == nil { note("“\(Character(Unicode.Scalar(closing)))” after the value") }
    defer { place = min(place + 1, bytes.count) }
    return text(begin..<place)
  }
}
