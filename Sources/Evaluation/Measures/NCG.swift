/// The share of all gain found when a share of the collection has been read: `NCG@10%`.
///
///     NCG@k% = Σ (first ⌈k% of N⌉ documents) grade / Σ (judged documents) grade
///
/// With one grade of relevance it is ``ShareRecall``. Documents that weren't returned are read last, those of the highest grade
/// at the very end. 0 where nothing gains.
///
/// Source: CLEF eHealth, technologically assisted reviews (2017).
public struct NCG: Measure {
  /// The share of the collection in percent, above 0 and at most 100.
  public let percent: Double

  /// Normalised cumulative gain when `percent` of the collection has been read.
  public init(percent: Double) { self.percent = percent }

  /// `NCG@10%`.
  public var description: String { written("NCG", at: plain(percent) + "%") }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    let count = leastCount(percent, of: ranking.collection)
    let returned = ranking.documents.map(\.grade)
    let gain = returned.prefix(count).reduce(0, +)
    let unread = ranking.collection - count
    let late = Self.unreturned(ranking.grades, returned).dropFirst(unread).reduce(0, +)
    return share(gain + late, of: ranking.grades.reduce(0, +))
  }

  /// The grades of the judged documents that weren't returned, the best first.
  private static func unreturned(_ grades: [Int], _ returned: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for grade in returned { counts[grade, default: 0] += 1 }
    return grades.filter { grade in
      counts[grade, default: 0] -= 1
      return counts[grade, default: 0] < 0
    }
  }

  static let name = MeasureName("NCG") { arguments throws(MeasureError) in
    NCG(percent: try arguments.percent())
  }
}
