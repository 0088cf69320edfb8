import Records
import TestSupport

/// What a reader gave, by kind.
struct Reading: Equatable {
  var records: [Record] = []
  var warnings: [Diagnostic] = []
  var skipped: [Diagnostic] = []
  var deletions: [String] = []

  init(_ reader: consuming some RecordReader) throws {
    var reader = reader
    while let event = try reader.next() {
      switch event {
      case .record(let record): records.append(record)
      case .warning(let diagnostic): warnings.append(diagnostic)
      case .skipped(let diagnostic): skipped.append(diagnostic)
      case .deletion(let identifier): deletions.append(identifier)
      }
    }
    let again = try reader.next()
    precondition(again == nil, "a reader at its end must stay there")
  }

  init(_ text: String, as format: RecordFormat? = nil) throws {
    try self.init([UInt8](text.utf8), as: format)
  }

  init(_ bytes: [UInt8], as format: RecordFormat? = nil) throws {
    try self.init(RecordFile(Input(name: "sample", bytes: bytes), format: format))
  }
}

extension RecordWriter {
  /// The text of all `records`.
  func text(of records: [Record]) -> String {
    var output = preamble
    for record in records { write(record, to: &output) }
    return output
  }
}

/// Damages samples in every way that a bad disk, editor or download does.
enum Damage {
  /// Every beginning of `text`.
  static func prefixes(of text: String) -> some Sequence<[UInt8]> {
    let bytes = [UInt8](text.utf8)
    return (0...bytes.count).lazy.map { [UInt8](bytes.prefix($0)) }
  }

  /// `text` with some bytes replaced, removed or doubled.
  static func mutation(of text: String, using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = [UInt8](text.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = .random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8(ascii: "\n"), at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(12), at: place)
      }
    }
    return bytes
  }
}
