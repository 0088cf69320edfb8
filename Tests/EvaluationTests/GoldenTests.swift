import Evaluation
import Foundation
import Testing

/// Twenty small pairs of judgements and runs, and what pytrec_eval says of them.
///
/// Made by `python3 Benchmarks/Peers/measures.py --golden Tests/EvaluationTests/Golden/pairs.json`.
@Suite struct GoldenTests {
  private struct Pair: Decodable {
    var qrels: String
    var run: String
    var level: Int
    var depth: Int?
    var judgedOnly: Bool
    /// By topic and measure; 0 where none is given.
    var figures: [String: [String: Double]]
    /// The first pair's, and all the others'.
    var measures: [String]?
  }

  private static func pairs() throws -> [Pair] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/pairs.json")
    return try JSONDecoder().decode([Pair].self, from: Data(contentsOf: path))
  }

  @Test func figuresAreTrecEvals() throws {
    let pairs = try Self.pairs()
    let names = try #require(pairs[0].measures)
    let measures = try names.flatMap { try Measures.named($0) }
    #expect(pairs.count == 20 && measures.map { "\($0)" } == names)
    for (number, pair) in pairs.enumerated() {
      let options = Evaluation.Options(level: pair.level, depth: pair.depth, judgedOnly: pair.judgedOnly)
      let evaluation = try Evaluation(of: Run(pair.run), under: Qrels(pair.qrels), by: measures, options: options)
      #expect(evaluation.topics == pair.figures.keys.sorted())
      for (index, name) in names.enumerated() {
        for (topic, value) in evaluation.values(of: index) {
          let expected = pair.figures[topic]?[name] ?? 0
          #expect(abs(value - expected) < 1e-8, "pair \(number), topic \(topic), \(name)")
        }
      }
    }
  }
}
