import Evaluation
import Testing

@Suite struct CrossValidationTests {
  @Test func foldsFollowTheirLaw() throws {
    for golden in try Expected.comparisons().folds {
      let folds = Folds(golden.topics.reversed(), count: golden.folds.count, seed: golden.seed)
      #expect(folds.topics == golden.folds)
    }
  }

  @Test func aFoldsSettingIsTheBestElsewhere() {
    // The second setting owes its mean to topic 0 alone; once that is held out the first is chosen.
    let values = [[0.1, 0.5, 0.5, 0.5], [1.0, 0.4, 0.4, 0.4]]
    let validation = CrossValidation(values: values, folds: [[0], [1], [2, 3]])
    #expect(validation.folds.map(\.setting) == [0, 1, 1])
    #expect(validation.values == [0.1, 0.4, 0.4, 0.4])
    #expect(abs(validation.mean - 0.325) < 1e-15)
    #expect(validation.folds[0].trainingMean == 0.5 && validation.folds[0].testMean == 0.1)
    #expect(abs(validation.folds[2].trainingMean - 0.7) < 1e-15)
  }

  @Test func ofSettingsThatAreAsGoodTheFirstIsChosen() {
    let validation = CrossValidation(values: [[0.1, 0.2], [0.1, 0.2], [0.1, 0.2]], topics: ["b", "a"], folds: 2)
    #expect(validation.folds.map(\.setting) == [0, 0])
  }

  /// The plain loop: for each topic, the best setting by the sum over topics of other folds.
  @Test func agreesWithThePlainLoop() {
    for seed in UInt64(1)...30 {
      var random = SplitMix64(seed: seed)
      let topics = (1...random.next(below: 20) + 3).map(String.init)
      let values = (0...random.next(below: 6)).map { _ in topics.map { _ in Double(random.next(below: 64)) / 64 } }
      let folds = Folds(topics, count: 3, seed: seed)
      let validation = CrossValidation(values: values, topics: topics, folds: 3, seed: seed)
      for (index, topic) in topics.enumerated() {
        let fold = folds.topics.first { $0.contains(topic) } ?? []
        let others = topics.indices.filter { !fold.contains(topics[$0]) }
        let sums = values.map { setting in others.reduce(0) { $0 + setting[$1] } }
        let best = sums.firstIndex(of: sums.max() ?? 0) ?? 0
        #expect(validation.values[index] == values[best][index], "seed \(seed)")
      }
      #expect(folds.topics.joined().sorted() == topics.sorted(), "seed \(seed)")
    }
  }
}
