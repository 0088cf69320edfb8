import Records

/// What an index stores of a record gives back the record, byte for byte.
func keepsWhatIsStored(_ record: Record) {
  let bytes = record.storedBytes
  let back = demandNoError("what is stored is read") { () throws(JSONError) in try Record(storedBytes: bytes) }
  demand(back == record && back.storedBytes == bytes, "a record comes back from what is stored: \(record)")
}

/// A tagged record that is written in the format that it was read from is read as the same.
func comeBackFromTheirOwnFormat(_ records: [Record], _ format: RecordFormat?) {
  guard let format, let writer = losslessWriters[format] else { return }
  let text = writer.text(of: records)
  let back = Reading([UInt8](text.utf8), as: format)?.records
  demand(back == records, "\(format) comes back: \(records) as \(text.debugDescription) is read as \(back ?? [])")
}

/// Records in any format are read as so many records.
///
/// What an object of JSON says of the format that it was read from first isn't checked: its reader trusts Titer's own writer.
func comeBackOneForOne(_ records: [Record]) {
  let formats = Set(records.map(\.format))
  let titled = formats.count == 1 && formats != [.jsonLines] ? records.filter { !$0.title.isEmpty } : []
  for (format, writer) in writers {
    let text = writer.text(of: titled)
    let count = Reading([UInt8](text.utf8), as: format)?.records.count ?? 0
    demand(
      count == titled.count,
      "\(titled.count) records are written, \(count) read: \(titled) as \(format) are \(text.debugDescription)")
  }
}

private let losslessWriters: [RecordFormat: any RecordWriter] = [.ris: RISWriter(), .medline: MEDLINEWriter()]

private let writers: [(format: RecordFormat, writer: any RecordWriter)] = [
  (.ris, RISWriter()), (.medline, MEDLINEWriter()), (.bibTeX, BibTeXWriter()), (.csv, CSVWriter()),
  (.jsonLines, JSONLinesWriter()),
]

extension RecordWriter {
  fileprivate func text(of records: [Record]) -> String {
    var output = preamble
    for record in records { write(record, to: &output) }
    return output
  }
}
