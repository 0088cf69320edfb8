// Titer's programs; engines/__init__.py has their command lines.

import Foundation
import Titer

/// A line of a corpus.
struct Line: Decodable {
  var id: String
  var title: String
  var text: String
}

/// What a job prints.
struct Answer: Encodable {
  var version = Search.version
  var docs: Int?
  var seconds: Double?
  var cpuSeconds: Double?
  var loaded: Int?
  var queries: Int?
  var passes: Int?
  var hits: Int?
  var cpu: Double?
  var segments: Int?
  var tokens: Int?
  var passSeconds: [Double]?

  enum CodingKeys: String, CodingKey {
    case version, docs, seconds, loaded, queries, passes, hits, cpu, segments, tokens
    case cpuSeconds = "cpu_seconds"
    case passSeconds = "pass_seconds"
  }
}

struct UsageError: Error, CustomStringConvertible {
  var description = "expected build CORPUS OUT, query INDEX QUERIES, tokens TEXTS or speed TEXTS PASSES"
}

func lines(of path: String) throws -> [Substring] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
}

func documents(of corpus: String) throws -> [(id: String, body: String)] {
  let decoder = JSONDecoder()
  return try Data(contentsOf: URL(filePath: corpus), options: .alwaysMapped).split(separator: UInt8(ascii: "\n")).map {
    let line = try decoder.decode(Line.self, from: $0)
    return (line.id, line.title.isEmpty ? line.text : "\(line.title) \(line.text)")
  }
}

func residentBytes() throws -> Int {
  let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return (Int(pages[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

func build(_ corpus: String, _ out: String) throws -> Answer {
  let documents = try documents(of: corpus)
  let loaded = try residentBytes()
  try? FileManager.default.removeItem(atPath: out)
  let wall = ContinuousClock.now
  let cpu = processorSeconds()
  try Search.build(documents, path: out)
  return Answer(
    docs: documents.count, seconds: (ContinuousClock.now - wall) / .seconds(1), cpuSeconds: processorSeconds() - cpu,
    loaded: loaded)
}

func query(_ path: String, _ file: String, _ options: [String: String]) throws -> Answer {
  guard
    let mode = Mode(rawValue: options["mode"] ?? ""), let limit = Int(options["k"] ?? ""),
    let warm = Int(options["warm"] ?? ""), let passes = Int(options["passes"] ?? ""),
    let budget = Double(options["budget"] ?? "60")
  else { throw UsageError() }
  let index = try Index(path: path)
  let texts = try lines(of: file).map(String.init)
  guard texts.allSatisfy({ Search.query($0, mode: mode) != nil }) else { exit(3) }

  /// Answers one query, its making included.
  func answer<Result>(_ number: Int, _ body: (Query) throws -> Result) throws -> Result {
    guard let query = Search.query(texts[number], mode: mode) else { throw UsageError() }
    return try body(query)
  }
  let measured = try Measurement(queries: texts.count, warm: warm, passes: passes, budget: .seconds(budget)) {
    try answer($0) { try Search.hits($0, in: index, mode: mode, limit: limit) }
  }
  if let path = options["medians"] {
    let lines = measured.medians.map { String(format: "%.1f\n", $0) }
    try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
  }
  if let path = options["run"] {
    var run = ""
    for number in texts.indices {
      let hits = try answer(number) { try Search.ranking($0, in: index, limit: limit) }
      for (rank, hit) in hits.enumerated() { run += "\(number) Q0 \(hit.id) \(rank + 1) \(hit.score) run\n" }
    }
    try run.write(toFile: path, atomically: true, encoding: .utf8)
  }
  return Answer(
    queries: measured.queries, passes: measured.rows.count, hits: measured.hits, cpu: measured.cpu,
    segments: Search.segments(of: index))
}

func answer(_ operands: [String], _ options: [String: String]) throws -> Answer? {
  switch (operands.first, operands.count) {
  case ("build", 3): return try build(operands[1], operands[2])
  case ("query", 3): return try query(operands[1], operands[2], options)
  case ("tokens", 2):
    try Analysis.write(operands[1])
    return nil
  case ("speed", 3):
    let measured = try Analysis.measure(operands[1], passes: Int(operands[2]) ?? 1)
    return Answer(tokens: measured.tokens, passSeconds: measured.seconds)
  case ("indexing", 4):
    guard let chain = AnalysisChain.builtIn.first(where: { $0.family == operands[3] }) else { throw UsageError() }
    let measured = try Analysis.measureIndexing(operands[1], by: chain, passes: Int(operands[2]) ?? 1)
    return Answer(tokens: measured.tokens, passSeconds: measured.seconds)
  default: throw UsageError()
  }
}

var operands: [String] = []
var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument.hasPrefix("--") {
    options[String(argument.dropFirst(2))] = arguments.popFirst()
  } else {
    operands.append(argument)
  }
}

if let answer = try answer(operands, options) {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  print(String(decoding: try encoder.encode(answer), as: UTF8.self))
}
