/// The rank of the last relevant document that was returned: `last_rel`; 0 where there is none.
///
/// It says how far down a ranking must be read for all that it finds, and nothing of what it doesn't.
///
/// Source: CLEF eHealth, technologically assisted reviews (2017).
public struct LastRelevant: Measure {
  /// The least grade that is relevant; that of the options when `nil`.
  public let level: Int?

  /// The rank of the last relevant document.
  public init(level: Int? = nil) { self.level = level }

  /// The name that trec_eval prints; `last_rel(rel=2)`.
  public var description: String { written("last_rel", level: level) }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    Double(ranking.relevantRanks(level).ranks.last ?? 0)
  }

  static let name = MeasureName("last_rel", "LastRel") { arguments throws(MeasureError) in
    LastRelevant(level: try arguments.level())
  }
}
