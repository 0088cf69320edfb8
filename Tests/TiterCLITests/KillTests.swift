import Foundation
import Glibc
import TestSupport
import Testing

/// `titer index`, ended by SIGKILL at any moment.
@Suite struct KillTests {
  private static let seed: UInt64 = 11

  @Test func `a killed run leaves the last commit, whole, and the next one goes on`() throws {
    var random = SeededGenerator(seed: Self.seed)
    let subject = try KilledIndex(seed: Self.seed)
    let before = try subject.answers()
    let unharmed = try subject.measure()
    let after = try subject.answers()
    try #require(before.contains("R199 ") && !before.contains("R200 ") && after.contains("R2499 "))

    var kills: [String] = []
    for number in 0..<20 {
      if try subject.answers() == after { try subject.restore() }
      let moment = unharmed.moment(late: !number.isMultiple(of: 2), using: &random)
      let code = try subject.index(killedAt: moment)
      kills.append("\(moment) → \(code)")
      let check = try subject.scratch.titer("check", "-i", "index")
      let found = try subject.answers()
      let state: Comment = "seed \(Self.seed); kills: \(kills.joined(separator: "; "))"
      #expect(check.code == 0 && check.output.contains("sound"), "\(check.errors)\(state)")
      #expect(found == after || (found == before && code != 0), state)
    }
    #expect(kills.contains { $0.hasSuffix("→ -9") }, "every run came to its end: \(kills)")

    try subject.index(killedAt: nil)
    #expect(try subject.answers() == after, "seed \(Self.seed); kills: \(kills)")
    let names = try subject.names()
    #expect(names.count == 3, "expected a lock, a manifest and a segment, found \(names)")
  }
}

/// When to end a run.
private struct Moment: CustomStringConvertible {
  /// Counted from the first file that the run writes, near its end, or else from its start.
  var isLate: Bool
  var seconds: Double

  var description: String { "\(seconds) s after \(isLate ? "the first file" : "the start")" }
}

/// How long a run takes that nobody ends.
private struct Course {
  var untilFirstFile: Double
  var untilEnd: Double

  func moment(late isLate: Bool, using random: inout SeededGenerator) -> Moment {
    let span = isLate ? untilEnd - untilFirstFile : untilEnd
    return Moment(isLate: isLate, seconds: Double.random(in: 0...span, using: &random))
  }
}

/// An index of a few records, in whose place a run puts many.
private struct KilledIndex {
  let scratch: Scratch

  init(seed: UInt64) throws {
    scratch = try Scratch()
    var records = InventedRecords(seed: seed)
    try scratch.write(records.jsonLines(200, word: "early"), to: "early.jsonl")
    try scratch.write(records.jsonLines(2500, word: "late"), to: "late.jsonl")
    try #require(scratch.titer("index", "early.jsonl", "-o", "pristine").code == 0)
    try restore()
  }

  /// Puts the index of few records in place.
  func restore() throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: scratch.url.appendingPathComponent("pristine"), to: folder)
  }

  /// Every record with its exact score, and the best ones with their text.
  func answers() throws -> String {
    let all = try scratch.titer("search", "early late", "--trec", "-n", "10000", "-i", "index")
    let best = try scratch.titer("search", "early late", "--ndjson", "-i", "index")
    return all.output + all.errors + best.output + best.errors
  }

  /// Indexes the many records, undisturbed.
  func measure() throws -> Course {
    let start = Date()
    var first = start
    let run = try Titer(["index", "late.jsonl", "-o", "index"], in: scratch.url) { process in
      try waitForFile(of: process, since: start)
      first = Date()
    }
    try #require(run.code == 0, "\(run.errors)")
    return Course(untilFirstFile: first.timeIntervalSince(start), untilEnd: Date().timeIntervalSince(start))
  }

  /// Indexes the many records until the moment comes.
  @discardableResult
  func index(killedAt moment: Moment?) throws -> Int32 {
    let start = Date()
    return try Titer(["index", "late.jsonl", "-o", "index"], in: scratch.url) { process in
      guard let moment else { return }
      if moment.isLate { try waitForFile(of: process, since: start) }
      usleep(UInt32(moment.seconds * 1e6))
      kill(process.processIdentifier, SIGKILL)
    }.code
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  private var folder: URL { scratch.url.appendingPathComponent("index") }

  /// Waits until the process writes a file in the index, or ends.
  private func waitForFile(of process: Process, since start: Date) throws {
    while process.isRunning, try !names().contains(where: { isNewer($0, than: start) }) { usleep(500) }
  }

  private func isNewer(_ name: String, than start: Date) -> Bool {
    let path = folder.appendingPathComponent(name).path
    // A file may be gone by now: the process removes those of dead ones.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.modificationDate] as? Date).map { $0 > start } ?? false
  }
}
