/// The share of the relevant documents found when a share of the collection has been read: `recall@10%`.
///
///     recall@k% = relevant documents among the first ⌈k% of N⌉ / relevant documents
///
/// N and the place of documents that weren't returned are those of all measures of screening (see `Screening`): with all
/// of the collection read, all is found.
public struct ShareRecall: Measure {
  /// The share of the collection in percent, above 0 and at most 100.
  public let percent: Double
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// Recall when `percent` of the collection has been read.
  public init(percent: Double, level: Int? = nil) {
    (self.percent, self.level) = (percent, level)
  }

  /// `recall@10%`.
  public var description: String { written("recall", level: level, at: plain(percent) + "%") }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let screening = Screening(ranking, level)
    return share(screening.found(first: screening.depth(ofPercent: percent)), of: screening.relevant.total)
  }

  static let name = MeasureName("recall@%") { arguments throws(MeasureError) in
    ShareRecall(percent: try arguments.percent(), level: try arguments.level())
  }
}
