import Foundation
import Testing

@Suite struct ConvertCommandTests {
  @Test(arguments: ["ris", "csv", "jsonl", "bibtex", "nbib"])
  func `every format holds every record`(format: String) throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("convert", "sample.ris", "--to", format)
    #expect(run.code == 0)
    #expect(run.output.contains("Sleep and shift work") && run.output.contains("A registry of lupus"))
    #expect(run.errors.hasPrefix("3 records in "))
  }

  @Test func `RIS comes back as RIS with nothing lost`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let once = try scratch.titer("convert", "sample.ris", "--to", "ris", "-q").output
    let twice = try scratch.titer("convert", "-", "--to", "ris", "-q", input: once).output
    #expect(once == twice)
    for line in Sample.ris.split(separator: "\n") where !line.hasPrefix("ER") { #expect(once.contains(line)) }
  }

  @Test func `a file may be converted onto itself`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("convert", "sample.ris", "--to", "ris", "-o", "sample.ris")
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
    #expect(try scratch.read("sample.ris").contains("TEST:3"))
  }

  @Test func `strict leaves the file of -o as it was`() throws {
    let scratch = try Scratch()
    try scratch.write("precious", to: "out.ris")
    try scratch.write(Sample.brokenJSONLines, to: "broken.jsonl")
    let run = try scratch.titer("convert", "broken.jsonl", "--to", "ris", "-o", "out.ris", "--strict")
    #expect(run.code == 2)
    #expect(run.errors.contains("broken.jsonl:2:"))
    #expect(try scratch.read("out.ris") == "precious")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).count == 2)
  }

  @Test func `a full disk is told`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("convert", "sample.ris", "--to", "ris", "-o", "/dev/full")
    #expect(run.code == 2)
    #expect(run.errors.contains("/dev/full: can't write: No space left on device"))
  }
}
