/// The fields of one entry while its lines come in.
struct TaggedEntry {
  private(set) var values = TaggedValues()
  /// The line on which the entry began.
  private(set) var line = 0
  /// About the memory that the entry takes, in bytes.
  private(set) var size = 0
  private var tag: TagCode?
  private var names = TagNames()
  /// The first line of the last field's value; where there are more, all of them are in `lines`.
  private var firstLine: ArraySlice<UInt8> = []
  private var lines: [UInt8] = []
  private var blankLines = 0

  var isEmpty: Bool { tag == nil && values.fields.isEmpty }

  mutating func removeAll() {
    values = TaggedValues()
    values.reserveCapacity(32)
    (size, line) = (0, 0)
  }

  mutating func begin(_ tag: TagCode, _ text: ArraySlice<UInt8>, at line: Int) {
    if isEmpty { self.line = line }
    closeField()
    self.tag = tag
    firstLine = text
    size += MemoryLayout<SourceField>.size + text.count + 1
  }

  /// Adds a line to the value of the last field, after the blank lines that were held back.
  mutating func `continue`(with text: ArraySlice<UInt8>) {
    if lines.isEmpty { lines.append(contentsOf: firstLine) }
    lines.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines + 1))
    lines.append(contentsOf: text)
    blankLines = 0
    size += text.count + 1
  }

  mutating func holdBlankLine() {
    blankLines += 1
  }

  mutating func closeField() {
    blankLines = 0
    guard let tag else { return }
    let value = TaggedText.string(lines.isEmpty ? firstLine : lines[...])
    values.append(tag, SourceField(tag: names[tag], value: value))
    firstLine = []
    lines.removeAll(keepingCapacity: true)
    self.tag = nil
  }
}
