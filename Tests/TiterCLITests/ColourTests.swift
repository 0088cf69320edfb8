import Foundation
import Testing

/// What a terminal is sent.
@Suite struct ColourTests {
  /// Runs a search with a terminal as its standard output, and returns what arrives there.
  private func search(_ environment: [String: String], columns: UInt16 = 0) throws -> String {
    let scratch = try Sample.indexed()
    let terminal = try PseudoTerminal(columns: columns)
    let variables = environment.merging(["TITER_INDEX": "sample.idx"]) { given, _ in given }
    let run = try Titer(["search", "sleep"], in: scratch.url, environment: variables, terminal: terminal.end)
    #expect(run.code == 0)
    return terminal.read()
  }

  @Test func `matches are coloured on a terminal`() throws {
    let text = try search(["TERM": "xterm"])
    #expect(text.contains("\u{1B}[1;33mSleep\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;33msleep\u{1B}[0m"))
  }

  @Test(arguments: [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]])
  func `colours are left out on request`(environment: [String: String]) throws {
    let text = try search(environment)
    #expect(text.contains("Sleep and shift work"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `lines fit a narrow terminal`() throws {
    let lines = try search(["TERM": "dumb"], columns: 20).split(separator: "\r\n")
    #expect(lines.count > 8 && lines.allSatisfy { $0.count <= 20 }, "\(lines)")
  }

  @Test func `an empty NO_COLOR is no request`() throws {
    #expect(try search(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}"))
  }
}
