/// What an element inside a text does to the text.
enum InlineMarkup {
  /// Its text joins what stands before it: `<i>`, `<sub>`.
  case plain
  /// Its text is raised: `10<sup>6</sup>` is `10^6`, `CD34<sup>+</sup>` is `CD34+`.
  case raised
  /// Its text stands apart: paragraphs, list items, line breaks.
  case block
  /// Its text is left out: footnotes and their marks.
  case hidden
  /// MathML, where the white space between elements means nothing.
  case math
  /// A base and its exponent.
  case power
  /// A base, its index and its exponent.
  case indexedPower
  /// A numerator and a denominator.
  case fraction
}

/// The text of one element with inline markup, as plain text.
struct MixedText {
  private struct Open {
    let markup: InlineMarkup
    /// Where its text begins, or where the part of it that is raised does.
    var mark: Int
    var children = 0
  }

  private var bytes: [UInt8] = []
  private var open: [Open] = []
  private var mathDepth = 0
  private var hiddenDepth = 0
  /// Where the text since the last tag begins.
  private var runStart = 0

  /// Appends text that is UTF-8.
  mutating func append(_ text: ArraySlice<UInt8>) {
    if hiddenDepth == 0 { bytes.append(contentsOf: text) }
  }

  /// An element opens inside the text.
  mutating func begin(_ markup: InlineMarkup) {
    meetTag()
    switch markup {
    case .math: mathDepth += 1
    case .hidden: hiddenDepth += 1
    case .block: bytes.append(UInt8(ascii: " "))
    case .plain, .raised, .power, .indexedPower, .fraction: break
    }
    open.append(Open(markup: markup, mark: bytes.count))
  }

  /// The innermost element closes.
  mutating func end() {
    meetTag()
    guard let closed = open.popLast() else { return }
    switch closed.markup {
    case .math: mathDepth -= 1
    case .hidden: hiddenDepth -= 1
    case .block: bytes.append(UInt8(ascii: " "))
    case .raised: raise(at: closed.mark)
    case .power where closed.children > 1, .indexedPower where closed.children > 2: raise(at: closed.mark)
    case .plain, .power, .indexedPower, .fraction: break
    }
    countChild()
  }

  /// The text, tidied; leaves the buffer empty.
  mutating func take() -> String {
    let text = bytes.tidied
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    (mathDepth, hiddenDepth, runStart) = (0, 0, 0)
    return text
  }

  /// In MathML drops the white space since the last tag, if nothing else stands there.
  private mutating func meetTag() {
    if mathDepth > 0, bytes[runStart...].allSatisfy(\.isBlank) { bytes.removeSubrange(runStart...) }
    runStart = bytes.count
  }

  /// Marks where the exponent of the element around begins, or writes its fraction's bar.
  private mutating func countChild() {
    guard let parent = open.indices.last else { return }
    open[parent].children += 1
    switch (open[parent].markup, open[parent].children) {
    case (.power, 1), (.indexedPower, 2): open[parent].mark = bytes.count
    case (.fraction, 1): bytes.append(UInt8(ascii: "/"))
    default: break
    }
    runStart = bytes.count
  }

  /// Writes `^` at `place` if a digit stands before it and a number, signed or not, after it.
  private mutating func raise(at place: Int) {
    guard place > 0, bytes[place - 1].isDigit else { return }
    var exponent = bytes[place...].drop(while: \.isBlank)
    if exponent.starts(with: "\u{2212}".utf8) {
      exponent = exponent.dropFirst(3)
    } else if exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") {
      exponent = exponent.dropFirst()
    }
    guard exponent.first?.isDigit == true else { return }
    bytes.insert(UInt8(ascii: "^"), at: place)
  }
}
