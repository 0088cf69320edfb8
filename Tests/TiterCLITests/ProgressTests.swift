import Foundation
import Glibc
import Testing

/// The line that says how far the work is.
@Suite struct ProgressTests {
  /// What a terminal of `columns` is sent by a run over many records that Ctrl-C ends once it has drawn something.
  private func interrupted(columns: UInt16) throws -> (text: String, code: Int32) {
    let scratch = try Scratch()
    var records = InventedRecords(seed: 1)
    try scratch.write(records.jsonLines(4000, word: "many"), to: "many.jsonl")
    let terminal = try PseudoTerminal(columns: columns)
    var text = ""
    let run = try withInterrupts {
      try Titer(["index", "many.jsonl", "-o", "new.idx"], in: scratch.url, errorTerminal: terminal.end) {
        text = terminal.read()
        kill($0.processIdentifier, SIGINT)
      }
    }
    return (text + terminal.read(), run.code)
  }

  /// Lets Ctrl-C through to what `body` starts: the threads of tests block it, which processes inherit.
  private func withInterrupts<Result>(_ body: () throws -> Result) rethrows -> Result {
    var (interrupt, before) = (sigset_t(), sigset_t())
    unsafe sigaddset(&interrupt, SIGINT)
    unsafe pthread_sigmask(SIG_UNBLOCK, &interrupt, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  @Test(arguments: [80, 30] as [UInt16])
  func `it fits the terminal and is gone after an interruption`(columns: UInt16) throws {
    let (text, code) = try interrupted(columns: columns)
    #expect(code == -SIGINT)
    #expect(text.hasPrefix("\r\u{1B}[K") && text.contains("% ") && text.contains("░"))
    #expect(text.hasSuffix("\r\u{1B}[K"), "\(text.debugDescription)")
    let lines = text.components(separatedBy: "\r\u{1B}[K")
    #expect(lines.allSatisfy { $0.count < Int(columns) })
    #expect(lines.contains { $0.hasSuffix(" left") } == (columns == 80))
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasSuffix("left") || $0.hasSuffix("░") || $0.hasSuffix("█") })
  }
}
