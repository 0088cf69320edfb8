import Evaluation
import Foundation
import Testing

@Suite struct FixedDecimalTests {
  /// The law: what C prints.
  @Test func agreesWithPrintf() {
    for seed in UInt64(1)...40 {
      var random = SplitMix64(seed: seed)
      for _ in 0..<500 {
        let decimals = random.next(below: 7)
        let scale = [1e-9, 1e-4, 1, 100, 1e6][random.next(below: 5)]
        // Whole numbers of thousandths are often halves, or a bit beside them.
        let value = Double(random.next(below: 20_001) - 10_000) / 8000 * scale
        let expected = String(format: "%.\(decimals)f", value)
        let isNothing = !expected.contains { ("1"..."9").contains($0) }
        let text = isNothing ? expected.replacingOccurrences(of: "-", with: "") : expected
        #expect(FixedDecimal.text(value, decimals: decimals) == text, "seed \(seed), \(value) to \(decimals)")
      }
    }
  }

  @Test(
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (1.115, 2, "1.11"), (-0.00004, 4, "0.0000"),
      (-1.5, 1, "-1.5"), (99.9999, 3, "100.000"), (.infinity, 2, "inf"), (-.infinity, 2, "-inf"), (.nan, 2, "nan"),
    ] as [(Double, Int, String)])
  func roundsWhatTheBitsStandFor(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(FixedDecimal.text(value, decimals: decimals) == text)
  }

  @Test func signsAndPValuesReadAsInPapers() {
    #expect(FixedDecimal.signed(0.021, decimals: 4) == "+0.0210")
    #expect(FixedDecimal.signed(-0.05, decimals: 2) == "−0.05")
    #expect(FixedDecimal.signed(0.00001, decimals: 2) == "0.00")
    #expect([0, 0.0312, 1].map(FixedDecimal.pValue) == ["<0.001", "0.031", "1.000"])
  }
}
