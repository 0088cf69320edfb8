import Foundation

/// Measurements with the machine that they were made on, as a page and as raw numbers.
struct Report: Codable {
  /// The day, as in a file's name.
  var date: String
  /// The processor and the number of cores.
  var machine: String
  /// All measurements in order.
  var measurements: [Measurement]

  /// A report of today, on this machine.
  init(_ measurements: [Measurement]) {
    date = Date.now.formatted(.iso8601.year().month().day())
    machine = Self.currentMachine()
    self.measurements = measurements
  }

  /// A table of medians.
  var page: String {
    var lines = [
      "# Workloads, \(date)", "", "Machine: \(machine). Medians; every run is in the JSON file of the same name.", "",
      "| workload | MB | records | MB/s | records/s | slowest … fastest run, s | peak memory so far, MB |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measurements {
      let range = String(format: "%.3f … %.3f", one.seconds.max() ?? 0, one.seconds.min() ?? 0)
      lines.append(
        String(
          format: "| %@ | %.0f | %d | %.0f | %.0f | %@ | %.0f |", one.name, Double(one.bytes) / 1e6, one.records,
          one.megabytesPerSecond, one.recordsPerSecond, range, Double(one.peakMemory) / 1e6))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the page and the raw numbers into `folder`.
  func write(to folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: folder.appending(path: "\(date)-workloads.json"))
    try Data(page.utf8).write(to: folder.appending(path: "\(date)-workloads.md"))
  }

  private static func currentMachine() -> String {
    let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = facts.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
    return "\(name), \(ProcessInfo.processInfo.activeProcessorCount) cores"
  }
}
