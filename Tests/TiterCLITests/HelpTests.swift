import Foundation
import Testing

/// Every help screen, word for word.
///
/// After a change on purpose: `COLUMNS=80 .build/debug/titer search --help > Tests/TiterCLITests/Help/search.txt`.
@Suite struct HelpTests {
  @Test(arguments: [
    "titer", "index", "update", "delete", "merge", "vacuum", "stats", "check", "repair", "rebuild", "search", "count",
    "strategy",
    "shell", "show", "similar", "terms", "parse", "explain", "why-not", "run", "eval", "compare", "sweep", "fuse",
    "report", "convert", "ciff", "ciff export", "ciff import", "analyze",
  ])
  func `help screens are as they were agreed`(command: String) throws {
    let run = try Titer((command == "titer" ? [] : command.split(separator: " ").map(String.init)) + ["--help"])
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let expected = try Data(contentsOf: folder.appendingPathComponent("Help/\(command.replacing(" ", with: "-")).txt"))
    #expect(run.output == String(decoding: expected, as: UTF8.self))
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func `the version is a number`() throws {
    let run = try Titer(["--version"])
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(run.code == 0)
  }

  @Test(arguments: [["serch"], ["search"], ["search", "x", "--json", "--csv"], ["search", "x", "-n", "0"], ["index"]])
  func `wrong usage is told on standard error with code 2`(arguments: [String]) throws {
    let run = try Titer(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Usage: titer"))
  }

  @Test(arguments: ["-3", "0", "x"])
  func `a limit that is none is told with what was found`(limit: String) throws {
    let run = try Titer(["search", "lupus", "-n", limit])
    #expect(run.code == 2)
    #expect(run.errors.contains(limit) && run.errors.contains("-n"))
  }

  @Test func `help that can't be written is an error`() throws {
    let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let run = try Titer(["--help"], terminal: full)
    #expect(run.code == 2)
    #expect(run.errors == "Error: standard output: can't write: No space left on device\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts are written`(shell: String) throws {
    let run = try Titer(["--generate-completion-script", shell])
    #expect(run.code == 0)
    #expect(run.output.contains("analyze"))
  }
}
