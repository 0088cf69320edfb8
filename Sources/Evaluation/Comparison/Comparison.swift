/// How runs compare by one measure, topic by topic.
///
///     let comparison = Comparison(
///       "ndcg_cut_10", of: [.init("new", [0.5, 0.7, 0.4])], with: .init("old", [0.4, 0.7, 0.3]))
///     for row in comparison.rows { print(row.run, row.difference, row.correctedP) }
///
/// Each row draws from the same seed, so that its figures don't depend on which other runs there are; only its corrected
/// p-value does.
public struct Comparison: Sendable, Equatable {
  /// A run's figure for each topic.
  public struct Run: Sendable, Equatable {
    /// What the run is called.
    public var name: String
    /// The figures, in an order of topics that all runs share.
    public var values: [Double]

    /// A run by its name and figures.
    public init(_ name: String, _ values: [Double]) { (self.name, self.values) = (name, values) }

    /// The mean over the topics; 0 for none.
    public var mean: Double { values.reduce(0, +) / Double(max(values.count, 1)) }
  }

  /// How differences are judged.
  public struct Method: Sendable, Equatable {
    /// The test of each pair.
    public var test = SignificanceTest.t
    /// What makes up for several pairs.
    public var correction = Correction.holm
    /// The confidence of the intervals, between 0 and 1.
    public var level = 0.95
    /// The resamples of the intervals.
    public var resamples = 10_000
    /// What all that is random follows from.
    public var seed: UInt64 = 1

    /// The t-test with Holm's correction, and intervals of 95 %.
    public init() {}
  }

  /// A run beside another.
  public struct Row: Sendable, Equatable {
    /// The run that the other is held against.
    public let baseline: String
    /// The run.
    public let run: String
    /// The baseline's mean.
    public let baselineMean: Double
    /// The run's mean.
    public let mean: Double
    /// The mean of the differences, the run's figure less the baseline's.
    public let difference: Double
    /// Where that mean lies with the confidence that was asked for.
    public let interval: BootstrapInterval
    /// How likely a mean difference so far from 0 is by chance, if this were the only test.
    public let pValue: Double
    /// The same after the correction for all rows.
    public fileprivate(set) var correctedP: Double
    /// Cohen's d for pairs.
    public let effectSize: Double
    /// For how many topics the run is better, worse and as good.
    public let balance: PairedDifferences.Balance
  }

  /// What the runs were measured by.
  public let measure: String
  /// How the differences were judged.
  public let method: Method
  /// The runs; where they are held against one, that one first.
  public let runs: [Run]
  /// The pairs, in the order of their runs.
  public let rows: [Row]

  /// Runs held against one.
  ///
  /// - Precondition: all runs have as many figures.
  public init(_ measure: String, of runs: [Run], with baseline: Run, by method: Method = Method()) {
    self.init(measure, [baseline] + runs, runs.map { (baseline, $0) }, method)
  }

  /// Each of `runs` held against each one before it.
  ///
  /// - Precondition: all runs have as many figures.
  public init(_ measure: String, ofAllPairs runs: [Run], by method: Method = Method()) {
    let pairs = runs.indices.flatMap { first in runs[(first + 1)...].map { (runs[first], $0) } }
    self.init(measure, runs, pairs, method)
  }

  /// How many topics there are.
  public var topics: Int { runs.first?.values.count ?? 0 }

  private init(_ measure: String, _ runs: [Run], _ pairs: [(baseline: Run, run: Run)], _ method: Method) {
    (self.measure, self.method, self.runs) = (measure, method, runs)
    var rows = pairs.map { Row($0.run, $0.baseline, method) }
    let corrected = method.correction.adjusted(rows.map(\.pValue))
    for (index, p) in corrected.enumerated() { rows[index].correctedP = p }
    self.rows = rows
  }
}

extension Comparison.Row {
  /// A pair by itself: its p-value isn't corrected yet.
  fileprivate init(_ run: Comparison.Run, _ baseline: Comparison.Run, _ method: Comparison.Method) {
    let differences = PairedDifferences(of: run.values, from: baseline.values)
    (self.baseline, self.run) = (baseline.name, run.name)
    (baselineMean, mean, difference) = (baseline.mean, run.mean, differences.mean)
    interval = BootstrapInterval(
      differences, level: method.level, resamples: method.resamples, seed: method.seed)
    pValue = method.test.pValue(of: differences, seed: method.seed)
    correctedP = pValue
    (effectSize, balance) = (differences.cohensD, differences.balance)
  }
}
