import Records
import Titer

extension Target {
  /// A reader of each format, whatever the bytes are, and one that is told by them.
  static let records =
    RecordFormat.allCases.map { format in Target(name: format.rawValue) { readRecords($0, as: format) } } + [
      Target(name: "detection") { readRecords($0, as: nil) },
      Target(name: "input", run: readInput),
      Target(name: "mesh", run: readHeadings),
    ]
}

/// Reads records, and has each of them written, stored and indexed.
private func readRecords(_ bytes: [UInt8], as format: RecordFormat?) {
  guard let records = Reading(bytes, as: format)?.records else { return }
  for record in records {
    demand(!record.id.isEmpty, "a record has an identifier: \(record)")
    keepsWhatIsStored(record)
    _ = Document(record, stored: [])
  }
  comeBackFromTheirOwnFormat(records, format)
  // What another format's record says of itself isn't checked where it is read from JSON.
  comeBackOneForOne(records.filter { $0.format == format ?? $0.format })
}
