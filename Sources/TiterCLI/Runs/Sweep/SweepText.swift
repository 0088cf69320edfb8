import Evaluation

/// A sweep as it is printed.
struct SweepText {
  let sweep: Sweep
  /// How many of the best settings are listed.
  let limit: Int

  /// The best settings, what was chosen for each fold, and the honest figure beside the usual one.
  var tables: String {
    let means = sweep.means
    let head = sweep.names + ["\(sweep.measure)"]
    let best = sweep.best.prefix(limit).map { values($0) + [FixedDecimal.text(means[$0], decimals: 4)] }
    let numbers = Set(0...sweep.names.count)
    let folds = sweep.tuned.folds.enumerated().map { number, fold in
      ["\(number + 1)"] + values(fold.setting)
        + [fold.trainingMean, fold.testMean].map { FixedDecimal.text($0, decimals: 4) }
    }
    let foldHead = ["fold"] + sweep.names + ["others", "fold's own"]
    let comparison = ComparisonText(comparisons: [sweep.comparison], isAllPairs: false)
    return table([head] + best, rightAligned: numbers) + "\n"
      + table([foldHead] + folds, rightAligned: Set(0...foldHead.count))
      + "\n" + comparison.tables
      + "tuned: each topic under the setting that is best for the topics of the other folds; usual: \(usual)\n"
      + "\(Figures.count(sweep.settings.count, "setting")); " + comparison.note
  }

  private func values(_ setting: Int) -> [String] { sweep.names.map(sweep.settings[setting].text) }

  private var usual: String { zip(sweep.names, values(0)).map { "\($0) \($1)" }.joined(separator: ", ") }

  /// All figures, unrounded.
  var json: String {
    let means = sweep.means
    let settings = sweep.settings.indices.map { place in
      JSON.object(
        members(place) + [("mean", .double(means[place])), ("values", .array(sweep.figures[place].map(JSON.double)))])
    }
    let folds = sweep.tuned.folds.map { fold in
      JSON.object(
        members(fold.setting) + [
          ("topics", .array(fold.topics.map { .string(sweep.topics[$0]) })), ("training", .double(fold.trainingMean)),
          ("test", .double(fold.testMean)),
        ])
    }
    let row = sweep.comparison.rows[0]
    return JSON.object([
      ("measure", .string("\(sweep.measure)")), ("topics", .array(sweep.topics.map(JSON.string))),
      ("settings", .array(settings)), ("folds", .array(folds)), ("usual", .double(row.baselineMean)),
      ("tuned", .double(row.mean)), ("difference", .double(row.difference)), ("p", .double(row.pValue)),
      ("tunedValues", .array(sweep.tuned.values.map(JSON.double))),
    ]).page + "\n"
  }

  private func members(_ setting: Int) -> [(name: String, value: JSON)] {
    zip(sweep.names, values(setting)).map { ($0, .string($1)) }
  }
}
