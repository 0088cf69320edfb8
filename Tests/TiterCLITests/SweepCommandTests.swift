import Evaluation
import Foundation
import Testing

/// `titer sweep`, and the runs that its figures are those of.
@Suite struct SweepCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let index = try scratch.titer(
      "index", Corpus.path("records.ris"), Corpus.path("pubmed.xml"), "-o", "sample.idx", "--quiet")
    try #require(index.code == 0, "\(index.errors)")
  }

  private func sweep(_ arguments: String...) throws -> Titer {
    let files = [Corpus.path("topics.trec"), "--qrels", Corpus.path("qrels.txt"), "--index", "sample.idx"]
    return try Titer(["sweep"] + files + arguments, in: scratch.url)
  }

  /// Each setting has the figures that `titer run` and `titer eval` give.
  @Test func figuresAreThoseOfRuns() throws {
    let swept = try sweep("--k1", "0.9,1.5", "--title", "1,2", "--feedback", "none,rm3", "-m", "map", "--json")
    #expect(swept.code == 0, "\(swept.errors)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(swept.output.utf8)) as? [String: Any])
    let settings = try #require(object["settings"] as? [[String: Any]])
    #expect(settings.count == 8)
    for setting in settings {
      let values = try ["k1", "title", "feedback"].map { try #require(setting[$0] as? String) }
      let feedback = values[2] == "none" ? [] : ["--feedback", values[2]]
      let arguments = ["run", Corpus.path("topics.trec"), "--index", "sample.idx", "--k1", values[0]]
      let run = try Titer(arguments + ["--title", values[1]] + feedback, in: scratch.url)
      let mean = AveragePrecision().mean(of: try Run(run.output), under: try Corpus.qrels())
      #expect(abs(mean - (try #require(setting["mean"] as? Double))) < 1e-12, "\(values)")
    }
  }

  @Test func tablesAndAPageAreWritten() throws {
    let run = try sweep("--k1", "0.6:1.2:0.3", "--b", "0,0.5", "--folds", "4", "--report", "sweep.html")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("\nfold   k1  b  others  fold's own\n   1  1.2  0 "))
    #expect(run.output.contains("usual: k1 0.9, b 0.4\n7 settings; 20 topics;"))
    let page = try scratch.read("sweep.html")
    #expect(page.contains("<svg") && page.contains("ndcg_cut_10, the best of each pair") && !page.contains("<script"))
  }

  /// The same command gives the same answer, byte for byte.
  @Test func aSweepIsRepeatable() throws {
    let arguments = ["--b", "0:1:0.25", "--feedback", "rocchio", "--json"]
    let runs = try (0..<2).map { _ in try sweep(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]) }
    #expect(runs[0].output == runs[1].output && !runs[0].output.isEmpty)
  }

  @Test(arguments: [
    (["--k1", "0"], "--k1 needs a number more than 0, found 0.0."),
    (["--b", "0:2:0.5"], "--b needs a number from 0 to 1, found 1.5."),
    (["--k1", "a,b"], "expected values such as 0.4,0.9 or 0:1:0.1, found “a,b”"),
    (["--k1", "1:0:0.1"], "expected values such as 0.4,0.9 or 0:1:0.1, found “1:0:0.1”"),
    (["--feedback", "magic"], "--feedback takes none, rm3 and rocchio, found “magic”."),
    (["--folds", "1"], "--folds needs a number from 2 on, found 1."),
    (["-m", "num_ret"], "expected one measure that is a mean over topics, found num_ret"),
    (["-m", "official"], "expected one measure that is a mean over topics, found official"),
  ])
  func whatCannotBeIsRefused(arguments: [String], message: String) throws {
    let files = [Corpus.path("topics.trec"), "--qrels", Corpus.path("qrels.txt"), "--index", "sample.idx"]
    let run = try Titer(["sweep"] + files + arguments, in: scratch.url)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func topicsMustBeJudged() throws {
    try scratch.write("x 0 a 1\n", to: "other.txt")
    let files = [Corpus.path("topics.trec"), "--qrels", "other.txt", "--index", "sample.idx"]
    let run = try Titer(["sweep"] + files, in: scratch.url)
    #expect(run.code == 2)
    #expect(run.errors.contains("expected two topics or more that are judged, found 0 of 20"))
  }
}
