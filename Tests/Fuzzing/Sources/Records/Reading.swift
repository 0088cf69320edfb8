import Records

/// All that a reader gives for some bytes.
struct Reading {
  /// The records.
  private(set) var records: [Record] = []
  /// How many stretches were passed over.
  private(set) var skipped = 0

  /// Reads to the end; `nil` for what is no file of records at all.
  init?(_ bytes: [UInt8], as format: RecordFormat?) {
    do throws(ReadError) {
      var file = try RecordFile(Input(name: "input", bytes: bytes), format: format)
      while let event = try file.next() { take(event) }
      let again = try file.next()
      demand(again == nil, "a reader stays at its end")
    } catch {
      demand(!error.description.isEmpty, "an error has words")
      return nil
    }
  }

  private mutating func take(_ event: ReadEvent) {
    switch event {
    case .record(let record): records.append(record)
    case .warning(let diagnostic): demand(diagnostic.line >= 0, "a line is counted from 1: \(diagnostic)")
    case .skipped(let diagnostic):
      demand(!diagnostic.description.isEmpty, "a report has words")
      skipped += 1
    case .deletion(let id): demand(!id.isEmpty, "what is withdrawn has an identifier")
    }
  }
}
