import Evaluation
import Testing

@Suite struct FusionTests {
  private let ways: [String: any Fusion] = [
    "reciprocal_rank": ReciprocalRankFusion(), "comb_sum none": CombSUM(.none), "comb_sum minMax": CombSUM(),
    "comb_mnz none": CombMNZ(.none), "comb_mnz minMax": CombMNZ(.minMax),
  ]

  @Test func agreesWithThePlainComputation() throws {
    for golden in try Expected.fusions() {
      let rankings = zip(golden.documents, golden.scores).map { zip($0, $1).map { ScoredDocument($0, $1) } }
      for (name, expected) in golden.fused {
        let fusion = try #require(ways[name])
        let fused = fusion.fused(rankings)
        #expect(fused.map(\.document) == expected.documents, "\(name): \(golden.documents)")
        for hit in fused { #expect(relativeError(hit.score, expected.scores[hit.document] ?? .nan) < 1e-14) }
        #expect(fusion.fused(rankings, depth: 3) == Array(fused.prefix(3)))
        #expect(fusion.fused(rankings, depth: 0).isEmpty)
      }
    }
  }

  @Test func scoresAreThoseWorkedOutByHand() {
    let first = [ScoredDocument("a", 9), ScoredDocument("b", 5), ScoredDocument("c", 1)]
    let second = [ScoredDocument("c", 0.5), ScoredDocument("d", 0.5)]
    let ranks = ReciprocalRankFusion(k: 1).fused([first, second])
    #expect(ranks == [.init("c", 0.25 + 0.5), .init("a", 0.5), .init("d", 1 / 3.0), .init("b", 1 / 3.0)])
    #expect(CombSUM().fused([first, second]) == [.init("d", 1), .init("c", 1), .init("a", 1), .init("b", 0.5)])
    #expect(CombMNZ().fused([first, second]).map(\.document) == ["c", "d", "a", "b"])
    #expect(CombMNZ(.none).scores(of: [first, second])["c"] == 3)
  }

  /// Scores that are one 32-bit float are a tie, as they are to trec_eval.
  @Test func tiesGoByNameFromTheLast() {
    let rankings = [[ScoredDocument("b", 1 + 1e-12), ScoredDocument("c", 1), ScoredDocument("a", 1)]]
    #expect(CombSUM(.none).fused(rankings).map(\.document) == ["c", "b", "a"])
  }

  @Test func topicsOfAnyRunAreFused() {
    let one = ["1": [ScoredDocument("a", 1)], "2": [ScoredDocument("b", 1)]]
    let two = ["2": [ScoredDocument("c", 1), ScoredDocument("b", 0)], "3": []]
    let fused = ReciprocalRankFusion().fused([one, two])
    #expect(fused.mapValues { $0.map(\.document) } == ["1": ["a"], "2": ["b", "c"], "3": []])
  }

  @Test func infiniteScoresAreTheGreatest() {
    let ranking = [ScoredDocument("a", .infinity), ScoredDocument("b", 1), ScoredDocument("c", -.infinity)]
    #expect(CombSUM().fused([ranking, ranking.reversed()]).map(\.document) == ["a", "b", "c"])
    #expect(CombSUM(.none).scores(of: [ranking, [ScoredDocument("a", -.infinity)]])["a"] == 0)
  }

  /// What is written is read in the same order again.
  @Test func runsAreFusedTopicByTopic() throws {
    let one = try Run("1 Q0 a 1 9 x\n1 Q0 b 2 8 x\n2 Q0 a 1 1 x\n")
    let two = try Run("1 Q0 c 1 9 y\n1 Q0 b 2 9 y\n")
    let fused = ReciprocalRankFusion().fused([one, two])
    #expect(fused.tag == "reciprocal_rank" && fused.topics == ["1", "2"])
    #expect(fused.ranking(of: "1") == ["b", "c", "a"])
    #expect(try Run(fused.text).ranking(of: "1") == ["b", "c", "a"])
    #expect(CombMNZ().fused([one, two], depth: 1, tag: "mine").results(of: "1").map(\.document) == ["b"])
  }
}
