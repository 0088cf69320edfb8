import Evaluation
import Testing

@Suite struct ComparisonTests {
  private let old = Comparison.Run("old", [0.50, 0.40, 0.30, 0.20, 0.10])
  private let new = Comparison.Run("new", [0.60, 0.40, 0.50, 0.30, 0.05])
  private let best = Comparison.Run("best", [0.90, 0.80, 0.70, 0.65, 0.50])

  @Test func rowsHaveWhatWasWorkedOutByHand() throws {
    let comparison = Comparison("map", of: [new, best], with: old)
    #expect(comparison.topics == 5 && comparison.measure == "map")
    let row = try #require(comparison.rows.first)
    #expect(row.run == "new" && row.baseline == "old")
    #expect(abs(row.mean - 0.37) < 1e-15 && abs(row.baselineMean - 0.30) < 1e-15)
    // Differences 0.1, 0, 0.2, 0.1, −0.05: mean 0.07, squares around it 0.038, over 4 a variance of 0.0095.
    #expect(abs(row.difference - 0.07) < 1e-15)
    #expect(abs(row.effectSize - 0.07 / 0.0095.squareRoot()) < 1e-13)
    #expect([row.balance.wins, row.balance.losses, row.balance.ties] == [3, 1, 1])
    #expect(row.interval.lower < 0.07 && 0.07 < row.interval.upper)
    #expect(relativeError(row.pValue, 0.18356686005527664) < 1e-12)
    // Holm: the smaller p twice, the larger once.
    #expect(row.correctedP == row.pValue)
    #expect(comparison.rows[1].correctedP == 2 * comparison.rows[1].pValue)
  }

  @Test func allPairsAreCorrectedTogether() {
    var method = Comparison.Method()
    method.correction = .bonferroni
    method.test = .randomisation()
    let comparison = Comparison("map", ofAllPairs: [old, new, best], by: method)
    #expect(comparison.rows.map { "\($0.baseline)-\($0.run)" } == ["old-new", "old-best", "new-best"])
    #expect(comparison.rows.map(\.pValue) == [0.25, 0.0625, 0.0625])
    #expect(comparison.rows.map(\.correctedP) == [0.75, 0.1875, 0.1875])
  }

  /// What a row draws doesn't depend on the rows before it.
  @Test func rowsDontDependOnOtherRuns() {
    let alone = Comparison("map", of: [best], with: old).rows[0]
    let among = Comparison("map", of: [new, best], with: old).rows[1]
    #expect(alone.interval == among.interval && alone.pValue == among.pValue)
    #expect(alone.correctedP < among.correctedP)
  }

  @Test func correctionsAreThoseOfR() throws {
    for golden in try Expected.comparisons().corrections {
      #expect(Correction.none.adjusted(golden.p) == golden.p)
      #expect(Correction.bonferroni.adjusted(golden.p) == golden.bonferroni)
      #expect(Correction.holm.adjusted(golden.p) == golden.holm)
    }
    // By hand: 4 · 0.01, 3 · 0.02, then 2 · 0.02 raised to the one before it, 1 · 0.5.
    #expect(Correction.holm.adjusted([0.02, 0.01, 0.5, 0.02]) == [0.06, 0.04, 0.5, 0.06])
    #expect(Correction.holm.adjusted([]) == [])
  }

  @Test func effectSizesLoseTheirBias() {
    let differences = PairedDifferences(of: [0.1, 0.2, 0.4, 0.1], from: [0, 0, 0, 0])
    // For 3 degrees of freedom the factor is Γ(3/2) / √(3/2) = √π / 2 / √1.5.
    #expect(relativeError(differences.hedgesG, differences.cohensD * 0.7236012545582677) < 1e-14)
    #expect(PairedDifferences(of: [1, 1], from: [0, 0]).cohensD == .infinity)
    #expect(PairedDifferences(of: [1, 1], from: [1, 1]).cohensD == 0)
    #expect(PairedDifferences(of: [1, 2], from: [0, 0]).hedgesG == 0)
  }

  /// 0.1 + 0.2 is no better than 0.3.
  @Test func roundingIsNoDifference() {
    let differences = PairedDifferences(of: [0.1 + 0.2, 0.5], from: [0.3, 0.4999])
    #expect(differences.values[0] == 0 && differences.balance.wins == 1 && differences.balance.ties == 1)
  }
}
