/// The fields of one entry while its lines come in.
struct TaggedEntry {
  private(set) var fields: [SourceField] = []
  /// The line on which the entry began.
  private(set) var line = 0
  /// About the memory that the entry takes, in bytes.
  private(set) var size = 0
  private var tag = ""
  private var value: [UInt8] = []
  private var blankLines = 0

  var isEmpty: Bool { tag.isEmpty && fields.isEmpty }

  /// Forgets the entry but keeps the room that it took.
  mutating func removeAll() {
    fields = []
    fields.reserveCapacity(32)
    (size, line) = (0, 0)
  }

  mutating func begin(_ tag: String, _ text: ArraySlice<UInt8>, at line: Int) {
    if isEmpty { self.line = line }
    closeField()
    self.tag = tag
    size += MemoryLayout<SourceField>.size
    append(text)
  }

  /// Adds a line to the value of the last field, after the blank lines that were held back.
  mutating func `continue`(with text: ArraySlice<UInt8>) {
    value.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines + 1))
    blankLines = 0
    append(text)
  }

  mutating func holdBlankLine() {
    blankLines += 1
  }

  mutating func closeField() {
    blankLines = 0
    guard !tag.isEmpty else { return }
    fields.append(SourceField(tag: tag, value: String(decoding: value, as: UTF8.self)))
    value.removeAll(keepingCapacity: true)
    tag = ""
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    value.append(contentsOf: text)
    size += text.count + 1
  }
}
