import ArgumentParser
import Titer

/// `titer check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a whole index and make sure that it is sound.",
    discussion: """
      Compares the checksum of every part of every file: bytes that a disk or a
      copy has changed are found. With --deep it also follows every structure and
      reference, as after a fault of a program.

      All that is damaged is listed, with what it holds; titer repair makes a new
      index of what is intact.

      Exit codes: 0 sound; 2 damaged, or another error.
      """)

  @OptionGroup var index: IndexOption

  @Flag(help: "Check what structures hold too, and that they fit each other.")
  var deep = false

  func run() throws {
    let path = try index.path()
    let check = try IndexCheck(path: path, depth: deep ? .structures : .checksums)
    guard check.faults.isEmpty else { throw Failure(Self.text(check.faults, shown(path))) }
    let records = Figures.count(check.documents, "record")
    try Output.print("\(shown(path)): sound: \(records) in \(Figures.count(check.segments, "segment"))\n")
  }

  private static func text(_ faults: [Fault], _ path: String) -> String {
    let lines = ["\(path): damaged: \(Figures.count(faults.count, "fault"))"] + faults.map { shown("\($0)") }
    return (lines + ["`titer repair -i \(path) -o FOLDER` makes a new index of the records that are intact"])
      .joined(separator: "\n")
  }
}
