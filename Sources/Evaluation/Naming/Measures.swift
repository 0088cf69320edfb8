/// The measures by name.
///
/// Names are those of ir-measures (`nDCG@10`, `P(rel=2)@10`, `AP`), of trec_eval's output (`ndcg_cut_10`, `P_10`, `map`) and
/// of its option `-m` (`ndcg_cut.10,100`; `ndcg_cut` for all of its usual cutoffs; `official`), in upper or lower case.
public enum Measures {
  /// The measures that `text` names, one name or several with blanks between.
  ///
  /// - Throws: ``MeasureError`` at the first that is none, with the name that is nearest.
  public static func named(_ text: String) throws(MeasureError) -> [any Measure] {
    var measures: [any Measure] = []
    for word in words(text) { measures += try one(word) }
    return measures
  }

  /// What trec_eval prints unless it is asked for others.
  public static let official = list("official")

  /// What a screening of records is measured by.
  public static let screening = list("screening")

  /// The names that stand for several measures.
  static let families: [(name: String, members: String)] = [
    ("official", "num_q num_ret num_rel num_rel_ret map gm_map Rprec bpref recip_rank iprec_at_recall P"),
    ("set", "num_q num_ret num_rel num_rel_ret set_P set_recall set_relative_P set_map set_F"),
    (
      "all_trec",
      """
      num_q num_ret num_rel num_rel_ret map gm_map Rprec bpref recip_rank iprec_at_recall P recall infAP gm_bpref 11pt_avg \
      ndcg relative_P success map_cut ndcg_cut set_P set_recall set_relative_P set_map set_F num_nonrel_judged_ret
      """
    ),
    (
      "screening",
      "recall@1% recall@5% recall@10% recall@20% recall@50% NCG@10% WSS@95 WSS@100 nWSS@95 work_saved@95 last_rel"
    ),
  ]

  /// What trec_eval has and this library hasn't.
  private static let others = [
    "runid", "relstring", "Rprec_mult", "utility", "binG", "G", "ndcg_rel", "Rndcg", "prefs", "all_prefs", "qrels_jg",
  ]

  /// Parts `text` at white space that isn't within parentheses.
  private static func words(_ text: String) -> [String] {
    var (words, depth) = ([""], 0)
    for letter in text {
      depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
      if !letter.isWhitespace {
        words[words.count - 1].append(letter)
      } else if depth <= 0 {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func one(_ word: String) throws(MeasureError) -> [any Measure] {
    if let family = families.first(where: { $0.name == word.lowercased() }) { return try named(family.members) }
    let parts = try MeasureText(word)
    if let measures = try parts.measures() { return measures }
    if others.contains(where: { $0.lowercased() == word.lowercased() }) {
      throw MeasureError(measure: word, expected: "a measure that is offered here", found: "one of trec_eval's others")
    }
    throw MeasureError(
      measure: word, expected: "the name of a measure", found: parts.name,
      remedy: "did you mean \(nearest(parts.name))?")
  }

  private static func nearest(_ name: String) -> String {
    let names = families.map(\.name) + all.flatMap(\.spellings)
    let distances = names.map { editDistance($0.lowercased(), name.lowercased()) }
    let nearest = names.indices.min { distances[$0] < distances[$1] } ?? 0
    return names[nearest]
  }

  private static func list(_ family: String) -> [any Measure] {
    // The families are this file's own, and a test makes each.
    (try? named(family)) ?? []
  }

  /// Every measure.
  static let all: [MeasureName] = [
    NumberOfTopics.name, NumberRetrieved.name, NumberRelevant.name, NumberRelevantRetrieved.name,
    NumberNonrelevantRetrieved.name, AveragePrecision.name, AveragePrecision.cutName, GeometricMeanAP.name,
    RPrecision.name, Bpref.name, GeometricMeanBpref.name, ReciprocalRank.name, InterpolatedPrecision.name,
    ElevenPointAverage.name, Precision.name, RelativePrecision.name, Recall.name, Success.name, InferredAP.name,
    NDCG.name, NDCG.cutName, SetPrecision.name, SetRecall.name, SetF.name, SetAP.name, SetRelativePrecision.name,
    JudgedShare.name, ERR.name, RBP.name, ShareRecall.name, NCG.name, WSS.name, NormalisedWSS.name, WorkSaved.name,
    LastRelevant.name,
  ]

  /// The measure whose name is `spelling`, in upper or lower case.
  static let byName: [String: MeasureName] = {
    let names = all.flatMap { name in name.spellings.map { ($0.lowercased(), name) } }
    return Dictionary(names) { first, _ in first }
  }()
}
