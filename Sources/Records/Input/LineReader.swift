/// An input as lines of valid UTF-8, without their ends (LF, CR LF, CR).
///
/// UTF-16 is read by its byte order mark or by its zero bytes. Bytes that aren't UTF-8 are read as Windows-1252, and
/// the input is warned of the first of them. A line is a slice of its chunk: only one that crosses chunks is copied.
/// - Complexity: Linear in the input, however long a line is.
package struct LineReader {
  /// What `next` returned last.
  package enum Part {
    case line
    /// The beginning of a line of more than 64 MiB.
    case beginning
    /// What goes on from the piece before.
    case continuation
  }

  /// The number, from 1, of the line that `next` returned last.
  package private(set) var lineNumber = 0
  /// Whether that is a line or a piece of one.
  package private(set) var part = Part.line

  private var chunks: TextChunks
  private var chunk: [UInt8] = []
  private var chunkIsASCII = true
  private var position = 0
  /// The next line feed and carriage return at or after `position`, `chunk.count` for none, stale when before it.
  ///
  /// Looking for each only once a chunk keeps files with the one end only, or none, linear.
  private var nextLineFeed = -1
  private var nextReturn = -1
  /// Whether the last chunk ended in a carriage return, to which a line feed may belong.
  private var endedInReturn = false
  private var hasWarned = false
  /// Whether the piece that `next` returned last goes on.
  private var goesOn = false

  /// A longer line comes in pieces, so that a file without line ends can't fill the memory.
  private static let longestLine = 64 << 20

  /// Reads `input` from where it stands.
  package init(_ input: Input) throws(ReadError) {
    chunks = try TextChunks(input)
  }

  /// The next line, or `nil` at the end.
  package mutating func next() throws(ReadError) -> ArraySlice<UInt8>? {
    guard let end = lineEnd() else { return try lineAcrossChunks() }
    let line = chunk[position..<end]
    step(over: end)
    count(goesOn: false)
    return chunkIsASCII ? line : wellFormed(line)
  }

  private mutating func lineAcrossChunks() throws(ReadError) -> ArraySlice<UInt8>? {
    var line = [UInt8](chunk[position...])
    while try refill() {
      let end = lineEnd()
      line += chunk[position..<(end ?? chunk.count)]
      position = chunk.count
      if let end { step(over: end) }
      if end != nil || line.count > Self.longestLine { return finished(line, goesOn: end == nil) }
    }
    return line.isEmpty ? nil : finished(line, goesOn: false)
  }

  private mutating func finished(_ line: [UInt8], goesOn: Bool) -> ArraySlice<UInt8> {
    count(goesOn: goesOn)
    return wellFormed(line[...])
  }

  /// Counts a line or a piece of one, which may go on.
  private mutating func count(goesOn: Bool) {
    part = self.goesOn ? .continuation : goesOn ? .beginning : .line
    if part != .continuation { lineNumber += 1 }
    self.goesOn = goesOn
  }

  private mutating func refill() throws(ReadError) -> Bool {
    guard let next = try chunks.next() else {
      (chunk, position) = ([], 0)
      return false
    }
    chunk = next
    chunkIsASCII = next[...].isASCII
    position = endedInReturn && next[0] == UInt8(ascii: "\n") ? 1 : 0
    endedInReturn = false
    (nextLineFeed, nextReturn) = (-1, -1)
    return true
  }

  private mutating func lineEnd() -> Int? {
    if nextLineFeed < position { nextLineFeed = chunk.firstOffset(of: UInt8(ascii: "\n"), from: position) }
    if nextReturn < position { nextReturn = chunk.firstOffset(of: UInt8(ascii: "\r"), from: position) }
    let end = min(nextLineFeed, nextReturn)
    return end < chunk.count ? end : nil
  }

  private mutating func step(over end: Int) {
    position = end + 1
    guard end == nextReturn else { return }
    if position == chunk.count {
      endedInReturn = true
    } else if position == nextLineFeed {
      position += 1
    }
  }

  private mutating func wellFormed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if line.isASCII || line.isUTF8 { return line }
    if !hasWarned { warnOfEncoding() }
    return Windows1252.decode(line)[...]
  }

  private mutating func warnOfEncoding() {
    hasWarned = true
    chunks.input.warn(
      Diagnostic(
        file: chunks.input.name, line: lineNumber, expected: "UTF-8",
        found: "bytes that are not, here and perhaps further on; they were read as Windows-1252",
        remedy: "save the file as UTF-8 if characters look wrong"))
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are well-formed UTF-8.
  fileprivate var isUTF8: Bool {
    (try? UTF8Span(validating: span)) != nil
  }
}
