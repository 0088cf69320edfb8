/// What BibTeX parts a file into: `@type{…}` or `@type(…)`, with text between that means nothing.
enum BibTeXBlock {
  /// The type, the bytes within the outer brackets, and the line where the block begins.
  case entry(type: String, body: [UInt8], line: Int)
  /// A block whose bracket never closes, up to the next line that begins a block.
  case unclosed(type: String, line: Int)
}

/// Blocks of BibTeX out of lines.
///
/// A block is unclosed when a line begins another one inside of it, when the input ends, or after 16 MiB. As in BibTeX
/// itself a backslash doesn't hide a brace, and `@comment` has no brackets of its own: what it encloses on the same line
/// is passed over, but entries that begin a line are entries.
struct BibTeXBlockReader {
  private static let longest = 16 << 20
  private var lines: LineReader
  /// What is left of the current line.
  private var rest: ArraySlice<UInt8> = []

  init(_ input: Input) throws(ReadError) {
    lines = try LineReader(input)
  }

  /// The next block, or `nil` at the end.
  mutating func next() throws(ReadError) -> BibTeXBlock? {
    repeat {
      while let at = rest.firstIndex(of: UInt8(ascii: "@")) {
        rest = rest[at...]
        let line = lines.lineNumber
        if let head = try readHead() { return try readBody(of: head, line: line) }
        rest = rest.dropFirst()
      }
    } while try readLine()
    return nil
  }

  private mutating func readLine() throws(ReadError) -> Bool {
    guard let line = try lines.next() else { return false }
    rest = line
    return true
  }
}

// MARK: - Heads

extension BibTeXBlockReader {
  private struct Head {
    var type: String
    var closing: UInt8
    /// Where the body begins.
    var end: Int
  }

  /// The head of a block that `line` begins with: `@type{`, `@type {` or `@type(`.
  ///
  /// A parenthesis after a blank is prose: `@WHO (2020)`.
  private static func head(_ line: ArraySlice<UInt8>) -> Head? {
    let type = line.dropFirst().prefix { $0.isLetter }
    let bracket = line[type.endIndex...].drop { $0.isBlank }
    guard line.first == UInt8(ascii: "@"), !type.isEmpty else { return nil }
    let name = String(decoding: type.map(\.lowered), as: UTF8.self)
    switch bracket.first {
    case UInt8(ascii: "{"): return Head(type: name, closing: UInt8(ascii: "}"), end: bracket.startIndex + 1)
    case UInt8(ascii: "(") where bracket.startIndex == type.endIndex:
      return Head(type: name, closing: UInt8(ascii: ")"), end: bracket.startIndex + 1)
    default: return nil
    }
  }

  /// Reads a head from `rest` on, its bracket being perhaps on the next line.
  private mutating func readHead() throws(ReadError) -> Head? {
    if let head = Self.head(rest) {
      rest = rest[head.end...]
      return head
    }
    let line = rest.trimmed
    guard line.count > 1, line.dropFirst().allSatisfy(\.isLetter), try readLine() else { return nil }
    guard let head = Self.head(line + rest) else {
      // The next line is none of this block, but may begin one; a byte before it is dropped by the caller.
      rest = [0x20] + rest
      return nil
    }
    rest = (line + rest)[head.end...]
    return head
  }
}

// MARK: - Bodies

extension BibTeXBlockReader {
  private mutating func readBody(of head: Head, line: Int) throws(ReadError) -> BibTeXBlock {
    var body: [UInt8] = []
    var scan = Scan(closing: head.closing)
    while true {
      if let end = scan.closingPlace(in: rest) {
        body += rest[..<end]
        rest = rest[(end + 1)...]
        return .entry(type: head.type, body: body, line: line)
      }
      body += rest
      body.append(UInt8(ascii: "\n"))
      let isTooLong = body.count > Self.longest
      rest = []
      guard !isTooLong, try readLine(), Self.head(rest.drop { $0.isBlank }) == nil else {
        return .unclosed(type: head.type, line: line)
      }
    }
  }

  /// The state of looking for the bracket that closes a block.
  private struct Scan {
    let closing: UInt8
    private var depth = 0
    private var isInQuotes = false

    init(closing: UInt8) {
      self.closing = closing
    }

    mutating func closingPlace(in line: ArraySlice<UInt8>) -> Int? {
      for place in line.indices {
        let byte = line[place]
        if byte == closing, depth == 0, !isInQuotes { return place }
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth = max(0, depth - 1)
        // Only in parentheses do quotes matter: in braces, those within quotes must balance too.
        case UInt8(ascii: "\"") where depth == 0 && closing == UInt8(ascii: ")"): isInQuotes.toggle()
        default: break
        }
      }
      return nil
    }
  }
}
