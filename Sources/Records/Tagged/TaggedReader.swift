/// Reads any tagged format: gathers the fields of an entry, then makes a record of them.
///
/// Text before the first entry and between entries is passed over, as databases put counts and search strategies
/// there; a file with nothing else is reported.
struct TaggedReader<Syntax: TaggedSyntax>: RecordReader {
  private typealias Entry = (values: TaggedValues, line: Int)

  private let input: Input
  private var lines: LineReader
  private var entry = TaggedEntry()
  private var isAtEnd = false
  private var foundEntry = false
  private var firstStrayLine: Int?
  /// A record whose warning was just given.
  private var waiting: ReadEvent?

  /// A larger entry is no record; it can't be let fill the memory.
  private static var largestEntry: Int { 64 << 20 }

  init(_ input: Input) throws(ReadError) {
    self.input = input
    lines = try LineReader(input)
  }

  mutating func next() throws(ReadError) -> ReadEvent? {
    if let event = waiting.take() { return event }
    while !isAtEnd {
      guard let line = try lines.next() else { return finish() }
      if let complete = take(line) { return event(for: complete) }
      if entry.size > Self.largestEntry { return event(forOverlong: takeEntry()) }
    }
    return nil
  }

  /// Adds a line to the entry; returns the entry that it completes.
  private mutating func take(_ line: ArraySlice<UInt8>) -> Entry? {
    switch Syntax.parse(line) {
    case .field(let tag, let value): return begin(tag, value)
    case .continuation(let text): goOn(with: text)
    case .blank: entry.holdBlankLine()
    case .end: return entry.isEmpty ? nil : takeEntry()
    case .frame: break
    }
    return nil
  }

  private mutating func begin(_ tag: TagCode, _ value: ArraySlice<UInt8>) -> Entry? {
    entry.closeField()
    let isNext = !entry.isEmpty && Syntax.begins(with: tag, after: entry.values.tags)
    let complete = isNext ? takeEntry() : nil
    entry.begin(tag, value, at: lines.lineNumber)
    return complete
  }

  private mutating func goOn(with text: ArraySlice<UInt8>) {
    guard entry.isEmpty else { return entry.continue(with: text) }
    if firstStrayLine == nil { firstStrayLine = lines.lineNumber }
  }

  private mutating func takeEntry() -> Entry {
    entry.closeField()
    foundEntry = true
    defer { entry.removeAll() }
    return (entry.values, entry.line)
  }

  private mutating func finish() -> ReadEvent? {
    isAtEnd = true
    if !entry.isEmpty { return event(for: takeEntry()) }
    guard !foundEntry, let line = firstStrayLine else { return nil }
    return .skipped(diagnostic(line, expected: "entries of \(Syntax.name)", found: "text without any tag"))
  }

  private mutating func event(for entry: Entry) -> ReadEvent {
    var record = Record(format: Syntax.format)
    record.source = entry.values.fields
    Syntax.fill(&record, from: entry.values)
    record.finish()
    guard !record.isWorthReading else { return .record(record) }
    let isEntry = entry.values.tags.contains(Syntax.firstTag) && entry.values.tags.count > 1
    guard isEntry else { return .skipped(reportBare(entry)) }
    waiting = .record(record)
    return .warning(reportBare(entry))
  }

  private func reportBare(_ entry: Entry) -> Diagnostic {
    let tags = entry.values.fields.prefix(12).map(\.tag).joined(separator: ", ")
    return diagnostic(entry.line, expected: Record.necessities, found: "an entry with only \(tags)")
  }

  private func event(forOverlong entry: Entry) -> ReadEvent {
    let found = "more than \(Self.largestEntry >> 20) MiB without an end"
    return .skipped(diagnostic(entry.line, expected: "an entry of \(Syntax.name)", found: found))
  }

  private func diagnostic(_ line: Int, expected: String, found: String) -> Diagnostic {
    Diagnostic(file: input.name, line: line, expected: expected, found: found)
  }
}
