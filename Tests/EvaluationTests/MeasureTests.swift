import Evaluation
import Testing

@Suite struct MeasureTests {
  private let qrels = "1 0 a 2\n1 0 b 1\n1 0 c 0\n2 0 a 1\n3 0 a 0\n"

  @Test func figuresAreThoseWorkedOutByHand() throws {
    let run = try Run("1 Q0 c 1 3.0 t\n1 Q0 b 2 2.0 t\n1 Q0 x 3 1.5 t\n1 Q0 a 4 1.0 t\n")
    let qrels = try Qrels(qrels)
    // Gains 0, 1, 0, 2 at discounts 1, log2 3, 2, log2 5; at best 2 and 1. Topic 2 was left out, topic 3 has none.
    let first = (0.6309297535714575 + 2 * 0.43067655807339306) / (2 + 0.6309297535714575)
    #expect(abs(NDCG(at: 10).mean(of: run, under: qrels) - first / 2) < 1e-15)
    #expect(Recall(at: 2).mean(of: run, under: qrels) == 0.25)
    #expect(Recall(at: 4).mean(of: run, under: qrels) == 0.5)
    #expect("\(NDCG(at: 10)) \(Recall(at: 1000))" == "ndcg_cut_10 recall_1000")
  }

  @Test func anOrderThatIsIdealHasOne() throws {
    let run = try Run("1 Q0 a 1 3 t\n1 Q0 b 2 2 t\n2 Q0 a 1 1 t\n")
    #expect(try NDCG(at: 10).mean(of: run, under: Qrels(qrels)) == 1)
  }

  /// Scores that differ only beyond 32 bits are ties, and ties go by name, the last first.
  @Test func theOrderIsTrecEvals() throws {
    let run = try Run("1 Q0 a 1 10.00000002 t\n1 Q0 b 2 10.00000001 t\n1 Q0 c 3 11 t\n")
    #expect(run.ranking(of: "1") == ["c", "b", "a"])
    #expect(run.ranking(of: "2") == [])
  }

  @Test func malformedLinesAreLocated() {
    #expect(throws: TRECError(line: 2, expected: "a whole number as grade", found: "x")) {
      try Qrels("1 0 a 1\n1 0 b x")
    }
    #expect(throws: TRECError(line: 1, expected: "topic, iteration, document and grade", found: "2 fields")) {
      try Qrels("1 0\n")
    }
    #expect(throws: TRECError(line: 2, expected: "a document once a topic", found: "a second a for topic 1")) {
      try Run("1 Q0 a 1 2 t\n1 Q0 a 2 1 t\n")
    }
  }
}
