/// Reads collections in the SGML of TREC: `<DOC>` with a `<DOCNO>` and, by any of their usual names, title and text.
///
/// A `<DOC>` that isn't closed ends where the next begins.
public struct TRECReader: RecordReader {
  /// No document may be longer.
  private static let longest = 64 << 20
  private let file: String
  private var lines: LineReader
  private var rest: ArraySlice<UInt8> = []
  private var pending: [ReadEvent] = []

  /// Reads `input` from where it stands.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public init(_ input: Input) throws(ReadError) {
    file = input.name
    lines = try LineReader(input)
  }

  /// The next record or report, or `nil` at the end.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    if pending.isEmpty, try findDocument() { try readDocument() }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  /// Moves behind the next `<DOC>`.
  private mutating func findDocument() throws(ReadError) -> Bool {
    repeat {
      if let tag = Self.edge(in: rest, closes: false) {
        rest = rest[tag.end...]
        return true
      }
    } while try readLine()
    return false
  }

  private mutating func readLine() throws(ReadError) -> Bool {
    guard let line = try lines.next() else { return false }
    rest = line
    return true
  }

  private mutating func readDocument() throws(ReadError) {
    let line = lines.lineNumber
    var body: [UInt8] = []
    repeat {
      if let tag = Self.edge(in: rest, closes: nil) {
        body += rest[..<tag.start]
        // An opening tag stays: it is the next document's.
        rest = rest[(tag.isClosing ? tag.end : tag.start)...]
        return finish(body, line: line, isClosed: tag.isClosing)
      }
      body += rest
      body.append(UInt8(ascii: "\n"))
      rest = []
      if body.count > Self.longest { break }
    } while try readLine()
    finish(body, line: line, isClosed: false)
  }

  private mutating func finish(_ body: [UInt8], line: Int, isClosed: Bool) {
    var record = Record(trec: TRECDocument(body))
    guard !record.id.isEmpty else {
      let report = Diagnostic(
        file: file, line: line, expected: "a <DOCNO> with the document's name", found: "a <DOC> without one",
        remedy: "give each <DOC> a <DOCNO>")
      pending.append(.skipped(report))
      return
    }
    if !isClosed {
      let report = Diagnostic(
        file: file, line: line, expected: "</DOC> at the end of document \(record.id)",
        found: "the next <DOC>, 64 MiB of text or the end", remedy: "see whether the file was cut off")
      pending.append(.warning(report))
    }
    record.finish()
    pending.append(.record(record))
  }
}

// MARK: - Edges of documents

extension TRECReader {
  private struct Edge {
    var start: Int
    var end: Int
    var isClosing: Bool
  }

  /// The first `<DOC>` or `</DOC>` in a line, or only the one asked for.
  private static func edge(in line: ArraySlice<UInt8>, closes: Bool?) -> Edge? {
    var rest = line
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      let isClosing = rest.first == UInt8(ascii: "/")
      let name = isClosing ? rest.dropFirst() : rest
      guard isClosing == closes ?? isClosing, name.prefix(3).map(\.lowered) == Array("doc".utf8) else { continue }
      let after = name.dropFirst(3)
      guard let next = after.first, next == UInt8(ascii: ">") || next.isBlank,
        let end = after.firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      return Edge(start: start, end: end + 1, isClosing: isClosing)
    }
    return nil
  }
}

extension Record {
  /// The record in one document.
  fileprivate init(trec document: TRECDocument) {
    self.init(format: .trec)
    id = document.number
    title = document.title
    abstract = document.text.isEmpty ? [] : [AbstractSection(text: document.text)]
    source = document.others
  }
}
