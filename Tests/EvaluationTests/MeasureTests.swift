import Evaluation
import Testing

/// Each measure, worked out by hand.
@Suite struct MeasureTests {
  /// One topic: five documents are relevant, three of them returned, at ranks 2, 4 and 5; `n` and `m` are judged and not.
  ///
  ///     rank      1   2   3   4   5   6
  ///     document  n   a   x   b   c   p      left out: d, e, m
  ///     grade     0   1   -   2   1  -1                3  1  0
  private static let grades = ["a": 1, "b": 2, "c": 1, "d": 3, "e": 1, "n": 0, "m": 0, "p": -1]
  private static let ranking = ["n", "a", "x", "b", "c", "p"]

  private static func value(_ name: String, _ options: Evaluation.Options = .init()) throws -> Double {
    let ranking = JudgedRanking(ranking, grades: grades, options: options)
    return try #require(Measures.named(name).first).value(of: ranking)
  }

  /// Precision at each of the three relevant documents: 1/2, 2/4 and 3/5.
  private static let precisions: Double = 0.5 + 0.5 + 0.6
  /// A chance of 1/16 at rank 2, 3/16 at rank 4, 1/16 at rank 5.
  private static let reciprocal: Double = 1.0 / 32 + 45.0 / 1024 + 195.0 / 20480

  private static let figures: [(String, Double)] = [
    ("num_ret", 6), ("num_rel", 5), ("num_rel_ret", 3), ("num_nonrel_judged_ret", 1), ("num_q", 1), ("P_2", 0.5),
    ("P_5", 0.6), ("P_10", 0.3), ("P(rel=2)@5", 0.2), ("recall_1", 0), ("recall_4", 0.4), ("recall_100", 0.6),
    ("success_1", 0), ("success_2", 1), ("relative_P_2", 0.5), ("relative_P_10", 0.6), ("Rprec", 0.6),
    ("recip_rank", 0.5), ("RR@1", 0), ("map", precisions / 5), ("gm_map", precisions / 5), ("map_cut_4", 0.2),
    ("AP(rel=2)", 0.125),
    // Of the two judged documents that aren't relevant, one stands above each of the three.
    ("bpref", 0.3), ("gm_bpref", 0.3),
    // 0.9, 1.4, 2.9 and 5.9 documents, rounded down; 0.6 is the best precision up to the third.
    ("iprec_at_recall_0.00", 0.6), ("IPrec@0.1", 0.6), ("IPrec@0.4", 0.6), ("IPrec@1", 0), ("11pt_avg", 4.2 / 11),
    ("set_P", 0.5), ("set_recall", 0.6), ("set_F", 6.0 / 11), ("set_map", 0.3), ("set_relative_P", 0.6),
    ("SetF(beta=3)", 1.2 / 2.1), ("Judged@3", 2.0 / 3), ("Judged@10", 5.0 / 6), ("Judged", 5.0 / 6),
    // Halves, eighths and sixteenths of a half.
    ("RBP(p=0.5)", 11.0 / 32), ("RBP(p=0.5)@4", 5.0 / 16), ("ERR", reciprocal), ("ERR@2", 1.0 / 32),
    ("ERR(max_rel=1)", 0.25 + 0.0625 + 0.025), ("last_rel", 5), ("last_rel(rel=3)", 0),
  ]

  @Test(arguments: figures)
  func figuresAreThoseWorkedOutByHand(name: String, expected: Double) throws {
    let value = try Self.value(name)
    #expect(abs(value - expected) < 1e-15, "\(value)")
  }

  @Test func discountedGainIsWorkedOutByHand() throws {
    // Gains 1, 2, 1 at ranks 2, 4, 5; at best 3, 2, 1, 1, 1. Discounts are log2 of 2 to 6.
    let (d2, d3, d4, d5, d6) = (1.0, 1.584962500721156, 2.0, 2.321928094887362, 2.584962500721156)
    let found = 1 / d3 + 2 / d5 + 1 / d6
    let best = 3 / d2 + 2 / d3 + 1 / d4 + 1 / d5 + 1 / d6
    #expect(try abs(Self.value("ndcg") - found / best) < 1e-15)
    #expect(try abs(Self.value("ndcg_cut_4") - (found - 1 / d6) / (best - 1 / d6)) < 1e-15)
    let exponential = (1 / d3 + 3 / d5 + 1 / d6) / (7 / d2 + 3 / d3 + 1 / d4 + 1 / d5 + 1 / d6)
    #expect(try abs(Self.value("nDCG(dcg='exp-log2')") - exponential) < 1e-15)
  }

  /// n; then a, with n above; then b, with n and a above, but not x, which is in no pool; then c, with n, a and b.
  @Test func inferredPrecisionIsWorkedOutByHand() throws {
    let e = 0.00001
    let a = 1.0 / 2 + 1.0 / 2 * (1.0 / 1) * (e / (1 + 2 * e))
    let b = 1.0 / 4 + 3.0 / 4 * (2.0 / 3) * ((1 + e) / (2 + 2 * e))
    let c = 1.0 / 5 + 4.0 / 5 * (3.0 / 4) * ((2 + e) / (3 + 2 * e))
    #expect(try abs(Self.value("infAP") - (a + b + c) / 5) < 1e-15)
  }

  /// Screening of the nine documents that are known, or of a hundred; unreturned are m, then the relevant d and e.
  private static let screened: [(String, Int?, Double)] = [
    // ⌈0.9⌉, ⌈2.7⌉, ⌈4.5⌉, ⌈7.2⌉ and ⌈8.1⌉ documents of 9.
    ("recall@10%", nil, 0), ("recall@30%", nil, 0.2), ("recall@50%", nil, 0.6), ("recall@80%", nil, 0.8),
    ("recall@90%", nil, 1), ("recall@100%", nil, 1), ("recall@2%", 100, 0.2), ("recall@50%", 100, 0.6),
    // Grades 1, 2 and 1 were found; 1 and 3 come last.
    ("NCG@30%", nil, 0.125), ("NCG@50%", nil, 0.5), ("NCG@80%", nil, 0.625), ("NCG@100%", nil, 1),
    // Three of five at rank 5, four at rank 8, five at rank 9.
    ("WSS@60", nil, 4.0 / 9 - 0.4), ("WSS@61", nil, 1.0 / 9 - 0.39), ("WSS@95", nil, -0.05), ("WSS@100", nil, 0),
    ("WSS@60", 100, 0.55), ("WSS@95", 100, -0.05), ("WSS(rel=3)@50", nil, -0.5),
    ("work_saved@60", nil, 4.0 / 9), ("work_saved@80", 100, 0.01), ("work_saved@95", nil, 0),
    // Four are not relevant; two of them were read.
    ("nWSS@60", nil, 0.5), ("nWSS@95", nil, 0), ("nWSS@60", 100, 93.0 / 95),
  ]

  @Test(arguments: screened)
  func screeningIsWorkedOutByHand(name: String, collection: Int?, expected: Double) throws {
    let value = try Self.value(name, .init(collection: collection))
    #expect(abs(value - expected) < 1e-15, "\(value)")
  }

  /// Scores that differ only beyond 32 bits are ties, and ties go by name, the last first.
  @Test func theOrderIsTrecEvals() throws {
    let run = try Run("1 Q0 a 1 10.00000002 t\n1 Q0 b 2 10.00000001 t\n1 Q0 c 3 11 t\n")
    #expect(run.ranking(of: "1") == ["c", "b", "a"])
    #expect(run.ranking(of: "2") == [])
  }

  @Test func meansAreOverAllJudgedTopics() throws {
    let run = try Run("1 Q0 a 1 3 t\n1 Q0 b 2 2 t\n2 Q0 a 1 1 t\n")
    let qrels = try Qrels("1 0 a 2\n1 0 b 1\n2 0 a 1\n3 0 a 0\n4 0 a 1\n")
    #expect(NDCG(at: 10).mean(of: run, under: qrels) == 0.5)
    #expect(Recall(at: 1).mean(of: run, under: qrels) == 0.375)
    #expect(Recall(at: 2).value(of: ["a", "x"], grades: ["a": 1, "b": 1]) == 0.5)
  }
}
