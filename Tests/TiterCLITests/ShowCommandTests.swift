import Foundation
import Testing

@Suite struct ShowCommandTests {
  @Test func `a whole record is laid out for reading`() throws {
    let run = try Sample.indexed().onIndex("show", "TEST:1")
    #expect(run.code == 0)
    #expect(
      run.output.hasPrefix(
        """
        Engineered T cells in lupus nephritis
        Okafor, Ngozi; Lind, Per
        Journal of Invented Medicine 2023;4(2):10-19

        """))
    #expect(run.output.contains("10.5555/invented.1"))
    #expect(run.output.contains("Twelve patients"))
    #expect(run.output.contains("Keywords: autoimmunity\n"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `an unknown identifier is code 1, and the others are shown`() throws {
    let run = try Sample.indexed().onIndex("show", "NOPE", "TEST:2")
    #expect(run.code == 1)
    #expect(run.errors == "sample.idx: no record “NOPE”\n")
    #expect(run.output.hasPrefix("Sleep and shift work\n"))
  }

  @Test func `records are written for other programs`() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("show", "TEST:3", "--ris").output.contains("TI  - A registry of lupus"))
    let json = try scratch.onIndex("show", "TEST:3", "TEST:2", "--json").output.split(separator: "\n")
    try #require(json.count == 2)
    let first = try JSONSerialization.jsonObject(with: Data(json[0].utf8)) as? [String: Any]
    #expect(first?["_id"] as? String == "TEST:3")
  }

  @Test func `control characters of a file don't reach the terminal`() throws {
    let scratch = try Scratch()
    try scratch.write(#"{"_id":"E","title":"red \u001b[31malert","text":"x"}"#, to: "escape.jsonl")
    #expect(try scratch.titer("index", "escape.jsonl", "-o", "sample.idx").code == 0)
    let run = try scratch.onIndex("show", "E")
    #expect(run.output.contains("alert"))
    #expect(!run.output.contains("\u{1B}"))
  }
}
