import Foundation

/// One workload's runs: what they went through, and how long each took.
struct Measurement: Codable {
  /// What was done.
  var name: String
  /// Uncompressed bytes that a run reads.
  var bytes: Int
  /// Records that a run yields.
  var records: Int
  /// Wall seconds of each run, in order.
  var seconds: [Double]
  /// Peak resident memory of the process after the runs, in bytes.
  var peakMemory: Int

  /// The median run's 10⁶ bytes a second.
  var megabytesPerSecond: Double { Double(bytes) / 1e6 / median }

  /// The median run's records a second.
  var recordsPerSecond: Double { Double(records) / median }

  private var median: Double { seconds.sorted()[seconds.count / 2] }

  /// Runs `work`, which returns the records that it went through, `times` times after one run that warms up.
  static func of(_ name: String, bytes: Int, times: Int = 5, _ work: () throws -> Int) rethrows -> Measurement {
    var records = try work()
    var seconds: [Double] = []
    for _ in 0..<times {
      let start = ContinuousClock.now
      records = try work()
      seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    return Measurement(
      name: name, bytes: bytes, records: records, seconds: seconds, peakMemory: currentPeakMemory())
  }

  private static func currentPeakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
