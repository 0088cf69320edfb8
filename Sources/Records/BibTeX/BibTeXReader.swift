/// Reads BibTeX and BibLaTeX: one record for each entry, macros resolved and LaTeX turned into text.
public struct BibTeXReader: RecordReader {
  private let file: String
  private var blocks: BibTeXBlockReader
  private var macros: [String: String] = [:]
  private var pending: [ReadEvent] = []
  private var macroBytes = 0
  private static let mostMacroBytes = 4 << 20

  /// Reads `input` from where it stands.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public init(_ input: Input) throws(ReadError) {
    file = input.name
    blocks = try BibTeXBlockReader(input)
  }

  /// The next record or report, or `nil` at the end.
  ///
  /// - Throws: A `ReadError` when the input can't be read.
  public mutating func next() throws(ReadError) -> ReadEvent? {
    while pending.isEmpty {
      guard let block = try blocks.next() else { return nil }
      read(block)
    }
    return pending.removeFirst()
  }

  private mutating func read(_ block: BibTeXBlock) {
    switch block {
    case .entry("string", let body, let line): readMacros(body, line: line)
    case .entry("comment", _, _), .entry("preamble", _, _), .unclosed("comment", _): break
    case .entry(let type, let body, let line): readEntry(type, body, line: line)
    case .unclosed(let type, let line):
      report(
        line, "the bracket that closes @\(type)", "none before the next entry or the end",
        "close the entry's brackets")
    }
  }

  private mutating func readMacros(_ body: [UInt8], line: Int) {
    let definitions = BibTeXFields.macros(body, macros: macros)
    for field in definitions.fields {
      macroBytes += field.tag.utf8.count + field.value.utf8.count
      guard macroBytes <= Self.mostMacroBytes else {
        warn(line, ("at most 4 MiB of macros", "@string “\(field.tag.prefix(40))”"))
        return
      }
      macros[field.tag.lowercased()] = field.value
    }
    if let fault = definitions.fault { warn(line, fault) }
  }

  private mutating func readEntry(_ type: String, _ body: [UInt8], line: Int) {
    let entry = BibTeXFields.entry(body, macros: macros)
    guard entry.fields.contains(where: { !$0.value.isEmpty }) else {
      report(line, "an entry with fields", "@\(type){\(entry.key.prefix(40))} without any", "")
      return
    }
    if let fault = entry.fault { warn(line, fault) }
    var record = Record(bibTeX: entry, type: type)
    record.finish()
    pending.append(.record(record))
  }

  private mutating func report(_ line: Int, _ expected: String, _ found: String, _ remedy: String) {
    pending.append(.skipped(Diagnostic(file: file, line: line, expected: expected, found: found, remedy: remedy)))
  }

  private mutating func warn(_ line: Int, _ fault: (expected: String, found: String)) {
    pending.append(.warning(Diagnostic(file: file, line: line, expected: fault.expected, found: fault.found)))
  }
}
