import Foundation
import Testing

@Suite struct EvalCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("1 0 a 1\n1 0 b 2\n1 0 c 0\n2 0 a 1\n3 0 z 1\n", to: "qrels.txt")
    try scratch.write("1 Q0 c 1 3 bm25\n1 Q0 a 2 2 bm25\n2 Q0 a 1 1 bm25\n", to: "a.run")
    try scratch.write("1 Q0 b 1 3 other\n3 Q0 z 2 2 other\n", to: "b.run")
  }

  @Test func `one run is printed as trec_eval prints it`() throws {
    let run = try scratch.titer("eval", "qrels.txt", "a.run", "-m", "map", "-m", "P.1,5 num_rel", "-q")
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(
      run.output == """
        map                   \t1\t0.2500
        P_1                   \t1\t0.0000
        P_5                   \t1\t0.2000
        num_rel               \t1\t2
        map                   \t2\t1.0000
        P_1                   \t2\t1.0000
        P_5                   \t2\t0.2000
        num_rel               \t2\t1
        map                   \tall\t0.6250
        P_1                   \tall\t0.5000
        P_5                   \tall\t0.2000
        num_rel               \tall\t3

        """)
  }

  @Test func `the official measures are the default`() throws {
    let lines = try scratch.titer("eval", "qrels.txt", "a.run").output.split(separator: "\n")
    #expect(lines.count == 30)
    #expect(lines[0] == "runid                 \tall\tbm25" && lines[1] == "num_q                 \tall\t2")
    #expect(lines[29] == "P_1000                \tall\t0.0010")
  }

  @Test func `several runs are columns of a table`() throws {
    let run = try scratch.titer("eval", "qrels.txt", "a.run", "b.run", "-m", "map", "-m", "num_q", "-q")
    #expect(
      run.output == """
        measure  topic    bm25   other
        map      1      0.2500  0.5000
        map      2      1.0000       -
        map      3           -  1.0000
        map      all    0.6250  0.7500
        num_q    all         2       2

        """)
    #expect(run.errors == "note: the runs answer different topics; -c averages over all that are judged\n")
    let complete = try scratch.titer("eval", "qrels.txt", "a.run", "a.run", "-m", "map", "-c")
    #expect(complete.output == "measure   a.run   a.run\nmap      0.4167  0.4167\n" && complete.errors.isEmpty)
  }

  @Test func `JSON has unrounded figures`() throws {
    let run = try scratch.titer("eval", "qrels.txt", "a.run", "-m", "map num_q RBP", "-c", "-q", "--json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let first = try #require((report["runs"] as? [[String: Any]])?.first)
    #expect(first["tag"] as? String == "bm25" && first["topics"] as? Int == 3)
    #expect((first["all"] as? [String: Double])?["map"] == 1.25 / 3)
    let topics = first["byTopic"] as? [String: [String: Double]]
    #expect(topics?["3"] == ["map": 0, "RBP(p=0.8)": 0] && topics?["1"]?["map"] == 0.25)
  }

  @Test func `options are trec_eval's`() throws {
    func figure(_ measure: String, _ options: String...) throws -> Substring? {
      try Titer(["eval", "qrels.txt", "a.run", "-m", measure] + options, in: scratch.url).output.dropLast().split(
        separator: "\t"
      ).last
    }
    #expect(try figure("num_rel", "-l", "2") == "1")
    #expect(try figure("num_ret", "-M", "1") == "2")
    #expect(try figure("map", "-c") == "0.4167")
    #expect(try figure("num_ret", "-J") == "3")
    #expect(try figure("work_saved@50", "-N", "100") == "0.9850")
  }

  @Test func `faults are told with file and line`() throws {
    func errors(_ arguments: String...) throws -> String {
      let run = try Titer(["eval"] + arguments, in: scratch.url)
      #expect(run.code == 2 && run.output.isEmpty)
      return run.errors
    }
    try scratch.write("1 Q0 a 1 x t\n", to: "bad.run")
    try scratch.write("301 Q0 a 1 1 t\n", to: "far.run")
    #expect(try errors("qrels.txt", "bad.run") == "Error: bad.run:1: expected a number as score, found x\n")
    #expect(
      try errors("a.run", "qrels.txt") == """
        Error: a.run:1: expected topic, iteration, document and grade, found 6 fields; lines of six fields are those of a run, \
        which comes after the judgements

        """)
    #expect(
      try errors("qrels.txt", "far.run")
        == "Error: far.run: expected topics that qrels.txt judges, found none: “301” here, “1” there\n")
    #expect(
      try errors("qrels.txt", "a.run", "-m", "mpa")
        == "Error: measure “mpa”: expected the name of a measure, found mpa; did you mean map?\n")
    #expect(try errors("none.txt", "a.run").contains("none.txt"))
    #expect(try errors("qrels.txt").contains("Usage: titer eval"))
    #expect(try errors("qrels.txt", "a.run", "-M", "0").contains("-M needs a number from 1 on, found 0"))
    #expect(try errors("-", "-").contains("standard input can be read only once"))
  }
}
