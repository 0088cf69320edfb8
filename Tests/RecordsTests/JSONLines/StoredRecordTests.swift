import Records
import TestSupport
import Testing

@Suite struct StoredRecordTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func everyRecordComesBackFromItsBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<1_000 {
      let record = Record.random(using: &random)
      let bytes = record.storedBytes
      let back = try Record(storedBytes: bytes)
      // Swift's `==` on strings lets canonical equivalents pass, so the bytes are compared too.
      #expect(back == record && back.storedBytes == bytes, "seed \(seed), round \(round)")
      #expect(!bytes.contains(UInt8(ascii: "\n")))
    }
  }

  @Test func emptyAbstractsAreToldApart() throws {
    var record = Record(format: .ris)
    record.abstract = [AbstractSection(text: "")]
    #expect(try Record(storedBytes: record.storedBytes).abstract.count == 1)
    record.abstract = []
    #expect(try Record(storedBytes: record.storedBytes).abstract.isEmpty)
  }

  @Test func writesTheKeysOfBEIRFirst() {
    var record = Record(format: .medline)
    record.id = "7"
    record.title = "β-blockers \"now\""
    record.abstract = [AbstractSection(label: "AIM", text: "To\tsee."), AbstractSection(label: "END", text: "Seen.")]
    record.year = 2024
    record.authors = [Author(family: "Li", given: "Fei"), Author(family: "WHO", isOrganisation: true)]
    var line = ""
    JSONLinesWriter().write(record, to: &line)
    #expect(
      line == #"""
        {"_id":"7","title":"β-blockers \"now\"","text":"AIM: To\tsee. END: Seen.",\#
        "abstract":[{"label":"AIM","text":"To\tsee."},{"label":"END","text":"Seen."}],\#
        "authors":[{"family":"Li","given":"Fei"},{"organisation":"WHO"}],"year":2024,"format":"nbib"}

        """#)
  }

  @Test func damagedBytesAreAnError() {
    var random = SeededGenerator(seed: 9)
    let bytes = Record.random(using: &random).storedBytes
    #expect(throws: JSONError.self) { try Record(storedBytes: bytes.dropLast()) }
    #expect(throws: JSONError.self) { try Record(storedBytes: bytes + bytes) }
    #expect(throws: JSONError.self) { try Record(storedBytes: []) }
  }
}
