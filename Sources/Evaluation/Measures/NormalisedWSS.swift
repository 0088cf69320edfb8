/// Work saved over sampling between the worst and the best there could be, which is the true negative rate: `nWSS@95`.
///
///     nWSS@r = (WSS@r − min) / (max − min) = TN / (TN + FP),    at the first rank whose recall is at least r
///
/// Unlike ``WSS`` it compares collections that differ in their share of relevant documents. N and the place of documents that
/// weren't returned are those of all measures of screening (see `Screening`). A document without a grade counts as not
/// relevant. 0 where all or nothing is relevant.
///
/// Source: Kusa, Lipani, Knoth and Hanbury, Intelligent Systems with Applications 18 (2023).
public struct NormalisedWSS: Measure {
  /// The recall in percent, above 0 and at most 100.
  public let percent: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Normalised work saved at a recall of `percent`.
  public init(percent: Double, level: Int? = nil) {
    (self.percent, self.level) = (percent, level)
  }

  /// `nWSS@95`.
  public var description: String { written("nWSS", level: level, at: percentage(percent)) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let screening = Screening(ranking, level)
    guard let rank = screening.rank(ofPercent: percent) else { return 0 }
    let nonrelevant = screening.collection - screening.relevant.total
    let read = rank - screening.found(first: rank)
    return share(nonrelevant - read, of: nonrelevant)
  }

  static let name = MeasureName("nWSS", "TNR") { arguments throws(MeasureError) in
    NormalisedWSS(percent: try arguments.percent(), level: try arguments.level())
  }
}
