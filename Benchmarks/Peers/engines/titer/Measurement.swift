import Foundation

/// Seconds that the processor has spent on this process.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The passes over the queries, with the rules of engines/program.py.
struct Measurement {
  /// Each query's time in each pass.
  private(set) var rows: [[Duration]] = []
  /// The sum of hits of one pass.
  private(set) var hits = 0
  /// CPU µs a query of the best pass.
  private(set) var cpu = Double.infinity
  /// How many queries a pass goes through.
  private(set) var queries: Int

  private let search: (Int) throws -> Int

  /// Measures `search`, which answers the query of a number and returns its hits.
  init(
    queries: Int, warm: Int, passes: Int, budget: Duration, search: @escaping (Int) throws -> Int
  ) throws {
    self.queries = queries
    self.search = search
    let start = ContinuousClock.now
    let half = start + budget / 2
    for _ in 0..<warm where ContinuousClock.now < half { _ = try pass(until: half) }
    let end = start + budget
    while rows.count < passes, rows.isEmpty || ContinuousClock.now < end {
      let before = processorSeconds()
      let (times, found) = try pass(until: end)
      if times.count < self.queries, !rows.isEmpty { break }
      self.queries = times.count
      rows.append(times)
      hits = found
      cpu = min(cpu, (processorSeconds() - before) * 1e6 / Double(times.count))
    }
  }

  private func pass(until deadline: ContinuousClock.Instant) throws -> (times: [Duration], hits: Int) {
    var times: [Duration] = []
    times.reserveCapacity(queries)
    var hits = 0
    for query in 0..<queries {
      let start = ContinuousClock.now
      hits += try search(query)
      let end = ContinuousClock.now
      times.append(end - start)
      if end > deadline { break }
    }
    return (times, hits)
  }

  /// Each query's median time in µs.
  var medians: [Double] {
    (0..<queries).map { query in
      rows.map { $0[query] }.sorted()[(rows.count - 1) / 2] / .microseconds(1)
    }
  }
}
