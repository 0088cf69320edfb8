import Foundation
import Testing

/// `analyze`, `stats` and `check`.
@Suite struct IndexFigureTests {
  @Test func `terms stand beside their text`() throws {
    let run = try Titer(["analyze", "--analyzer", "english", "Engineered", "cells"])
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 0)
    #expect(lines.first?.split(separator: " ") == ["position", "length", "term", "layer", "rule", "text"])
    #expect(lines.dropFirst().map { $0.split(separator: " ").last } == ["Engineered", "cells"])
    #expect(lines.last?.split(separator: " ") == ["1", "1", "cell", "both", "word", "cells"])
  }

  @Test func `names have the rule of each of their forms`() throws {
    let rules = try Titer(["analyze", "IL-6"]).output.split(separator: "\n").dropFirst().map {
      $0.split(separator: " ").dropFirst(2).joined(separator: " ")
    }
    #expect(
      rules == [
        "il exact word IL", "il ranked word IL", "il6 exact joined IL-6", "il6 ranked joined IL-6", "6 exact word 6",
        "6 ranked word 6",
      ])
  }

  @Test func `tokens are given as JSON`() throws {
    let run = try Titer(["analyze", "--json", "lupus"])
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(answer?["chain"] as? String == "biomedical/2")
    let tokens = try #require(answer?["tokens"] as? [[String: Any]])
    #expect(tokens.map { $0["text"] as? String } == ["lupus", "lupus"])
    #expect(tokens.map { $0["position"] as? Int } == [0, 0])
    #expect(tokens.map { $0["layer"] as? String } == ["exact", "ranked"])
    #expect(tokens.map { $0["rule"] as? String } == ["word", "word"])
  }

  @Test func `figures of an index are given as JSON`() throws {
    let run = try Sample.indexed().onIndex("stats", "--json")
    let figures = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(figures["documents"] as? Int == 3)
    #expect((figures["bytes"] as? Int).map { $0 > 0 } == true)
    #expect(figures["chain"] as? String == "biomedical/2")
  }

  @Test func `a sound index is called sound`() throws {
    let run = try Sample.indexed().onIndex("check")
    #expect(run.code == 0)
    #expect(run.output == "sample.idx: sound: 3 records in 1 segment\n")
  }

  @Test func `a damaged index is told with code 2`() throws {
    let scratch = try Sample.indexed()
    let index = scratch.url.appendingPathComponent("sample.idx")
    let files = try FileManager.default.contentsOfDirectory(at: index, includingPropertiesForKeys: [.fileSizeKey])
    let largest = try #require(try files.max { try size(of: $0) < size(of: $1) })
    var bytes = try Data(contentsOf: largest)
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: largest)
    let run = try scratch.onIndex("check")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("sample.idx/"))
  }

  private func size(of file: URL) throws -> Int {
    try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  }
}
