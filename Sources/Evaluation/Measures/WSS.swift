/// Work saved over sampling: the share of the collection that needn't be read for a recall, less what reading in a random
/// order would save: `WSS@95`.
///
///     WSS@r = (TN + FN) / N − (1 − r),    at the first rank k whose recall is at least r
///
/// TN + FN = N − k are the documents below. N and the place of documents that weren't returned are those of all measures of
/// screening (see `Screening`): where the ranking never has that recall, nearly all must be read, and the figure is below 0.
/// 0 where nothing is relevant.
///
/// Source: Cohen, Hersh, Peterson and Yen, JAMIA 13 (2006).
public struct WSS: Measure {
  /// The recall in percent, above 0 and at most 100.
  public let percent: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Work saved over sampling at a recall of `percent`.
  public init(percent: Double, level: Int? = nil) {
    (self.percent, self.level) = (percent, level)
  }

  /// `WSS@95`.
  public var description: String { written("WSS", level: level, at: percentage(percent)) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let screening = Screening(ranking, level)
    guard let rank = screening.rank(ofPercent: percent) else { return 0 }
    return share(screening.collection - rank, of: screening.collection) - (1 - percent / 100)
  }

  static let name = MeasureName("WSS") { arguments throws(MeasureError) in
    WSS(percent: try arguments.percent(), level: try arguments.level())
  }
}
