import Testing

/// Feedback from `titer search` and `titer run`.
@Suite struct FeedbackCommandTests {
  @Test func relevantRecordsMakeAQueryBetter() throws {
    let scratch = try Sample.indexed()
    let plain = try scratch.onIndex("search", "sleep", "--trec")
    #expect(plain.output.split(separator: "\n").count == 1)
    let better = try scratch.onIndex("search", "sleep", "--trec", "--relevant", "TEST:1")
    #expect(better.errors.hasPrefix("note: asked for sleep^1 OR nephritis^"), "\(better.errors)")
    let ids = better.output.split(separator: "\n").map { $0.split(separator: " ")[2] }
    #expect(Set(ids) == ["TEST:1", "TEST:2"])
  }

  /// The order of a set changes, not what is in it.
  @Test func setsStayAsTheyAre() throws {
    let scratch = try Sample.indexed()
    let arguments = ["search", "patients AND lupus", "--syntax", "lucene", "--trec"]
    let plain = try Titer(arguments + ["--index", "sample.idx"], in: scratch.url)
    let better = try Titer(
      arguments + ["--index", "sample.idx", "--relevant", "TEST:3", "--feedback", "rm3"], in: scratch.url)
    let ids = [plain, better].map { run in run.output.split(separator: "\n").map { $0.split(separator: " ")[2] } }
    #expect(ids[0] == ["TEST:1", "TEST:3"])
    #expect(ids[1] == ["TEST:3", "TEST:1"])
  }

  @Test func whatIsNotRelevantCountsLess() throws {
    let scratch = try Sample.indexed()
    let better = try scratch.onIndex(
      "search", "lupus", "--trec", "--relevant", "TEST:1", "--not-relevant", "TEST:3", "--feedback-words", "100")
    #expect(better.code == 0)
    #expect(!better.errors.contains("registry") && better.errors.contains("nephritis"))
  }

  @Test func runsShowWhatIsAskedFor() throws {
    let scratch = try Sample.indexed()
    try scratch.write("q1\tremission\nq2\tsleep\n", to: "topics")
    let run = try scratch.onIndex(
      "run", "topics", "--feedback", "rm3", "--show-queries", "-o", "rm3.run", "--run-tag", "rm3")
    #expect(run.code == 0 && run.output.isEmpty)
    let shown = run.errors.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(shown.map { $0[0] } == ["q1", "q2"])
    #expect(shown[0][1].contains("remission^") && shown[0][1].contains("nephritis^"))
    let lines = try scratch.read("rm3.run").split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.allSatisfy { $0.count == 6 && $0[5] == "rm3" } && lines.first?[2] == "TEST:1")
  }

  @Test(arguments: [
    (["search", "x", "--relevant", "none"], "no record “none”"),
    (["search", "x", "--not-relevant", "TEST:1"], "--not-relevant goes with --relevant."),
    (["search", "x", "--feedback-words", "5"], "--feedback-words is for feedback: add --feedback."),
    (["search", "x", "--feedback", "rm3", "--feedback-weight", "2"], "--feedback-weight needs a number from 0 to 1"),
    (["run", "t", "--k1", "0"], "--k1 needs a number more than 0"),
    (["run", "t", "-n", "0"], "-n needs a number from 1 on, found 0."),
  ])
  func whatCannotBeIsRefused(arguments: [String], message: String) throws {
    let scratch = try Sample.indexed()
    let run = try Titer(arguments + ["--index", "sample.idx"], in: scratch.url)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
