import Foundation

/// What Benchmarks/Peers/significance.py computed.
enum Expected {
  struct Comparisons: Decodable {
    var tTests: [TTest]
    var student: [Tail]
    var signFlips: [SignFlip]
    var monteCarlo: [MonteCarlo]
    var intervals: [Interval]
    var corrections: [Corrected]
    var folds: [Parts]
  }

  struct TTest: Decodable {
    var run: [Double]
    var baseline: [Double]
    var t: Double
    var p: Double
  }

  struct Tail: Decodable {
    var t: Double
    var degrees: Int
    var p: Double
  }

  struct SignFlip: Decodable {
    var run: [Double]
    var baseline: [Double]
    var extreme: Int
    var choices: Int
  }

  struct MonteCarlo: Decodable {
    var run: [Double]
    var baseline: [Double]
    var seed: UInt64
    /// The share of all choices.
    var exact: Double
    /// That of 2,000 drawn by the law.
    var drawn: Double
  }

  struct Interval: Decodable {
    var run: [Double]
    var baseline: [Double]
    var level: Double
    var seed: UInt64
    /// Of 1,000 resamples by the law.
    var drawn: [Double]
    /// Of 100,000 by scipy.
    var scipy: [Double]
  }

  struct Corrected: Decodable {
    var p: [Double]
    var bonferroni: [Double]
    var holm: [Double]
  }

  struct Parts: Decodable {
    var topics: [String]
    var seed: UInt64
    var folds: [[String]]
  }

  struct Fusions: Decodable {
    struct Case: Decodable {
      var documents: [[String]]
      var scores: [[Double]]
      var fused: [String: Fused]
    }
    struct Fused: Decodable {
      var documents: [String]
      var scores: [String: Double]
    }
    var cases: [Case]
  }

  static func comparisons() throws -> Comparisons { try read("comparison.json") }

  static func fusions() throws -> [Fusions.Case] { try (read("fusion.json") as Fusions).cases }

  private static func read<Content: Decodable>(_ name: String) throws -> Content {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try JSONDecoder().decode(
      Content.self, from: Data(contentsOf: folder.appendingPathComponent("Golden/\(name)")))
  }
}

/// How far a number is from another, in units of that one.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value - expected) / abs(expected)
}
