#if canImport(Glibc)
  import Glibc
#endif

/// Expected reciprocal rank: where a reader who stops at the first document that satisfies is expected to stop: `ERR@20`.
///
///     ERR@k = Σ (i = 1 … k) 1/i · s(i) · Π (j < i) (1 − s(j)),    s = (2^grade − 1) / 2^highest
///
/// The highest grade is 4 unless given (`ERR(max_rel=2)@20`), as in the script gdeval, which ir-measures runs; it doesn't
/// depend on the judgements, so that topics compare. Grades above it count as it does; gdeval refuses them. The level of
/// relevance doesn't matter.
///
/// Source: Chapelle, Metlzer, Zhang and Grinspan, CIKM 2009; TREC's `gdeval.pl`.
public struct ERR: Measure {
  /// How many documents count; all when `nil`.
  public let cutoff: Int?
  /// The highest grade of the scale.
  public let highest: Int

  /// Expected reciprocal rank of the first `cutoff` documents, or of all.
  public init(at cutoff: Int? = nil, highest: Int = 4) {
    (self.cutoff, self.highest) = (cutoff, highest)
  }

  /// ir-measures' name.
  public var description: String {
    written("ERR", highest == 4 ? [] : ["max_rel=\(highest)"], at: cutoff.map { "\($0)" })
  }

  /// The figure for a topic.
  public func value(of ranking: JudgedRanking) -> Double {
    var (sum, reaching) = (0.0, 1.0)
    for (index, document) in ranking.documents.prefix(cutoff ?? .max).enumerated() where document.grade > 0 {
      let satisfied = (exp2(Double(min(document.grade, highest))) - 1) / exp2(Double(highest))
      sum += satisfied * reaching / Double(index + 1)
      reaching *= 1 - satisfied
    }
    return sum
  }

  static let name = MeasureName("ERR") { arguments throws(MeasureError) in
    let isGrade = { (number: Double) in number >= 1 && number <= 30 && number == number.rounded() }
    let highest = try arguments.number("max_rel", default: 4, isGrade, "a grade from 1 to 30")
    return ERR(at: try arguments.optionalCutoff(), highest: Int(highest))
  }
}
