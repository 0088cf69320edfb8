import Foundation
import TestSupport
import Testing

/// `titer compare`, `titer fuse` and `titer report`.
@Suite struct CompareCommandTests {
  private let folder = TemporaryFolder()
  private let qrels: String
  private let old: String
  private let new: String

  /// Five topics with one relevant document each, at rank 2 of the old run and 1 of the new one; topic 5 the other way.
  init() throws {
    (qrels, old, new) = (folder.file("qrels.txt"), folder.file("old.run"), folder.file("new.run"))
    let topics = 1...5
    try write(topics.map { "\($0) 0 a 1" }, to: qrels)
    try write(topics.flatMap { Self.lines($0, $0 == 5 ? ["a", "b"] : ["b", "a"], "old") }, to: old)
    try write(topics.flatMap { Self.lines($0, $0 == 5 ? ["b", "a"] : ["a", "b"], "new") }, to: new)
  }

  private static func lines(_ topic: Int, _ documents: [String], _ tag: String) -> [String] {
    documents.enumerated().map { "\(topic) Q0 \($1) \($0 + 1) \(9 - $0) \(tag)" }
  }

  private func write(_ lines: [String], to path: String) throws {
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func differencesAreTested() throws {
    let run = try Titer(["compare", qrels, old, new, "-m", "recip_rank", "--test", "randomisation"])
    #expect(run.code == 0 && run.errors.isEmpty)
    // 4 won by ½, 1 lost by ½: of 32 choices of signs 12 are as far from 0.
    #expect(
      run.output == """
        recip_rank    mean  difference       95 % interval      p  corrected      d  won  lost  same
        old         0.6000
        new         0.9000     +0.3000  -0.1000 to +0.5000  0.375      0.375  +0.67    4     1     0

        5 topics; two-sided randomisation test, 100,000 permutations or all; holm within each measure; seed 1

        """, "\(run.output)")
  }

  @Test func figuresAreGivenAsJSON() throws {
    let run = try Titer(["compare", qrels, old, new, "--baseline", "new", "--json", "--correction", "none"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["topics"] as? Int == 5 && json["test"] as? String == "t" && json["seed"] as? Int == 1)
    let measures = try #require(json["measures"] as? [[String: Any]])
    #expect(measures.map { $0["measure"] as? String } == ["ndcg_cut_10", "map"])
    let pairs = try #require(measures[1]["pairs"] as? [[String: Any]])
    #expect(pairs.count == 1 && pairs[0]["baseline"] as? String == "new" && pairs[0]["run"] as? String == "old")
    #expect(pairs[0]["won"] as? Int == 1 && pairs[0]["lost"] as? Int == 4)
    // Four times −½ and once ½: t is −1.5 with four degrees of freedom, as scipy.stats.ttest_rel has it too.
    let p = try #require(pairs[0]["p"] as? Double)
    #expect(abs(p - 0.208) < 1e-12, "\(p)")
  }

  @Test func allPairsAreHeldAgainstEachOther() throws {
    let run = try Titer(["compare", qrels, old, new, old + "", "--all-pairs", "-m", "map"])
    #expect(run.output.components(separatedBy: " - ").count == 4, "\(run.output)")
    #expect(run.output.contains("\(old) - \(new)"))
  }

  /// A topic that a run leaves out counts as nothing found; one that none answers doesn't count.
  @Test func runsShareTheirTopics() throws {
    try write((1...4).flatMap { Self.lines($0, ["a"], "some") }, to: new)
    let run = try Titer(["compare", qrels, new, old, "-m", "recip_rank"])
    #expect(run.output.contains("some        0.8000") && run.output.contains("5 topics"), "\(run.output)")
    try write((1...4).flatMap { Self.lines($0, ["a"], "other") }, to: old)
    #expect(try Titer(["compare", qrels, new, old, "-m", "recip_rank"]).output.contains("4 topics"))
  }

  @Test func runsAreFused() throws {
    let fused = folder.file("fused.run")
    #expect(try Titer(["fuse", old, new, "-o", fused, "-n", "1"]).code == 0)
    let lines = try String(contentsOfFile: fused, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 5 && lines[0] == "1 Q0 b 1 0.032522473 reciprocal-rank")
    let sums = try Titer(["fuse", old, new, "--method", "combsum", "--normalisation", "none", "--run-tag", "sum"])
    #expect(sums.output.hasPrefix("1 Q0 b 1 17.0 sum\n1 Q0 a 2 16.999998 sum\n"), "\(sums.output)")
  }

  @Test func aReportIsWritten() throws {
    let page = folder.file("report.html")
    let run = try Titer(["report", qrels, old, new, "-o", page, "--title", "Old & new"])
    #expect(run.code == 0 && run.output.isEmpty)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<h1>Old &amp; new</h1>"))
    #expect(html.components(separatedBy: "<svg").count == 1 + 3)
    #expect(html.contains("new better: 4") && html.contains("old (baseline)"))
    #expect(try Titer(["report", qrels, old, new, "--title", "Old & new"]).output == html)
    #expect(try Titer(["report", qrels, old]).output.components(separatedBy: "<svg").count == 1 + 2)
  }

  @Test func whatIsWrongIsLocated() throws {
    let faulty = folder.file("faulty.run")
    try write(["1 Q0 a 1 9 x", "1 Q0 b 2 nine x"], to: faulty)
    let run = try Titer(["fuse", old, faulty])
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors == "Error: \(faulty):2: expected a number as score, found nine\n", "\(run.errors)")
    try write(["77 Q0 a 1 9 x"], to: faulty)
    #expect(try Titer(["compare", qrels, old, faulty]).errors.contains("expected topics that are judged, found none"))
  }

  @Test(arguments: [
    (["--baseline", "x"], "(old, new), found “x”"), (["-m", "gm_map"], "found gm_map"), (["--seed", "-1"], "found -1"),
    (["--permutations", "0"], "found 0"), (["--all-pairs", "--baseline", "old"], "leave out --baseline"),
    (["--correction", "x"], "'none', 'bonferroni' or 'holm'"),
  ])
  func wrongOptionsAreTold(_ options: [String], _ message: String) throws {
    let run = try Titer(["compare", qrels, old, new] + options)
    #expect(run.code == 2 && run.errors.contains(message), "\(run.errors)")
  }

  @Test func fusionNeedsFittingOptions() throws {
    #expect(try Titer(["fuse", old]).errors.contains("two runs or more, found 1"))
    #expect(try Titer(["fuse", old, new, "-k", "1", "--method", "combmnz"]).code == 2)
    #expect(try Titer(["fuse", old, new, "--normalisation", "none"]).errors.contains("ranks alone"))
    #expect(try Titer(["fuse", "-", "-"]).errors.contains("only once"))
  }
}
