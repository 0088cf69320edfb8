/// LaTeX as bibliographies use it, into plain text.
///
/// One pass without recursion: braces vanish, so that commands that only set type (`\textit{…}`) vanish with their
/// names, accents look at the one letter that follows, and `$` only switches what `_` and `^` mean. A command that isn't
/// known stays as it is unless it has an argument or stands in a formula. A superscript after a digit keeps its `^`,
/// because 10^6 isn't 106.
struct LaTeXText {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var output: [UInt8] = []
  private var isInMath = false
  /// Whether quotes are open, without which `''` closes nothing.
  private var isInQuotes = false

  /// The plain text, on one line.
  static func plain(_ text: String) -> String {
    text.utf8.contains(where: isSpecial) ? converted(Array(text.utf8)[...]) : text.tidied
  }

  /// The plain text, on one line.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.contains(where: isSpecial) ? converted(bytes) : bytes.tidied
  }

  private static func converted(_ bytes: ArraySlice<UInt8>) -> String {
    var text = LaTeXText(bytes)
    text.output.reserveCapacity(bytes.count)
    while text.place < bytes.endIndex { text.step() }
    return text.output.tidied
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Whether a text is more than its bytes if it has this one.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "~"),
      UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Whether a step does anything but keep the byte.
  private static func isActive(_ byte: UInt8) -> Bool {
    isSpecial(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^")
  }

  private func byte(_ distance: Int = 0) -> UInt8? {
    place + distance < bytes.endIndex ? bytes[place + distance] : nil
  }

  private mutating func emit(_ text: String, consuming count: Int) {
    output += text.utf8
    place += count
  }

  private mutating func step() {
    guard let byte = byte() else { return }
    switch byte {
    case UInt8(ascii: "\\"): readCommand()
    case UInt8(ascii: "{"), UInt8(ascii: "}"): place += 1
    case UInt8(ascii: "~"): emit(" ", consuming: 1)
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "_"), UInt8(ascii: "^"): readScript(byte)
    case UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"): readLigature(byte)
    default:
      let run = bytes[place...].prefix { !Self.isActive($0) }
      output += run
      place = run.endIndex
    }
  }
}

// MARK: - Marks

extension LaTeXText {
  private mutating func readLigature(_ byte: UInt8) {
    let count = bytes[place...].prefix { $0 == byte }.count
    switch (byte, count) {
    // An arrow made of ASCII is none of LaTeX's dashes.
    case (UInt8(ascii: "-"), 2) where !isArrow: emit("–", consuming: 2)
    case (UInt8(ascii: "-"), 3): emit("—", consuming: 3)
    case (UInt8(ascii: "`"), 2...):
      isInQuotes = true
      emit("“", consuming: 2)
    case (UInt8(ascii: "'"), 2...) where isInQuotes:
      isInQuotes = false
      emit("”", consuming: 2)
    default:
      output += bytes[place..<place + count]
      place += count
    }
  }

  /// Whether two hyphens make an arrow with what follows.
  private var isArrow: Bool {
    let rest = bytes[(place + 2)...].drop { $0 == UInt8(ascii: "{") }
    return rest.first == UInt8(ascii: ">") || rest.starts(with: "\\textgreater".utf8)
  }

  /// A script loses its sign in a formula or before a brace; elsewhere the sign is a character.
  private mutating func readScript(_ sign: UInt8) {
    let isScript = isInMath || byte(1) == UInt8(ascii: "{")
    let keepsSign = sign == UInt8(ascii: "^") && output.last?.isDigit == true && isPower
    if !isScript || keepsSign { output.append(sign) }
    place += 1
  }

  /// Whether the script is a number: `^6`, `^{-6}`.
  private var isPower: Bool {
    let marks = Array("^{+-".utf8)
    return bytes[place...].prefix(5).drop { marks.contains($0) }.first?.isDigit ?? false
  }

  /// A dollar sign begins a formula when the text up to the next one looks like one; otherwise it is money.
  private mutating func readDollar() {
    if isInMath {
      isInMath = false
    } else {
      let rest = bytes[(place + 1)...]
      isInMath = rest.firstIndex(of: UInt8(ascii: "$")).map { Self.isFormula(rest[..<$0]) } ?? false
      if !isInMath { output.append(UInt8(ascii: "$")) }
    }
    place += 1
  }

  private static func isFormula(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    let hasMark = bytes.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "_") }
    return hasMark || !bytes.contains(where: \.isBlank)
  }
}

// MARK: - Commands

extension LaTeXText {
  private mutating func readCommand() {
    guard let next = byte(1) else { return emit("\\", consuming: 1) }
    if next.isLetter { return readWord() }
    if LaTeXSymbols.isAccent(next), readAccent(next, from: place + 2) { return }
    switch next {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      isInMath = (isInMath || next == UInt8(ascii: "(")) && next != UInt8(ascii: ")")
      place += 2
    case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ">"):
      emit(" ", consuming: 2)
    default:
      // An escaped character, be it the first byte of a longer one.
      output.append(next)
      place += 2
    }
  }

  private mutating func readWord() {
    let word = bytes[(place + 1)...].prefix { $0.isLetter }
    let name = String(decoding: word, as: UTF8.self)
    if let symbol = LaTeXSymbols.words[name] {
      output += symbol.utf8
      place = afterBlanks(word.endIndex)
    } else if word.count == 1, let accent = word.first, readAccent(accent, from: afterBlanks(word.endIndex)) {
      return
    } else if isInMath || Self.isSilent(name)
      || word.endIndex < bytes.endIndex && bytes[word.endIndex] == UInt8(ascii: "{")
    {
      place = afterBlanks(word.endIndex)
    } else {
      output += bytes[place..<word.endIndex]
      place = word.endIndex
    }
  }

  private static func isSilent(_ name: String) -> Bool {
    [
      "em", "it", "bf", "sc", "rm", "tt", "sf", "sl", "itshape", "bfseries", "scshape", "upshape", "textit", "textbf",
      "emph", "relax", "protect", "newblock", "textsuperscript", "textsubscript", "mathrm", "noopsort", "par",
    ].contains(name)
  }

  /// Where the next thing stands after a command of letters, which swallows the blanks that follow.
  private func afterBlanks(_ index: Int) -> Int {
    bytes[index...].firstIndex { !$0.isBlank } ?? bytes.endIndex
  }

  /// Sets an accent on the letter at `start`: `e`, `{e}`, `\i`, `{\i}`; false when there is none.
  private mutating func readAccent(_ accent: UInt8, from start: Int) -> Bool {
    let rest = bytes[start...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }
    guard let (letter, end) = Self.letter(at: rest), let text = LaTeXSymbols.accented(letter, by: accent) else {
      return false
    }
    output += text.utf8
    place = end
    return true
  }

  /// The letter that `rest` begins with, dotless ones included, and where it ends.
  private static func letter(at rest: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    if rest.first == UInt8(ascii: "\\") {
      let name = rest.dropFirst().prefix { $0.isLetter }
      guard name.count <= 2, let symbol = LaTeXSymbols.words[String(decoding: name, as: UTF8.self)],
        let scalar = symbol.unicodeScalars.first, scalar.properties.isAlphabetic
      else { return nil }
      return (scalar, rest[name.endIndex...].drop { $0.isBlank }.startIndex)
    }
    guard let scalar = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first,
      scalar.properties.isAlphabetic
    else { return nil }
    return (scalar, rest.startIndex + UTF8.width(scalar))
  }
}
