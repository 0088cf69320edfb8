import Evaluation

/// The page that `titer report` writes.
struct RunReport {
  let runs: MeasuredRuns
  let measures: [any Measure]
  /// The place of the run that others are held against.
  let baseline: Int
  let method: Comparison.Method
  let title: String
  let qrels: String
  /// Whether the size of the collection is known.
  let hasCollection: Bool

  var page: Report {
    let comparisons = zip(measures, figures(measures)).map { measure, figures in
      Comparison("\(measure)", of: Array(figures.dropFirst()), with: figures[0], by: method)
    }
    let summary =
      "\(Figures.count(runs.names.count, "run")) on \(Figures.count(runs.topics.count, "topic")) judged in \(qrels). "
      + "A topic that a run leaves out counts as nothing found."
    var sections = [Report.Section("Means", [.table(ReportTable(means: comparisons))])]
    if runs.names.count > 1 {
      let tables = comparisons.map { Report.Part.table(ReportTable(differences: $0)) }
      sections.append(Report.Section("Differences", tables))
      sections += comparisons.prefix(1).map(topics)
    }
    sections += [Report.Section("Precision by recall", [.curves(precision)]), screening]
    return Report(title, summary: [summary], sections: sections)
  }

  /// The runs by some measures, the baseline first.
  private func figures(_ measures: [any Measure]) -> [[Comparison.Run]] {
    runs.figures(measures).map { figures in
      var others = figures
      let first = others.remove(at: baseline)
      return [first] + others
    }
  }

  private func topics(_ comparison: Comparison) -> Report.Section {
    let charts = comparison.runs.dropFirst().map { run in
      Report.Part.winLoss(
        WinLossChart(run, from: comparison.runs[0], by: comparison.measure, topics: runs.topics.map { shown($0) }))
    }
    return Report.Section("Topic by topic", charts)
  }

  /// Means by measures that follow one another, run by run.
  private func curves(_ measures: [any Measure]) -> [(name: String, values: [Double])] {
    let figures = figures(measures)
    return (figures.first ?? []).enumerated().map { place, run in (run.name, figures.map { $0[place].mean }) }
  }

  private var precision: CurveChart {
    let levels = (0...10).map { InterpolatedPrecision(at: Double($0) / 10) }
    return .recallPrecision(curves(levels).map { ($0.name, $0.values) })
  }

  private var screening: Report.Section {
    let percents = (1...100).map(Double.init)
    let curves = curves(percents.map { ShareRecall(percent: $0) }).map { run in
      CurveChart.Curve(run.name, [.init(0, 0)] + zip(percents, run.values).map { .init($0 / 100, $1) })
    }
    let text =
      hasCollection
      ? "Documents that a run doesn't return are read last, the relevant ones at the very end."
      : "The collection of a topic is taken to be its judged and returned documents. "
        + "Those that a run doesn't return are read last, the relevant ones at the very end."
    return Report.Section("Screening effort", [.text(text), .curves(.recallEffort(curves))])
  }
}
