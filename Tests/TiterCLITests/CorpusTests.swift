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
    let run = try scratch.onIndex("check")
    #expect(run.output == "sample.idx: sound: 168 records in 1 segment\n")
  }

  @Test(arguments: [("1", "CAR T-cell BCMA"), ("2", "CD19 lupus")])
  func `a record about the topic comes first`(topic: String, query: String) throws {
    let run = try scratch.onIndex("search", query, "--trec", "--topic", topic, "-n", "1")
    let id = try #require(run.output.split(separator: " ").dropFirst(2).first)
    #expect(try Corpus.grades()[topic]?[String(id)] == 2, "\(id)")
    #expect(try String(contentsOfFile: Corpus.path("topics.trec"), encoding: .utf8).contains("<title> \(query)\n"))
  }

  /// 0.81 when this was written: a guard against breakage, no claim of quality.
  @Test func `most relevant records are among the best twenty`() throws {
    let run = try scratch.onIndex("search", "--trec", "--topics", Corpus.path("topics.trec"))
    let rankings = Dictionary(grouping: run.output.split(separator: "\n").map { $0.split(separator: " ") }) { $0[0] }
    let grades = try Corpus.grades()
    #expect(run.errors.isEmpty && rankings.count == 20 && grades.count == 20)
    let recalls = grades.map { topic, grades in
      let relevant = Set(grades.filter { $0.value > 0 }.keys)
      let best = (rankings[Substring(topic)] ?? []).prefix(20).map { String($0[2]) }
      return Double(relevant.intersection(best).count) / Double(relevant.count)
    }
    let mean = recalls.reduce(0, +) / Double(recalls.count)
    #expect(mean >= 0.79, "mean recall at 20: \(mean)")
  }
}

/// The sample corpus of the package.
enum Corpus {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).appendingPathComponent("../../../corpus/\(name)").standardizedFileURL.path
  }

  /// The grades of the judged records, by topic and identifier.
  static func grades() throws -> [String: [String: Int]] {
    var grades: [String: [String: Int]] = [:]
    for line in try String(contentsOfFile: path("qrels.txt"), encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      try #require(fields.count == 4)
      let grade: Int = try #require(Int(fields[3]))
      grades[fields[0], default: [:]][fields[2]] = grade
    }
    return grades
  }
}
