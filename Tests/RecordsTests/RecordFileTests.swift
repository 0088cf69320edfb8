import Records
import Testing

struct RecordFileTests {
  private static let ris = "TY  - JOUR\nTI  - Title\nER  - \n"

  @Test func filesAreOpenedAndTold() throws {
    let file = try TemporaryFile(Compression.gzip.compress([UInt8](Self.ris.utf8)))
    var records = try RecordFile(path: file.path)
    #expect(records.format == .ris)
    guard case .record(let record) = try records.next() else { throw NoRecord() }
    #expect(record.title == "Title")
    #expect(try records.next() == nil)
    #expect(try records.next() == nil)
    #expect(records.bytesRead == records.totalBytes)
  }

  @Test func damageOfTheInputIsReportedOnce() throws {
    let bytes = Compression.gzip.compress([UInt8](Self.ris.utf8))
    let reading = try Reading([UInt8](bytes.dropLast(4)))
    #expect(reading.records.count == 1)
    #expect(reading.warnings.map(\.expected) == ["whole gzip data"])
  }

  @Test func encodingIsReportedWithItsLine() throws {
    let reading = try Reading([UInt8]("TY  - JOUR\nTI  - Caf".utf8) + [0xE9] + [UInt8]("\nER  - \n".utf8))
    #expect(reading.records.map(\.title) == ["Café"])
    #expect(reading.warnings.map(\.line) == [2])
  }

  @Test func unknownContentIsAnErrorThatShowsIt() {
    #expect(throws: ReadError.unknownFormat(file: "sample", beginning: "plain prose")) { try Reading("plain\n\nprose") }
  }

  private struct NoRecord: Error {}
}
