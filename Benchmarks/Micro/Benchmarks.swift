// Parts of the engine by themselves, and whole queries, on a generated corpus.
//
//     python3 Benchmarks/Micro/run.py
//
// A name is “what | how | how much of what”; run.py divides by the last and compares the second.

import Benchmark
import Foundation
import Material
@_spi(Benchmarks) import Titer

/// The documents of the corpus.
private let documents = 50_000

/// Where the index is kept between the harness's processes, one for each benchmark; run.py has it made anew.
private let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: ".build/generated.idx").path

private func openIndex() throws -> Index {
  if let index = try? Index(path: path), index.statistics.documents == documents { return index }
  try GeneratedCorpus.makeIndex(documents: documents, path: path)
  return try Index(path: path)
}

/// What the harness calls.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .throughput]
  Benchmark.defaultConfiguration.warmupIterations = 3
  Benchmark.defaultConfiguration.maxDuration = .milliseconds(500)
  Benchmark.defaultConfiguration.maxIterations = 5_000
  do {
    let index = try openIndex()
    let segment = try MeasuredSegment(path: path)
    try addKernels(segment)
    addSets()
    try addTerms(segment)
    try addAnalysis()
    try addSearches(index)
  } catch {
    fatalError("expected the material of the benchmarks, found \(error)")
  }
}

/// Adds a benchmark of one run of `work` over `amount` of something, done in some way.
func add(_ what: String, _ how: String, _ amount: Int, _ unit: String, _ work: @escaping () throws -> Int) {
  Benchmark("\(what) | \(how) | \(amount) \(unit)") { _ in blackHole(try work()) }
}
