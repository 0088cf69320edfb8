import Foundation
import Glibc
import TestSupport
import Testing

/// Commands that change an index, ended by SIGKILL at any moment.
@Suite(.serialized) struct KillTests {
  private static let seed: UInt64 = 11

  /// `TITER_CASES` says how many runs of each command are ended.
  @Test(arguments: KilledCommand.allCases)
  private func `a killed run leaves the last commit, whole, and the next one goes on`(command: KilledCommand) throws {
    var random = SeededGenerator(seed: Self.seed)
    let subject = try KilledIndex(command, seed: Self.seed)
    let before = try subject.answers()
    let unharmed = try subject.measure()
    let after = try subject.answers()
    try #require(before.contains("R199 ") && after.contains(command == .merge ? "R199 " : "R2499 "))
    #expect((before == after) == (command == .merge))

    var kills: [String] = []
    for number in 0..<TestCases.count(usual: command == .index ? 20 : 8) {
      if try command == .merge || subject.answers() == after { try subject.restore() }
      let moment = unharmed.moment(late: !number.isMultiple(of: 2), using: &random)
      let code = try subject.run(killedAt: moment)
      kills.append("\(moment) → \(code)")
      let check = try subject.scratch.titer("check", "--deep", "-i", "index")
      let found = try subject.answers()
      let state: Comment = "seed \(Self.seed); kills: \(kills.joined(separator: "; "))"
      #expect(check.code == 0 && check.output.contains("sound"), "\(check.errors)\(state)")
      #expect(found == after || (found == before && code != 0), state)
    }
    #expect(kills.contains { $0.hasSuffix("→ -9") }, "every run came to its end: \(kills)")

    try subject.run(killedAt: nil)
    #expect(try subject.answers() == after, "seed \(Self.seed); kills: \(kills)")
    let names = try subject.names()
    #expect(names.count == 3, "expected a lock, a manifest and a segment, found \(names)")
  }
}

/// A command that is ended.
private enum KilledCommand: String, CaseIterable, CustomTestStringConvertible {
  case index, update, merge

  var testDescription: String { "titer \(rawValue)" }
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

/// An index of a few records, in whose place a run puts many, or of several segments, which it merges.
private struct KilledIndex {
  let scratch: Scratch
  private let arguments: [String]

  init(_ command: KilledCommand, seed: UInt64) throws {
    scratch = try Scratch()
    var records = InventedRecords(seed: seed)
    try scratch.write(records.jsonLines(200, word: "early"), to: "early.jsonl")
    try scratch.write(records.jsonLines(2500, word: "late"), to: "late.jsonl")
    switch command {
    case .index: arguments = ["index", "late.jsonl", "-o", "index"]
    case .update: arguments = ["update", "late.jsonl", "-i", "index"]
    case .merge: arguments = ["merge", "-i", "index"]
    }
    // Those of the first segment that come again are deleted there.
    let files = command == .merge ? ["late.jsonl", "early.jsonl"] : ["early.jsonl"]
    for file in files { try #require(scratch.titer("index", file, "-o", "pristine").code == 0) }
    try restore()
  }

  /// Puts the index of the beginning in place.
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

  /// Runs the command, undisturbed.
  func measure() throws -> Course {
    let start = Date()
    var first = start
    let run = try Titer(arguments, in: scratch.url) { process in
      try waitForFile(of: process, since: start)
      first = Date()
    }
    try #require(run.code == 0, "\(run.errors)")
    return Course(untilFirstFile: first.timeIntervalSince(start), untilEnd: Date().timeIntervalSince(start))
  }

  /// Runs the command until the moment comes.
  @discardableResult
  func run(killedAt moment: Moment?) throws -> Int32 {
    let start = Date()
    return try Titer(arguments, in: scratch.url) { process in
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
