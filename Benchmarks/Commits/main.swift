// What many commits cost: how long each takes, and how many bytes are written for each byte of the index that they leave.
//
//     swift run --package-path Benchmarks -c release commits FILE
//
// Adds the first 30,000 records of a file, 500 a commit, merging within commits and in the background. Prints a table in
// Markdown. Bytes are what this process gives to the system to write.

import Foundation
import Records
import Titer

let (most, each) = (30_000, 500)

/// The first `most` records of a file.
func read(_ path: String, most: Int) throws -> [Document] {
  var documents: [Document] = []
  var input = try RecordFile(path: path)
  while documents.count < most, let event = try input.next() {
    if case .record(let record) = event { documents.append(Document(record, stored: record.storedBytes)) }
  }
  return documents
}

let documents = try read(CommandLine.arguments[1], most: most)

/// The bytes that this process has written to files.
func writtenBytes() throws -> Int {
  let figures = try String(contentsOfFile: "/proc/self/io", encoding: .utf8)
  let line = figures.split(separator: "\n").first { $0.hasPrefix("wchar:") }
  return line.flatMap { Int($0.dropFirst("wchar: ".count)) } ?? 0
}

/// A table's row of one way to merge.
func row(_ name: String, _ merging: IndexWriter.Merging) throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "titer-commits-\(ProcessInfo.processInfo.processIdentifier)"
  ).path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let (clock, before) = (ContinuousClock(), try writtenBytes())
  var seconds: [Double] = []
  var most = 0
  let all = try clock.measure {
    var writer = try IndexWriter(path: folder, merging: merging)
    for start in stride(from: 0, to: documents.count, by: each) {
      for document in documents[start..<min(start + each, documents.count)] { try writer.add(document) }
      seconds.append(try clock.measure { try writer.commit() } / .seconds(1))
      most = max(most, try Index(path: folder).statistics.segments)
    }
    try writer.finishMerges()
  }
  let (written, index) = (try writtenBytes() - before, try Index(path: folder).statistics)
  seconds.sort()
  return String(
    format: "| %@ | %.2f | %.2f | %.2f | %.2f | %d | %d | %.1f | %.2f |", name, all / .seconds(1),
    seconds[seconds.count / 2],
    seconds[seconds.count * 9 / 10], seconds.last ?? 0, most, index.segments, Double(index.bytes) / 1e6,
    Double(written) / Double(index.bytes))
}

print(
  "\(documents.count) records, \(each) a commit; log4 of the commits is \(log2(Double(documents.count) / Double(each)) / 2)\n"
)
print(
  "| merging | all, s | median commit, s | 90 % | longest | segments at most | at last | MB | bytes written for each |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for _ in 0..<3 {
  print(try row("within commits", .withinCommit))
  print(try row("in the background", .inBackground))
}
