import Foundation
import Testing

/// TREC runs and the topics that they answer.
@Suite struct RunTests {
  /// Twenty records that answer alike, so that their scores tie.
  private func tied() throws -> Scratch {
    let scratch = try Scratch()
    let lines = (10..<30).map { #"{"_id":"T \#($0)","title":"Tied","text":"the same words again"}"# }
    try scratch.write(lines.joined(separator: "\n"), to: "tied.jsonl")
    #expect(try scratch.titer("index", "tied.jsonl", "-o", "sample.idx").code == 0)
    return scratch
  }

  @Test func `scores fall strictly as 32-bit floats`() throws {
    let run = try tied().onIndex("search", "words", "--trec", "--run-tag", "mine", "--topic", "7")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    try #require(rows.count == 20 && rows.allSatisfy { $0.count == 6 })
    let scores = try rows.map { try #require(Float($0[4])) }
    #expect(rows.allSatisfy { $0[0] == "7" && $0[1] == "Q0" && $0[5] == "mine" })
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 })
    #expect(rows.map { $0[2] } == (10..<30).map { "T_\($0)" })
    #expect(rows.map { $0[3] } == (1...20).map { "\($0)" })
  }

  @Test(arguments: [
    "q1\tlupus\nq2\tshift \"work\n",
    "{\"_id\":\"q1\",\"text\":\"lupus\"}\n{\"_id\":\"q2\",\"text\":\"shift \\\"work\"}\n",
    "<top>\n<num> Number: q1\n<title> lupus\n\n<desc> Description:\nsleep\n</top>\n<top>\n<num>q2</num>\n<title>\nshift \"work\n</top>\n",
  ])
  func `topics are read in their three forms`(file: String) throws {
    let scratch = try Sample.indexed()
    try scratch.write(file, to: "topics")
    let run = try scratch.onIndex("run", "topics")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(run.errors.isEmpty)
    try #require(rows.allSatisfy { $0.count == 6 })
    #expect(rows.map { $0[0] } == ["q1", "q1", "q2"])
    #expect(Set(rows.prefix(2).map { $0[2] }) == ["TEST:1", "TEST:3"])
    #expect(rows.last?[2] == "TEST:2")
  }

  @Test(arguments: [
    ("q1 lupus\n", "topics:1: expected an identifier, a tab and a query"), ("q1\ta\nq1\tb\n", "“q1” again"),
    ("\n", "expected topics, found none"),
    ("<top>\n<num> 1\n</top>\n", "topics:1: expected a topic with <num> and <title>"),
    ("{\"_id\":\"1\",\"text\":\"a\"}\n{\n", "topics:2: expected"),
  ])
  func `a file with what is no topic is refused`(file: String, message: String) throws {
    let scratch = try Sample.indexed()
    try scratch.write(file, to: "topics")
    let run = try scratch.onIndex("run", "topics")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test(arguments: [
    ["x", "--run-tag", "a"], ["x", "--topic", "1"],
  ])
  func `run options need a run`(arguments: [String]) throws {
    #expect(try Titer(["search"] + arguments).code == 2)
  }
}
