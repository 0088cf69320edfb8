/// The share of the collection that needn't be read for a recall: `work_saved@95`.
///
///     work saved@r = (N − k) / N,    at the first rank k whose recall is at least r
///
/// This is ``WSS`` + 1 − r. 0 where nothing is relevant: all must be read to know.
public struct WorkSaved: Measure {
  /// The recall in percent, above 0 and at most 100.
  public let percent: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Work saved at a recall of `percent`.
  public init(percent: Double, level: Int? = nil) {
    (self.percent, self.level) = (percent, level)
  }

  /// `work_saved@95`.
  public var description: String { written("work_saved", level: level, at: percentage(percent)) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let screening = Screening(ranking, level)
    guard let rank = screening.rank(ofPercent: percent) else { return 0 }
    return share(screening.collection - rank, of: screening.collection)
  }

  static let name = MeasureName("work_saved", "WorkSaved") { arguments throws(MeasureError) in
    WorkSaved(percent: try arguments.percent(), level: try arguments.level())
  }
}
