/// How much better a run is than another for each topic, and what that comes to.
public struct PairedDifferences: Sendable, Equatable {
  /// For how many topics a run is better, worse and as good.
  public struct Balance: Sendable, Equatable {
    /// The topics where the run's figure is higher.
    public var wins = 0
    /// The topics where the baseline's figure is higher.
    public var losses = 0
    /// The topics where both are the same.
    public var ties = 0
  }

  /// The run's figure less the baseline's, topic by topic.
  public let values: [Double]
  /// Their mean; 0 for no topics.
  public let mean: Double
  /// Their standard deviation, that of a sample: Σ(d − mean)² / (n − 1) under the root; 0 for fewer than two topics.
  public let standardDeviation: Double

  /// The differences of figures of the same topics in the same order.
  ///
  /// Figures that differ by less than 2⁻⁴⁰ of the larger are the same: they were summed in another order.
  ///
  /// - Precondition: there are as many figures of the run as of the baseline.
  public init(of run: [Double], from baseline: [Double]) {
    precondition(run.count == baseline.count, "both runs need a figure for each topic")
    self.init(zip(run, baseline).map { Self.difference($0, $1) })
  }

  private init(_ values: [Double]) {
    self.values = values
    // The mean of equal numbers is that number, which their sum by their count need not be.
    if let first = values.first, values.allSatisfy({ $0 == first }) {
      (mean, standardDeviation) = (first, 0)
    } else {
      let count = Double(max(values.count, 1))
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      standardDeviation = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    }
  }

  private static func difference(_ figure: Double, _ baseline: Double) -> Double {
    let difference = figure - baseline
    return abs(difference) <= max(abs(figure), abs(baseline)) * 0x1p-40 ? 0 : difference
  }

  /// For how many topics the run is better, worse and as good.
  public var balance: Balance {
    values.reduce(into: Balance()) { balance, value in
      if value > 0 { balance.wins += 1 } else if value < 0 { balance.losses += 1 } else { balance.ties += 1 }
    }
  }

  /// Cohen's d for pairs, d_z: the mean in units of the standard deviation.
  ///
  /// 0 where all differences are 0, and infinite where all are the same other number.
  ///
  /// - Source: Cohen, Statistical power analysis for the behavioral sciences, 1988, 2.3.5.
  public var cohensD: Double { mean == 0 ? 0 : mean / standardDeviation }

  /// Cohen's d without its bias, which makes it too large for few topics.
  ///
  ///     g = d · Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)),   ν = n − 1
  ///
  /// 0 for fewer than three topics, from which it cannot be known.
  ///
  /// - Source: Hedges, Journal of Educational Statistics 1981.
  public var hedgesG: Double {
    guard values.count > 2 else { return 0 }
    let degrees = Double(values.count - 1)
    return cohensD * StudentT.gammaRatio((degrees - 1) / 2) / (degrees / 2).squareRoot()
  }
}
