import Evaluation

/// The page of a sweep: its best settings, and a map of two that vary.
struct SweepReport {
  let sweep: Sweep
  let title: String

  var page: Report {
    let row = sweep.comparison.rows[0]
    let summary =
      "\(Figures.count(sweep.settings.count, "setting")) on \(Figures.count(sweep.topics.count, "topic")). "
      + "Each topic under the setting that is best for the topics of other folds: "
      + "\(FixedDecimal.text(row.mean, decimals: 4)); under the usual setting \(FixedDecimal.text(row.baselineMean, decimals: 4)) "
      + "(p \(FixedDecimal.pValue(row.pValue)))."
    var sections = [Report.Section("Best settings", [.table(best)])]
    if let map { sections.append(Report.Section("\(sweep.names[0]) and \(sweep.names[1])", [.heatMap(map)])) }
    sections.append(Report.Section("Tuned and usual", [.table(ReportTable(differences: sweep.comparison))]))
    return Report(title, summary: [summary], sections: sections)
  }

  private var best: ReportTable {
    let means = sweep.means
    let rows = sweep.best.prefix(20).enumerated().map { rank, place in
      let values = sweep.names.map { ReportTable.Cell(sweep.settings[place].text(of: $0)) }
      return [ReportTable.Cell("\(rank + 1)")] + values + [
        .init(FixedDecimal.text(means[place], decimals: 4), isBest: rank == 0)
      ]
    }
    return ReportTable(
      "The best over all topics", columns: ["rank"] + sweep.names + ["\(sweep.measure)"], rows: rows,
      note: "The best of many settings is praised by what it was chosen for; the tuned figure isn't.")
  }

  /// The best figure for each pair of the first two that vary, whatever the others are.
  private var map: HeatMap? {
    guard sweep.names.count >= 2 else { return nil }
    let means = sweep.means
    let places = sweep.settings.indices.dropFirst()
    let axes = sweep.names.prefix(2).map { name in unique(places.map { sweep.settings[$0].text(of: name) }) }
    var (figures, choices) = (
      [[Double]](repeating: [Double](repeating: 0, count: axes[0].count), count: axes[1].count),
      [[Int]](repeating: [Int](repeating: 0, count: axes[0].count), count: axes[1].count)
    )
    for place in sweep.settings.indices {
      let values = sweep.names.prefix(2).map { sweep.settings[place].text(of: $0) }
      guard let column = axes[0].firstIndex(of: values[0]), let row = axes[1].firstIndex(of: values[1]) else {
        continue
      }
      figures[row][column] = max(figures[row][column], means[place])
      choices[row][column] += sweep.tuned.folds.count { $0.setting == place }
    }
    return HeatMap(
      "\(sweep.measure), the best of each pair", horizontal: (sweep.names[0], axes[0]),
      vertical: (sweep.names[1], axes[1]), figures: figures, choices: choices)
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
