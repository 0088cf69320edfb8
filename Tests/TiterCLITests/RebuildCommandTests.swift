import Foundation
import Testing

/// `titer check`, `titer repair` and `titer rebuild`.
@Suite struct RebuildCommandTests {
  private static let queries = ["lupus", "sleep of nurses", "\"CAR T\"", "B-cell"]

  private func answers(_ scratch: Scratch, _ index: String) throws -> [String] {
    try Self.queries.map { try scratch.titer("search", $0, "--ndjson", "-n", "100", "-i", index).output }
  }

  /// Flips a bit of a file of the index of samples.
  private func damage(_ scratch: Scratch, _ name: String, at place: (Int) -> Int) throws {
    let file = scratch.url.appendingPathComponent("sample.idx/\(name)")
    var bytes = try Data(contentsOf: file)
    bytes[place(bytes.count)] ^= 1
    try bytes.write(to: file)
  }

  /// A place amid the stored records of samples, as the segment's table of sections has it.
  private func placeOfRecords(_ scratch: Scratch) throws -> Int {
    let bytes = try [UInt8](Data(contentsOf: scratch.url.appendingPathComponent("sample.idx/segment-1")))
    let entry = bytes.count - 16 - 24 * 17 + 24 * 7
    func number(_ place: Int) -> Int { bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) } }
    try #require(bytes[entry] == 8, "the eighth section holds the records")
    return number(entry + 8) + number(entry + 16) / 2
  }

  @Test func `a rebuilt index answers as before`() throws {
    let scratch = try Sample.indexed()
    let run = try scratch.onIndex("rebuild", "-o", "new.idx")
    #expect(run.code == 0 && run.output.hasPrefix("new.idx: 3 records, "), "\(run.errors)")
    #expect(try answers(scratch, "new.idx") == answers(scratch, "sample.idx"))
    #expect(try scratch.titer("check", "--deep", "-i", "new.idx").code == 0)
    let again = try scratch.onIndex("rebuild", "-o", "new.idx")
    #expect(again.code == 2 && again.errors.contains("new.idx: expected a folder without an index, found one"))
  }

  @Test func `a rebuilt index may have another analyzer`() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("rebuild", "-o", "new.idx", "--analyzer", "english").code == 0)
    #expect(try scratch.titer("stats", "-i", "new.idx", "--json").output.contains("\"english/2\""))
  }

  @Test func `what is damaged is listed with what it holds`() throws {
    let scratch = try Sample.indexed()
    try damage(scratch, "segment-1") { _ in 17 }
    try damage(scratch, "segment-1") { $0 / 3 }
    for arguments in [["check"], ["check", "--deep"]] {
      let run = try Titer(arguments + ["-i", "sample.idx"], in: scratch.url)
      let lines = run.errors.split(separator: "\n")
      #expect(run.code == 2 && run.output.isEmpty && lines.count == 4, "\(run.errors)")
      #expect(lines[0] == "Error: sample.idx: damaged: 2 faults")
      #expect(
        lines[1].contains("sample.idx/segment-1: expected checksum of section ") && lines[1].contains("; it holds the ")
      )
      #expect(lines[3] == "`titer repair -i sample.idx -o FOLDER` makes a new index of the records that are intact")
    }
  }

  /// The words are lost with which searches find records, and no record is.
  @Test func `an index whose words are damaged is repaired`() throws {
    let scratch = try Sample.indexed()
    let before = try answers(scratch, "sample.idx")
    try damage(scratch, "segment-1") { _ in 17 }
    let rebuilt = try scratch.onIndex("repair", "-o", "new.idx")
    #expect(rebuilt.code == 0 && rebuilt.output.hasPrefix("new.idx: 3 records, "), "\(rebuilt.output)\(rebuilt.errors)")
    #expect(try answers(scratch, "new.idx") == before)
  }

  @Test func `records that are lost are listed`() throws {
    let scratch = try Sample.indexed()
    let place = try placeOfRecords(scratch)
    try damage(scratch, "segment-1") { _ in place }
    let refused = try scratch.onIndex("rebuild", "-o", "strict.idx")
    #expect(refused.code == 2 && refused.errors.contains("titer repair makes an index of what is intact"))
    let run = try scratch.onIndex("repair", "-o", "new.idx")
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 1 && lines.count == 2 && lines[0].wholeMatch(of: /lost: TEST:[123]/) != nil, "\(run.output)")
    #expect(lines[1].hasPrefix("new.idx: 2 records, "))
    #expect(run.errors.hasPrefix("damaged: sample.idx/segment-1: expected checksum of section stored "))
    #expect(try scratch.titer("check", "--deep", "-i", "new.idx").code == 0)
  }

  @Test func `without a manifest the analyzer is said to be chosen`() throws {
    let scratch = try Sample.indexed()
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("sample.idx/manifest"))
    let run = try scratch.onIndex("repair", "-o", "new.idx")
    #expect(
      run.code == 0 && run.errors.contains("note: sample.idx: the manifest, which names the analyzer, is damaged"))
    #expect(try scratch.titer("search", "-c", "lupus", "-i", "new.idx").output == "2\n")
  }

  @Test func `an index of an inverted collection stores no texts`() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("ciff", "export", "-o", "sample.ciff").code == 0)
    #expect(try scratch.titer("ciff", "import", "sample.ciff", "-o", "terms.idx").code == 0)
    let run = try scratch.titer("rebuild", "-i", "terms.idx", "-o", "new.idx")
    #expect(run.code == 2 && run.errors.contains("found one of an inverted collection"))
  }
}
