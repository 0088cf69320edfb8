// The time that an index takes for search strategies, line by line, when its files are in memory.
//
//     swift run --package-path Benchmarks -c release strategies INDEX [--mesh FILE] FILE…
//
// For one core: taskset -c 0 before it. Prints a table a file, in Markdown: each line's records and its median time, reading the
// line included, and the whole strategy's.

import Foundation
import Records
import Titer

var arguments = Array(CommandLine.arguments.dropFirst())
/// The headings of the file that `--mesh` names, which is taken out of the arguments.
func takeThesaurus(from arguments: inout [String]) throws -> Thesaurus? {
  guard let place = arguments.firstIndex(of: "--mesh") else { return nil }
  defer { arguments.removeSubrange(place...place + 1) }
  return try MeSHFile.read(path: arguments[place + 1])
}

let thesaurus = try takeThesaurus(from: &arguments)
let index = try Index(path: arguments.removeFirst())
let (warming, rounds) = (3, 11)

/// Milliseconds of one run: each line's.
func milliseconds(_ text: String, _ counts: inout [String]) throws -> [Double] {
  let clock = ContinuousClock()
  var run = StrategyRun(thesaurus: thesaurus)
  var times: [Double] = []
  counts = []
  var strategy: Strategy?
  let reading = clock.measure { strategy = Strategy(text) }
  for line in strategy?.lines ?? [] {
    var answer: StrategyRun.Answer?
    let time = try clock.measure { answer = try run.answer(line, in: index) }
    times.append(time / .milliseconds(1))
    counts.append((try? answer?.documents.get()).flatMap { "\($0.count)" } ?? "error")
  }
  return [reading / .milliseconds(1)] + times
}

for file in arguments {
  let text = try String(contentsOfFile: file, encoding: .utf8)
  var counts: [String] = []
  var runs: [[Double]] = []
  for round in 0..<(warming + rounds) {
    let times = try milliseconds(text, &counts)
    if round >= warming { runs.append(times) }
  }
  let totals = runs.map { $0.reduce(0, +) }.sorted()
  print("## \(URL(filePath: file).lastPathComponent)\n")
  print(
    String(
      format: "%d lines: %.1f ms in all (median of %d; %.1f to %.1f), %.1f ms of it reading the text\n", counts.count,
      totals[rounds / 2], rounds, totals[0], totals[rounds - 1], runs.map { $0[0] }.sorted()[rounds / 2]))
  print("| line | records | ms | query |\n| ---: | ---: | ---: | --- |")
  for (number, line) in Strategy(text).lines.enumerated() {
    let median = runs.map { $0[number + 1] }.sorted()[rounds / 2]
    let shown = line.text.count > 80 ? line.text.prefix(79) + "…" : line.text[...]
    print("| \(line.number) | \(counts[number]) | \(String(format: "%.2f", median)) | `\(shown)` |")
  }
  print("")
}
