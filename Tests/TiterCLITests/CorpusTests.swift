import Evaluation
import Foundation
import Testing

/// The sample corpus, searched by the command.
@Suite struct CorpusTests {
  private let scratch: Scratch
  private let indexing: Titer

  init() throws {
    scratch = try Scratch()
    indexing = try scratch.titer("index", Corpus.path("records.ris"), Corpus.path("pubmed.xml"), "-o", "sample.idx")
  }

  @Test func `it is indexed without a warning`() throws {
    #expect(indexing.code == 0 && indexing.errors.isEmpty, "\(indexing.errors)")
    #expect(indexing.output.hasPrefix("records  168  in ") && !indexing.output.contains("warnings"))
    let run = try scratch.onIndex("check", "--deep")
    #expect(run.output == "sample.idx: sound: 168 records in 1 segment\n")
  }

  @Test(arguments: [("1", "CAR T-cell BCMA"), ("2", "CD19 lupus")])
  func `a record about the topic comes first`(topic: String, query: String) throws {
    let run = try scratch.onIndex("search", query, "--trec", "--topic", topic, "-n", "1")
    let id = try #require(run.output.split(separator: " ").dropFirst(2).first)
    #expect(try Corpus.qrels().grades[topic]?[String(id)] == 2, "\(id)")
    #expect(try String(contentsOfFile: Corpus.path("topics.trec"), encoding: .utf8).contains("<title> \(query)\n"))
  }

  /// 0.81 and 0.88 when this was written: a guard against breakage, no claim of quality.
  @Test func `most relevant records are among the best twenty`() throws {
    let answer = try scratch.onIndex("run", Corpus.path("topics.trec"))
    let (run, qrels) = (try Run(answer.output), try Corpus.qrels())
    #expect(answer.errors.isEmpty && run.scores.count == 20 && qrels.grades.count == 20)
    let (recall, ndcg) = (Recall(at: 20).mean(of: run, under: qrels), NDCG(at: 10).mean(of: run, under: qrels))
    #expect(recall >= 0.79, "mean recall at 20: \(recall)")
    #expect(ndcg >= 0.85, "mean nDCG at 10: \(ndcg)")
  }
}

/// The sample corpus of the package.
enum Corpus {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).appendingPathComponent("../../../corpus/\(name)").standardizedFileURL.path
  }

  /// The judgements of its records.
  static func qrels() throws -> Qrels {
    try Qrels(String(contentsOfFile: path("qrels.txt"), encoding: .utf8))
  }
}
