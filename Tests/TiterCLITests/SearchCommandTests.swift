import Foundation
import Testing

@Suite struct SearchCommandTests {
  @Test func `answers are listed for reading`() throws {
    let run = try Sample.indexed().onIndex("search", "lupus", "nephritis")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("2 records found:\n\n 1. Engineered T cells in lupus nephritis\n"))
    #expect(run.output.contains("    2023 · Journal of Invented Medicine · TEST:1 · score "))
    #expect(run.output.contains(" 2. A registry of lupus\n"))
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `words match in all their forms`() throws {
    #expect(try Sample.indexed().onIndex("search", "-c", "treating").output == "1\n")
  }

  @Test func `the number of answers is limited`() throws {
    let run = try Sample.indexed().onIndex("search", "lupus", "-n", "1")
    #expect(run.output.hasPrefix("2 records found, the best 1:\n"))
    #expect(!run.output.contains(" 2. "))
  }

  @Test func `a phrase excludes what doesn't hold it`() throws {
    let run = try Sample.indexed().onIndex("search", "--ndjson", #""engineered t cells" lupus"#)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.contains("TEST:1"))
  }

  @Test func `nothing found is code 1`() throws {
    let scratch = try Sample.indexed()
    let run = try scratch.onIndex("search", "xylophone")
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors == "nothing found\n")
    let count = try scratch.onIndex("search", "-c", "xylophone")
    #expect(count.code == 1)
    #expect(count.output == "0\n")
  }

  @Test func `a query of words that are not indexed says so`() throws {
    let run = try Sample.indexed().onIndex("search", "of the")
    #expect(run.code == 1)
    #expect(run.errors.contains("no word that is indexed"))
  }

  @Test func `every form that is looked for is shown`() throws {
    let scratch = try Sample.indexed()
    let run = try scratch.onIndex("parse", #""T cells" ="the lupus" lupus"#)
    #expect(run.code == 0)
    #expect(run.output.contains("phrase  T cells") && run.output.contains("exact   lupus"), "\(run.output)")
    let none = try scratch.onIndex("parse", "--variants", "none", #""T cells""#)
    #expect(!none.output.contains("cells cell") && !none.output.contains("cell cells"), "\(none.output)")
    #expect(try scratch.onIndex("parse", "--variants", "some", "x").errors.contains("expected names, plurals"))
  }

  @Test func `an open quote is shown with a caret`() throws {
    let run = try Sample.indexed().onIndex("search", #"lupus "t cells"#)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(#"  lupus "t cells"#))
    #expect(run.errors.split(separator: "\n").last?.contains("^") == true)
  }

  @Test func `a missing index is told with its path`() throws {
    let scratch = try Scratch()
    let run = try scratch.titer("search", "lupus", "--index", "none.idx")
    #expect(run.code == 2)
    #expect(run.errors.contains("none.idx: expected an index, found none"))
    let unnamed = try scratch.titer("search", "lupus")
    #expect(unnamed.code == 2)
    #expect(unnamed.errors.contains("--index") && unnamed.errors.contains("TITER_INDEX"))
  }

  @Test func `a file in the place of an index is told`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    for arguments in [["search", "lupus", "-i"], ["index", "sample.ris", "-o"]] {
      let run = try Titer(arguments + ["sample.ris"], in: scratch.url)
      #expect(run.code == 2)
      #expect(run.errors.contains("sample.ris: expected the folder of an index, found a file"))
    }
    #expect(try scratch.read("sample.ris") == Sample.ris)
  }

  @Test(.timeLimit(.minutes(5))) func `a title of 200,000 matches is set in linear time`() throws {
    let scratch = try Scratch()
    let title = String(repeating: "word ", count: 200_000)
    try scratch.write(#"{"_id":"L","title":"\#(title)"}"#, to: "long.jsonl")
    #expect(try scratch.titer("index", "long.jsonl", "-o", "sample.idx").code == 0)
    let run = try scratch.onIndex("search", "word")
    #expect(run.code == 0)
    #expect(run.output.components(separatedBy: "word").count == 200_001)
  }

  @Test func `JSON holds the query, the total and the hits`() throws {
    let run = try Sample.indexed().onIndex("search", "lupus", "-n", "1", "--json")
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let hits = try #require(answer?["hits"] as? [[String: Any]])
    #expect(answer?["query"] as? String == "lupus")
    #expect(answer?["syntax"] as? String == "plain")
    #expect(answer?["total"] as? Int == 2)
    #expect(hits.count == 1)
    let id = try #require(hits.first?["id"] as? String)
    #expect(["TEST:1", "TEST:3"].contains(id))
    #expect(hits.first?["rank"] as? Int == 1)
  }

  @Test func `JSON of a hit names its fields`() throws {
    let run = try Sample.indexed().onIndex("search", "nephritis", "--ndjson")
    let hit = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(hit["title"] as? String == "Engineered T cells in lupus nephritis")
    #expect(hit["authors"] as? [String] == ["Okafor, Ngozi", "Lind, Per"])
    #expect(hit["year"] as? Int == 2023)
    #expect(hit["journal"] as? String == "Journal of Invented Medicine")
    #expect(hit["doi"] as? String == "10.5555/invented.1")
    #expect((hit["snippet"] as? String)?.contains("lupus nephritis") == true)
    #expect((hit["score"] as? Double).map { $0 > 0 } == true)
  }

  @Test(arguments: [
    ("--ris", "TI  - Sleep and shift work"), ("--csv", "Sleep and shift work"), ("--bibtex", "Sleep and shift work"),
    ("--nbib", "TI  - Sleep and shift work"),
  ])
  func `records are written for other programs`(flag: String, expected: String) throws {
    let run = try Sample.indexed().onIndex("search", "nurses", flag)
    #expect(run.code == 0)
    #expect(run.output.contains(expected))
    #expect(!run.output.contains("lupus"))
  }

  @Test func `nothing is printed twice by a second search`() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("search", "lupus").output == scratch.onIndex("search", "lupus").output)
  }

  @Test func `an absurd limit is met with all there is`() throws {
    let run = try Sample.indexed().onIndex("search", "lupus", "-n", "\(Int.max)", "--ndjson")
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test func `a reader that leaves early ends it quietly`() throws {
    let scratch = try Sample.indexed()
    let executable = try #require(Titer.executable)
    let script = "'\(executable.path)' convert many.ris --to ris | head -n 1"
    try scratch.write(String(repeating: Sample.ris, count: 500), to: "many.ris")
    let process = Process()
    let output = try FileHandle(forWritingTo: scratch.write("", to: "output"))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = scratch.url
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    process.waitUntilExit()
    #expect(try scratch.read("output").hasPrefix("TY  - JOUR"))
    #expect(try scratch.read("output").split(separator: "\n").count == 1)
  }
}
