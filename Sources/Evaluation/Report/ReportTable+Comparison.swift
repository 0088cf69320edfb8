extension ReportTable {
  /// The mean of each run by each measure, the best in bold, with marks where a run differs from the baseline.
  ///
  /// - Precondition: `comparisons` are of the same runs with the same baseline, one a measure.
  public init(means comparisons: [Comparison], level: Double = 0.05) {
    let names = comparisons.first?.runs.map(\.name) ?? []
    let means = comparisons.map { $0.runs.map(\.mean) }
    let marks = comparisons.map { [nil] + $0.rows.map { Self.mark($0, level) } }
    let rows = names.enumerated().map { index, name in
      [Cell(index == 0 && names.count > 1 ? "\(name) (baseline)" : name)]
        + means.indices.map { column in
          let mean = means[column][index]
          let isBest = names.count > 1 && mean == means[column].max()
          return Cell(FixedDecimal.text(mean, decimals: 4), isBest: isBest, mark: marks[column][index])
        }
    }
    self.init(
      "Means over \(comparisons.first?.topics ?? 0) topics.", columns: ["Run"] + comparisons.map(\.measure), rows: rows,
      note: names.count > 1 ? Self.note(of: comparisons[0].method, level) : "")
  }

  /// How each run differs from the baseline by one measure.
  public init(differences comparison: Comparison) {
    let percent = FixedDecimal.text(comparison.method.level * 100, decimals: 0)
    let hasPairs = Set(comparison.rows.map(\.baseline)).count > 1
    let rows = comparison.rows.map { row in
      [
        Cell(hasPairs ? "\(row.run) − \(row.baseline)" : row.run),
        Cell(FixedDecimal.signed(row.difference, decimals: 4)),
        Cell("\(Self.signed(row.interval.lower)) to \(Self.signed(row.interval.upper))"),
        Cell(FixedDecimal.pValue(row.pValue)), Cell(FixedDecimal.pValue(row.correctedP)),
        Cell(FixedDecimal.signed(row.effectSize, decimals: 2)),
        Cell("\(row.balance.wins) / \(row.balance.losses) / \(row.balance.ties)"),
      ]
    }
    self.init(
      "Differences in \(comparison.measure)\(hasPairs ? "" : comparison.rows.first.map { " from \($0.baseline)" } ?? "").",
      columns: ["Run", "Difference", "\(percent) % interval", "p", "corrected p", "d", "won / lost / same"], rows: rows,
      note: Self.explanation(of: comparison.method))
  }

  private static func signed(_ value: Double) -> String { FixedDecimal.signed(value, decimals: 4) }

  private static func mark(_ row: Comparison.Row, _ level: Double) -> Mark? {
    guard row.correctedP < level, row.difference != 0 else { return nil }
    return row.difference > 0 ? .better : .worse
  }

  private static func note(of method: Comparison.Method, _ level: Double) -> String {
    """
    Bold: the best. ▲ better and ▼ worse than the baseline, p < \(FixedDecimal.text(level, decimals: 2)) by \
    \(method.test.name)\(method.correction.phrase).
    """
  }

  private static func explanation(of method: Comparison.Method) -> String {
    """
    p by \(method.test.name)\(method.correction.phrase); interval by \(method.resamples) bootstrap resamples of topics; \
    d: mean difference in standard deviations of the differences; seed \(method.seed).
    """
  }
}

extension SignificanceTest {
  fileprivate var name: String {
    switch self {
    case .t: "the two-sided paired t-test"
    case .randomisation(let permutations): "the two-sided randomisation test (\(permutations) permutations, or all)"
    }
  }
}

extension Correction {
  fileprivate var phrase: String {
    switch self {
    case .none: ", not corrected"
    case .bonferroni: ", corrected after Bonferroni"
    case .holm: ", corrected after Holm"
    }
  }
}
