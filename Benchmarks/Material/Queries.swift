import Titer

/// What the generated corpus is asked.
public enum Queries {
  /// Any of eight words, as a reviewer types them.
  public static let union = Query([.words("remission of lupus nephritis after CD19 CAR T cells")])
  /// Any of 26 words, as from the narrative of a topic.
  public static let wide = Query([
    .words(
      """
      patients with refractory systemic lupus treated with CD19 CAR T cells: response, remission, relapse, toxicity, \
      cytokine release, infection, dose, follow-up, months, antibodies, disease activity and drug-free survival
      """)
  ])
  /// All of three words.
  public static let intersection = Query([.all([.words("CD19 lupus patients")])])
  /// Three words in a row.
  public static let phrase = Query([.phrase("CAR T cells")])

  /// Keys in no order, as a search offers them: scores below 16 and ranks.
  public static func keys(_ count: Int) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    var bits: UInt32 = 1
    for rank in 0..<count {
      bits = bits &* 1_664_525 &+ 1_013_904_223
      keys.append(UInt64((Float(bits >> 8) / Float(1 << 20)).bitPattern) << 32 | UInt64(rank))
    }
    return keys
  }
}
