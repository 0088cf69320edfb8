import ArgumentParser
import Titer

/// `titer check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a whole index and make sure that it is sound.",
    discussion: "Exit codes: 0 sound; 2 damaged, with the first fault found, or another error.")

  @OptionGroup var index: IndexOption

  func run() throws {
    let path = try index.path()
    let index = try Index(path: path)
    try index.check()
    let statistics = index.statistics
    var output = Output.standard()
    try output.write(
      "\(shown(path)): sound: \(Figures.count(statistics.documents, "record")) in "
        + "\(Figures.count(statistics.segments, "segment"))\n")
    try output.flush()
  }
}
