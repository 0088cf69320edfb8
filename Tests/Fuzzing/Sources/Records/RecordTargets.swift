import Records
import Titer

extension Target {
  /// A reader of each format, whatever the bytes are; one that is told by them; and records that go through all writers.
  static let records =
    RecordFormat.allCases.map { format in
      Target(name: format.rawValue) { readRecords($0, as: format) }
    } + [
      Target(name: "detection") { readRecords($0, as: nil) },
      Target(name: "conversion") { comeBackOneForOne(Reading($0, as: nil)?.records ?? []) },
      Target(name: "input", run: readInput),
      Target(name: "mesh", run: readHeadings),
    ]
}

/// Reads records, and has each of them stored and indexed.
private func readRecords(_ bytes: [UInt8], as format: RecordFormat?) {
  guard let records = Reading(bytes, as: format)?.records else { return }
  for record in records {
    demand(!record.id.isEmpty, "a record has an identifier: \(record)")
    keepsWhatIsStored(record)
    _ = Document(record, stored: [])
  }
  comeBackFromTheirOwnFormat(records, format)
}
