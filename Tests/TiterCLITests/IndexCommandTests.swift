import Foundation
import Testing

@Suite struct IndexCommandTests {
  @Test func `records are counted on standard output`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("index", "sample.ris", "-o", "new.idx")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("records  3  in "))
    #expect(run.output.contains("new.idx: "))
    #expect(run.errors.isEmpty)
  }

  @Test func `a record takes the place of its namesake`() throws {
    let scratch = try Sample.indexed()
    let run = try scratch.titer("index", "sample.ris", "-o", "sample.idx")
    #expect(run.output.contains("replaced  3"))
    #expect(try scratch.onIndex("search", "-c", "lupus").output == "2\n")
  }

  @Test func `standard input is read for a dash`() throws {
    let scratch = try Scratch()
    let run = try scratch.titer("index", "-", "-o", "new.idx", "--quiet", input: Sample.ris)
    #expect(run.code == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(try scratch.titer("search", "-c", "sleep", "--index", "new.idx").output == "1\n")
  }

  @Test func `a folder stands for the files in it`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "exports/deep/down/sample.ris")
    try scratch.write(#"{"_id":"J1","title":"First","text":"alpha"}"#, to: "exports/one.jsonl")
    try scratch.write("Exported in spring.\n", to: "exports/README")
    try scratch.write("nothing to see", to: "exports/.hidden")
    let run = try scratch.titer("index", "exports", "-o", "new.idx")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("records  4"))
    #expect(run.errors.contains("exports/README") && run.errors.contains("[file passed over]"))
    #expect(!run.errors.contains(".hidden"))
  }

  @Test func `an index among the files is no file of records`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "review/sample.ris")
    for _ in 0..<2 {
      let run = try scratch.titer("index", "review", "-o", "review/review.idx")
      #expect(run.code == 0)
      #expect(run.output.hasPrefix("records "))
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `missing files are all found before any work`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("index", "sample.ris", "no1.ris", "no2.ris", "-o", "new.idx")
    #expect(run.code == 2)
    #expect(run.errors.contains("no1.ris: can't open: No such file or directory"))
    #expect(run.errors.contains("no2.ris: can't open: No such file or directory"))
    #expect(!scratch.has("new.idx"))
  }

  @Test func `a malformed record is reported with its line and skipped`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.brokenJSONLines, to: "broken.jsonl")
    let run = try scratch.titer("index", "broken.jsonl", "-o", "new.idx")
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("broken.jsonl:2: expected "))
    #expect(run.output.contains("skipped"))
    #expect(try scratch.titer("search", "-c", "gamma", "--index", "new.idx").output == "1\n")
  }

  @Test func `strict stops at the first malformed record and indexes nothing`() throws {
    let scratch = try Sample.indexed()
    try scratch.write(Sample.brokenJSONLines, to: "broken.jsonl")
    let run = try scratch.titer("index", "broken.jsonl", "-o", "sample.idx", "--strict")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("broken.jsonl:2: expected "))
    #expect(try scratch.onIndex("search", "-c", "alpha").output == "0\n")
    #expect(try scratch.onIndex("search", "-c", "lupus").output == "2\n")
  }

  @Test func `after twenty reports of a file the rest is counted`() throws {
    let scratch = try Scratch()
    let broken = String(repeating: "{broken\n", count: 25)
    try scratch.write(#"{"_id":"J1","title":"First","text":"alpha"}"# + "\n" + broken, to: "broken.jsonl")
    let run = try scratch.titer("index", "broken.jsonl", "-o", "new.idx")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last == "broken.jsonl: 5 reports more like these not shown")
  }

  @Test func `a file of no known format doesn't keep the others out`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    try scratch.write("Dear colleague,\n", to: "letter.txt")
    let run = try scratch.titer("index", "letter.txt", "sample.ris", "-o", "new.idx")
    #expect(run.code == 2)
    #expect(run.errors.contains("letter.txt"))
    #expect(run.errors.contains("1 file could not be read"))
    #expect(try scratch.titer("search", "-c", "lupus", "--index", "new.idx").output == "2\n")
  }

  @Test func `a folder without records is an error`() throws {
    let scratch = try Scratch()
    try scratch.write("Dear colleague,\n", to: "letters/letter.txt")
    let run = try scratch.titer("index", "letters", "-o", "new.idx")
    #expect(run.code == 2)
    #expect(run.errors.contains("nothing was indexed"))
  }

  @Test func `a record that its source withdraws is deleted`() throws {
    let scratch = try Scratch()
    try scratch.write(#"{"_id":"123","title":"Withdrawn","text":"alpha"}"#, to: "one.jsonl")
    let withdrawal = "<DeleteCitation><PMID Version=\"1\">123</PMID></DeleteCitation>"
    try scratch.write(
      "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\(withdrawal)</PubmedArticleSet>\n", to: "update.xml")
    #expect(try scratch.titer("index", "one.jsonl", "-o", "new.idx").code == 0)
    let run = try scratch.titer("index", "update.xml", "-o", "new.idx")
    #expect(run.code == 0)
    #expect(run.output.contains("deleted  1  records that their source withdrew"))
    #expect(try scratch.titer("search", "-c", "alpha", "--index", "new.idx").output == "0\n")
  }
}
