import Evaluation

/// Comparisons as they are printed.
struct ComparisonText {
  /// One a measure.
  let comparisons: [Comparison]
  /// Whether each run is held against each, and not all against one.
  let isAllPairs: Bool

  /// A table for each measure.
  var tables: String {
    comparisons.map { comparison in
      table(rows(comparison), rightAligned: [1, 2, 3, 4, 5, 6, 7, 8, 9])
    }.joined(separator: "\n")
  }

  private func rows(_ comparison: Comparison) -> [[String]] {
    let head = [
      comparison.measure, "mean", "difference", "95 % interval", "p", "corrected", "d", "won", "lost", "same",
    ]
    let base = isAllPairs ? [] : comparison.runs.prefix(1).map { [$0.name, FixedDecimal.text($0.mean, decimals: 4)] }
    return [head] + base + comparison.rows.map(row)
  }

  private func row(_ row: Comparison.Row) -> [String] {
    let interval = [row.interval.lower, row.interval.upper].map { signed($0, 4) }
    let counts = [row.balance.wins, row.balance.losses, row.balance.ties].map(String.init)
    return [
      isAllPairs ? "\(row.run) - \(row.baseline)" : row.run, FixedDecimal.text(row.mean, decimals: 4),
      signed(row.difference, 4), "\(interval[0]) to \(interval[1])", FixedDecimal.pValue(row.pValue),
      FixedDecimal.pValue(row.correctedP), signed(row.effectSize, 2),
    ] + counts
  }

  private func signed(_ value: Double, _ decimals: Int) -> String {
    FixedDecimal.signed(value, decimals: decimals, minus: "-")
  }

  /// How the p-values came about, in a line.
  var note: String {
    guard let comparison = comparisons.first else { return "" }
    let method = comparison.method
    let test =
      switch method.test {
      case .t: "two-sided paired t-test"
      case .randomisation(let permutations):
        "two-sided randomisation test, \(Figures.grouped(permutations)) permutations or all"
      }
    let correction = method.correction == .none ? "no correction" : "\(method.correction.rawValue) within each measure"
    return "\(Figures.count(comparison.topics, "topic")); \(test); \(correction); seed \(method.seed)\n"
  }

  /// All figures, unrounded.
  func json(qrels: String) -> String {
    let method = comparisons.first?.method ?? .init()
    var members: [(name: String, value: JSON)] = [
      ("qrels", .string(qrels)), ("topics", .integer(comparisons.first?.topics ?? 0)),
    ]
    switch method.test {
    case .t: members.append(("test", .string("t")))
    case .randomisation(let permutations):
      members += [("test", .string("randomisation")), ("permutations", .integer(permutations))]
    }
    members += [
      ("correction", .string(method.correction.rawValue)), ("confidence", .double(method.level)),
      ("resamples", .integer(method.resamples)), ("seed", .integer(Int(clamping: method.seed))),
      ("measures", .array(comparisons.map(Self.json))),
    ]
    return JSON.object(members).page + "\n"
  }

  private static func json(_ comparison: Comparison) -> JSON {
    let runs = comparison.runs.map { JSON.object([("run", .string($0.name)), ("mean", .double($0.mean))]) }
    return .object([
      ("measure", .string(comparison.measure)), ("runs", .array(runs)), ("pairs", .array(comparison.rows.map(json))),
    ])
  }

  private static func json(_ row: Comparison.Row) -> JSON {
    .object([
      ("baseline", .string(row.baseline)), ("run", .string(row.run)), ("difference", .double(row.difference)),
      ("interval", .array([.double(row.interval.lower), .double(row.interval.upper)])), ("p", .double(row.pValue)),
      ("correctedP", .double(row.correctedP)), ("effectSize", .double(row.effectSize)),
      ("won", .integer(row.balance.wins)), ("lost", .integer(row.balance.losses)), ("same", .integer(row.balance.ties)),
    ])
  }
}
