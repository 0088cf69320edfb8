import Foundation
import Testing

/// Indexes that earlier titers made are searched, or made anew, and answer as one made today does.
@Suite struct GoldenIndexTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  private static let queries = ["BCMA", "IL-6", "CAR T-cell lupus", "\"multiple myeloma\"", "withdrawn"]

  /// A folder with a copy of a golden index, and one of the same records made today.
  private static func scratch(_ version: Int) throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: folder.appendingPathComponent("version-\(version)"), to: scratch.url.appendingPathComponent("old.idx"))
    for files in [["records.ris", "articles.xml"], ["update.xml"]] {
      let paths = files.map { folder.appendingPathComponent($0).path }
      let run = try Titer(["index"] + paths + ["-o", "today.idx"], in: scratch.url)
      try #require(run.code == 0, "\(run.errors)")
    }
    return scratch
  }

  private func answers(_ scratch: Scratch, _ index: String) throws -> [String] {
    try Self.queries.map { query in
      try scratch.titer("search", query, "--ndjson", "-n", "100", "-i", index).output
    }
  }

  @Test func `the format of today is searched and sound`() throws {
    let scratch = try Self.scratch(4)
    let check = try scratch.titer("check", "--deep", "-i", "old.idx")
    #expect(check.output == "old.idx: sound: 13 records in 2 segments\n", "\(check.errors)")
    #expect(try answers(scratch, "old.idx") == answers(scratch, "today.idx"))
    #expect(try answers(scratch, "old.idx").count { !$0.isEmpty } == 4)
  }

  @Test(arguments: [2, 3, 4])
  func `an index is made anew of the records that an older one stores`(version: Int) throws {
    let scratch = try Self.scratch(version)
    for command in ["rebuild", "repair"] {
      let run = try scratch.titer(command, "-i", "old.idx", "-o", "\(command).idx")
      #expect(run.code == 0 && run.output.hasPrefix("\(command).idx: 13 records, "), "\(run.errors)")
      #expect(try answers(scratch, "\(command).idx") == answers(scratch, "today.idx"))
    }
  }

  @Test(arguments: [["search", "x"], ["check"], ["update", "today.idx"], ["merge"], ["stats"]], [2, 3])
  func `an older index is told with both versions and the remedy`(arguments: [String], version: Int) throws {
    let scratch = try Self.scratch(version)
    let run = try Titer(arguments + ["-i", "old.idx"], in: scratch.url)
    #expect(run.code == 2)
    #expect(
      run.errors == """
        Error: old.idx/manifest: expected format version 4, found the older version \(version); `titer rebuild` makes a new index of the \
        records that this one stores

        """)
  }

  @Test(arguments: [["search", "x"], ["check"], ["rebuild", "-o", "new.idx"], ["merge"]])
  func `a newer index is told with both versions and the remedy`(arguments: [String]) throws {
    let scratch = try Self.scratch(4)
    for name in ["manifest", "segment-1", "segment-2", "deletions-1-2"] {
      let file = scratch.url.appendingPathComponent("old.idx/\(name)")
      var bytes = try Data(contentsOf: file)
      bytes[8] = 5
      try bytes.write(to: file)
    }
    let run = try Titer(arguments + ["-i", "old.idx"], in: scratch.url)
    #expect(run.code == 2)
    #expect(
      run.errors == """
        Error: old.idx/manifest: expected format version 4, found the newer version 5; search it with the titer that made it, \
        or a later one

        """)
  }
}
