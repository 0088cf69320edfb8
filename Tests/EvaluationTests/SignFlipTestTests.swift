import Evaluation
import Testing

@Suite struct SignFlipTestTests {
  @Test func exactTestsCountAllChoices() throws {
    for golden in try Expected.comparisons().signFlips {
      let test = SignFlipTest(PairedDifferences(of: golden.run, from: golden.baseline))
      #expect(test.isExact && test.choices == golden.choices, "\(golden)")
      #expect(test.pValue == Double(golden.extreme) / Double(golden.choices), "\(golden)")
    }
  }

  @Test func drawnTestsFollowTheirLaw() throws {
    for golden in try Expected.comparisons().monteCarlo {
      let differences = PairedDifferences(of: golden.run, from: golden.baseline)
      let test = SignFlipTest(differences, permutations: 2000, seed: golden.seed)
      #expect(!test.isExact && test.choices == 2000)
      #expect(test.pValue == golden.drawn, "seed \(golden.seed)")
    }
  }

  /// Within four standard errors, and no closer than chance allows for each.
  @Test func drawnTestsComeNearTheExactOne() throws {
    for golden in try Expected.comparisons().monteCarlo {
      let test = SignFlipTest(PairedDifferences(of: golden.run, from: golden.baseline), seed: golden.seed)
      let error = (golden.exact * (1 - golden.exact) / 100_000).squareRoot()
      #expect(abs(test.pValue - golden.exact) < 4 * error + 1e-5, "seed \(golden.seed), found \(test.pValue)")
    }
  }

  @Test func signsAndOrderOfRunsDontMatter() {
    for seed in UInt64(1)...20 {
      var random = SplitMix64(seed: seed)
      let run = (0..<90).map { _ in Double(random.next(below: 1000)) / 1000 }
      let baseline = (0..<90).map { _ in Double(random.next(below: 1000)) / 1000 }
      let test = SignFlipTest(PairedDifferences(of: run, from: baseline), permutations: 3000, seed: seed)
      let reversed = SignFlipTest(PairedDifferences(of: baseline, from: run), permutations: 3000, seed: seed)
      #expect(test == reversed, "seed \(seed)")
      let other = SignFlipTest(PairedDifferences(of: run, from: baseline), permutations: 3000, seed: seed + 100)
      #expect(abs(test.pValue - other.pValue) < 0.06, "seed \(seed)")
    }
  }

  /// Topics without a difference have no sign to change.
  @Test func topicsWithoutADifferenceDontCount() {
    let run = (0..<20).map { Double($0 % 7) / 10 }
    let baseline = Array(repeating: 0.3, count: 20)
    let same = Array(repeating: 0.5, count: 300)
    let differences = PairedDifferences(of: run, from: baseline)
    let padded = PairedDifferences(of: run + same, from: baseline + same)
    #expect(SignFlipTest(differences) == SignFlipTest(padded))
    #expect(SignFlipTest(padded).isExact)
  }

  @Test func degenerateCasesAreDocumented() {
    #expect(SignFlipTest(PairedDifferences(of: [], from: [])).pValue == 1)
    #expect(SignFlipTest(PairedDifferences(of: [1], from: [0])).pValue == 1)
    #expect(SignFlipTest(PairedDifferences(of: [1, 1, 1], from: [0, 0, 0])).pValue == 0.25)
    #expect(SignFlipTest(PairedDifferences(of: [0.3, 0.2], from: [0.3, 0.2])).choices == 1)
  }

  /// 100,000 permutations of 300 topics; the smallest p is not 0.
  @Test func manyTopicsTakeLittleTime() {
    let differences = PairedDifferences(of: Array(repeating: 0.6, count: 300), from: Array(repeating: 0.5, count: 300))
    let clock = ContinuousClock()
    var test: SignFlipTest?
    let time = clock.measure { test = SignFlipTest(differences) }
    #expect(test?.pValue == 1.0 / 100_001)
    #expect(time < .seconds(10), "\(time)")
  }
}
