import ArgumentParser
import Titer

/// `titer merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge all segments of an index into one.",
    discussion: """
      A merged index is searched fastest and is smallest. Indexing merges by itself
      what is due; this is for an index that stays as it is for a while. It needs
      as much space again as the index takes till it is done.

      Exit codes: 0 done; 2 an error.
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    try rewrite(index) { $0.merge() }
  }
}

/// `titer vacuum`.
struct VacuumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum",
    abstract: "Free the space of deleted and replaced records.",
    discussion: """
      Rewrites the segments that have deleted records, each by itself, and removes
      files that a dead writer left. It needs as much space again as those segments
      take till it is done.

      Exit codes: 0 done; 2 an error.
      """)

  @OptionGroup var index: IndexOption

  func run() throws {
    try rewrite(index) { $0.vacuum() }
  }
}

/// Has a writer of an index rewrite what `request` asks for, and says what came of it.
private func rewrite(_ index: IndexOption, _ request: (inout IndexWriter) -> Void) throws {
  let path = try index.path()
  let before = try Index(path: path).statistics
  var writer = try IndexWriter(path: path)
  request(&writer)
  try writer.commit()
  let after = try Index(path: path).statistics
  let rows = [
    ["segments", Figures.grouped(before.segments), Figures.grouped(after.segments)],
    ["deleted", Figures.grouped(before.deleted), Figures.grouped(after.deleted)],
    ["bytes", Figures.grouped(before.bytes), Figures.grouped(after.bytes)],
  ]
  var output = Output.standard()
  try output.write(table([["", "before", "after"]] + rows, rightAligned: [1, 2]))
  try output.flush()
}
