import ArgumentParser
import Titer

/// `titer stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print the figures of an index.",
    discussion: "Exit codes: 0 done; 2 an error.")

  @OptionGroup var index: IndexOption

  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let index = try index.open()
    let statistics = index.statistics
    let figures = [
      ("documents", statistics.documents, "records to be found"),
      ("deleted", statistics.deleted, "records that were replaced and still take space"),
      ("tokens", statistics.tokens, "occurrences of terms"),
      ("terms", statistics.terms, "different terms, counted in each segment"),
      ("segments", statistics.segments, "immutable parts, one or more a commit"),
      ("bytes", statistics.bytes, "on disk (\(Figures.bytes(statistics.bytes)))"),
    ]
    var output = Output.standard()
    if json {
      let members = figures.map { (name: $0.0, value: JSON.integer($0.1)) }
      try output.write(JSON.object(members + [("chain", .string(index.chain.name))]).page + "\n")
    } else {
      let rows = figures.map { [$0.0, Figures.grouped($0.1), $0.2] }
      try output.write(table(rows + [["chain", index.chain.name, "analysis of its texts"]], rightAligned: [1]))
    }
    try output.flush()
  }
}
