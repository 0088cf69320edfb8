import Evaluation
import Testing

@Suite struct PairedTTestTests {
  @Test func agreesWithSciPy() throws {
    let cases = try Expected.comparisons().tTests
    #expect(cases.count > 100 && cases.contains { $0.p < 1e-40 } && cases.contains { $0.p > 0.95 })
    for golden in cases {
      let test = PairedTTest(PairedDifferences(of: golden.run, from: golden.baseline))
      #expect(relativeError(test.t, golden.t) < 1e-10, "\(golden)")
      #expect(relativeError(test.pValue, golden.p) < 1e-10, "\(golden)")
    }
  }

  @Test func tailsAgreeWithMpmath() throws {
    for golden in try Expected.comparisons().student {
      let p = StudentT.twoSided(golden.t, degrees: golden.degrees)
      #expect(relativeError(p, golden.p) < 1e-12, "\(golden), found \(p)")
    }
  }

  /// Of two degrees of freedom the tails are 1 − t / √(2 + t²), here without its cancellation; of one half is beyond 1.
  @Test(arguments: [1e-6, 0.01, 0.5, 1, 1.5, 2.9, 3, 4, 77, 1e5])
  func tailsHaveTheirClosedForms(_ t: Double) {
    let square = 2 + t * t
    #expect(relativeError(StudentT.twoSided(t, degrees: 2), 2 / (square + t * square.squareRoot())) < 1e-14)
    #expect(StudentT.twoSided(t, degrees: 2) == StudentT.twoSided(-t, degrees: 2))
    #expect(abs(StudentT.twoSided(1, degrees: 1) - 0.5) < 1e-15)
  }

  @Test func gammaRatiosAreThoseOfWholeNumbers() {
    // Γ(½) = √π, Γ(1) = 1, Γ(3/2) = √π / 2, and so on.
    var ratio = 1 / Double.pi.squareRoot()
    for half in 1...400 {
      #expect(relativeError(StudentT.gammaRatio(Double(half) / 2), ratio) < 4e-15, "\(half)")
      ratio = Double(half) / 2 / ratio
    }
  }

  @Test func degenerateCasesAreDocumented() {
    func test(_ run: [Double], _ baseline: [Double]) -> PairedTTest {
      PairedTTest(PairedDifferences(of: run, from: baseline))
    }
    #expect(test([], []).pValue == 1)
    #expect(test([1], [0]).pValue == 1)
    #expect(test([0.2, 0.3, 0.1], [0.2, 0.3, 0.1]) == test([], []))
    #expect(test([0.1, 0.1, 0.1], [0, 0, 0]).t == .infinity)
    #expect(test([0.1, 0.1, 0.1], [0, 0, 0]).pValue == 0)
    #expect(test([0, 0, 0], [0.1, 0.1, 0.1]).t == -.infinity)
    #expect(test([1, 0], [0, 1]).pValue == 1)
  }
}
