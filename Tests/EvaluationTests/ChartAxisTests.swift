import Evaluation
import Foundation
import Testing

@Suite struct ChartAxisTests {
  /// Ticks are whole steps of 1, 2 or 5 times a power of ten, as many as fit, and their texts say what they are.
  @Test func ticksAreRoundNumbers() throws {
    for seed in UInt64(1)...300 {
      var random = SplitMix64(seed: seed)
      let scale = [0.003, 0.1, 1, 7, 300, 20_000][random.next(below: 6)]
      let ends = [0, 1].map { _ in Double(random.next(below: 2001) - 1000) / 1000 * scale }.sorted()
      guard ends[1] - ends[0] > scale / 100 else { continue }
      let axis = ChartAxis("", ends[0]...ends[1], isWidened: true)
      let step = axis.ticks[1] - axis.ticks[0]
      let least = (ends[1] - ends[0]) / 5
      #expect(step > least * 0.999_999 && step < least * 2.500_001, "seed \(seed)")
      let mantissa = (step / pow(10, log10(step * 1.000_001).rounded(.down))).rounded()
      #expect([1, 2, 5].contains(mantissa), "seed \(seed), step \(step)")
      #expect(axis.lower <= ends[0] + step * 1e-6 && axis.upper >= ends[1] - step * 1e-6, "seed \(seed)")
      #expect(axis.ticks.first == axis.lower && axis.ticks.last == axis.upper, "seed \(seed)")
      for tick in axis.ticks {
        let shown = try #require(Double(axis.text(tick).replacing("−", with: "-")))
        #expect(abs(shown - tick) < step * 1e-6, "seed \(seed), \(tick) as \(axis.text(tick))")
      }
    }
  }

  @Test func rangesAreKeptUnlessTheyAreWidened() {
    let axis = ChartAxis("", 0...1, ticks: 10)
    #expect(axis.ticks.map(axis.text) == (0...10).map { "\(Double($0) / 10)" })
    #expect(ChartAxis("", -0.12...0.21).ticks.map(axis.text) == ["−0.1", "0.0", "0.1", "0.2"])
    let widened = ChartAxis("", -0.12...0.21, isWidened: true)
    #expect(widened.ticks.map(widened.text) == ["−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"])
    #expect(ChartAxis("", 5...5).ticks.count >= 1)
  }
}
