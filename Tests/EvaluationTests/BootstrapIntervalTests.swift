import Evaluation
import Testing

@Suite struct BootstrapIntervalTests {
  @Test func followsItsLaw() throws {
    for golden in try Expected.comparisons().intervals {
      let interval = BootstrapInterval(
        PairedDifferences(of: golden.run, from: golden.baseline), level: golden.level, resamples: 1000,
        seed: golden.seed)
      // The law's means are of whole numbers, which are rounded once only.
      #expect(abs(interval.lower - golden.drawn[0]) < 1e-14 && abs(interval.upper - golden.drawn[1]) < 1e-14)
    }
  }

  @Test func comesNearSciPys() throws {
    for golden in try Expected.comparisons().intervals {
      let differences = PairedDifferences(of: golden.run, from: golden.baseline)
      let interval = BootstrapInterval(differences, level: golden.level, seed: golden.seed)
      let tolerance = (golden.scipy[1] - golden.scipy[0]) / 25
      #expect(abs(interval.lower - golden.scipy[0]) < tolerance, "\(interval), scipy \(golden.scipy)")
      #expect(abs(interval.upper - golden.scipy[1]) < tolerance, "\(interval), scipy \(golden.scipy)")
    }
  }

  /// Of the intervals of samples around a known mean about as many hold it as they promise.
  @Test func holdsTheMeanAsOftenAsItSays() {
    let seed: UInt64 = 4711
    var random = SplitMix64(seed: seed)
    let covered = (0..<400).count { _ in
      // Uniform between −1 and 1, around 0.
      let sample = (0..<40).map { _ in Double(random.next(below: 2001)) / 1000 - 1 }
      let interval = BootstrapInterval(
        PairedDifferences(of: sample, from: Array(repeating: 0, count: 40)), resamples: 400, seed: random.next())
      return interval.lower <= 0 && 0 <= interval.upper
    }
    #expect((360...395).contains(covered), "seed \(seed): \(covered) of 400")
  }

  @Test func fewTopicsHaveTheirMeanOnly() {
    let one = BootstrapInterval(PairedDifferences(of: [0.5], from: [0.25]))
    #expect(one.lower == 0.25 && one.upper == 0.25)
    let none = BootstrapInterval(PairedDifferences(of: [], from: []))
    #expect(none.lower == 0 && none.upper == 0)
  }
}
