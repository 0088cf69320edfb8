import Evaluation
import Testing

/// Runs measured over several topics, under the options.
@Suite struct EvaluationTests {
  private let qrels = """
    1 0 a 2
    1 0 b 1
    1 0 c 0
    1 0 p -1
    10 0 a 1
    2 0 a 0
    3 0 z 1

    """
  private let run = """
    2 Q0 a 1 5 t
    1 Q0 x 1 5 t
    1 Q0 b 2 4 t
    1 Q0 p 3 3 t
    1 Q0 a 4 2 t
    10 Q0 b 1 1 t
    9 Q0 a 1 1 t

    """

  private func figures(_ names: String, _ options: Evaluation.Options = .init()) throws -> Evaluation {
    try Evaluation(of: Run(run), under: Qrels(qrels), by: Measures.named(names), options: options)
  }

  @Test func topicsThatBothHaveCount() throws {
    let evaluation = try figures("map num_q num_ret num_rel gm_map")
    #expect(evaluation.topics == ["1", "10", "2"])
    #expect(evaluation.values(of: 0).map(\.topic) == evaluation.topics)
    #expect(evaluation.values(of: 0).map(\.value) == [0.5, 0, 0])
    #expect(evaluation.aggregates[0] == 0.5 / 3)
    #expect(evaluation.aggregates[1...3] == [3, 6, 3])
    // The cube root of 0.5 · 0.00001 · 0.00001.
    #expect(abs(evaluation.aggregates[4] - 0.000368403149864) < 1e-15)
  }

  /// trec_eval's `-c`: all topics of the judgements; one that the run lacks counts 0 in everything but their number.
  @Test func allJudgedTopicsMayCount() throws {
    let evaluation = try figures("map num_q num_ret num_rel gm_map", .init(isComplete: true))
    #expect(evaluation.topics == ["1", "10", "2", "3"])
    #expect(evaluation.aggregates[0] == 0.125)
    #expect(evaluation.aggregates[1...3] == [4, 6, 3])
    #expect(abs(evaluation.aggregates[4] - 0.000149534878122) < 1e-15)
  }

  @Test func theLevelIsTheOptionsUnlessTheMeasureHasOne() throws {
    let evaluation = try figures("map AP(rel=1) num_rel P(rel=0)@4", .init(level: 2))
    #expect(evaluation.values(of: 0)[0].value == 0.25)
    #expect(evaluation.values(of: 1)[0].value == 0.5)
    #expect(evaluation.aggregates[2] == 1)
    // Neither what isn't judged nor what has a grade below 0 is relevant at 0.
    #expect(evaluation.values(of: 3)[0].value == 0.5)
  }

  @Test func rankingsAreCutAndCondensed() throws {
    #expect(try figures("num_ret num_rel_ret", .init(depth: 2)).values(of: 0).map(\.value) == [2, 1, 1])
    #expect(try figures("num_ret num_rel_ret", .init(depth: 2)).aggregates == [4, 1])
    #expect(try figures("num_ret recip_rank", .init(judgedOnly: true)).values(of: 0).map(\.value) == [2, 0, 1])
    #expect(try figures("recip_rank", .init(judgedOnly: true)).values(of: 0)[0].value == 1)
    // First cut, then condensed, as trec_eval does: of x and b, b stays.
    #expect(try figures("num_ret", .init(depth: 2, judgedOnly: true)).values(of: 0)[0].value == 1)
  }

  @Test func nothingIsAFigureToo() throws {
    let all = try Measures.named("all_trec screening Judged ERR RBP nDCG(dcg='exp-log2')")
    for text in ["", "1 0 a 0\n", "1 0 a -1\n"] {
      for run in ["", "1 Q0 a 1 1 t\n", "1 Q0 b 1 1 t\n"] {
        for options in [Evaluation.Options(isComplete: true), .init(depth: 1, judgedOnly: true)] {
          let evaluation = try Evaluation(of: Run(run), under: Qrels(text), by: all, options: options)
          #expect(evaluation.aggregates.allSatisfy { $0.isFinite })
        }
      }
    }
  }

  @Test func orderOfLinesDoesNotMatter() throws {
    let measures = try Measures.named("all_trec")
    let first = try figures("all_trec")
    for _ in 0..<20 {
      let lines = run.split(separator: "\n").shuffled().joined(separator: "\n")
      let judged = qrels.split(separator: "\n").shuffled().joined(separator: "\n")
      let evaluation = try Evaluation(of: Run(lines), under: Qrels(judged), by: measures)
      #expect(evaluation.figures == first.figures && evaluation.aggregates == first.aggregates)
      let (again, rejudged) = try (Run(lines), Qrels(judged))
      #expect(try again.scores == Run(run).scores)
      #expect(try rejudged == Qrels(qrels))
    }
  }
}
