import ArgumentParser
import Titer

/// `titer delete`.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete records from an index, by identifier or by query.",
    discussion: """
      Deleted records aren't found any more; the space that they take is freed
      when segments are merged, or by titer vacuum.

      Examples:
        titer delete 38000000 38000001 --index review.idx
        titer delete --query 'retracted publication[pt]' --index review.idx

      Exit codes: 0 deleted; 1 there was nothing to delete; 2 an error.
      """)

  @Argument(help: ArgumentHelp("Identifiers of records.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Delete all records that a query finds.", valueName: "query"))
  var query: String?

  @Flag(name: .shortAndLong, help: "Say how many records there are to delete, and leave them.")
  var dryRun = false

  @OptionGroup var index: IndexOption

  @OptionGroup var options: QueryOptions

  func validate() throws {
    if ids.isEmpty == (query == nil) { throw ValidationError("titer delete needs identifiers or --query.") }
  }

  func run() throws {
    let path = try index.path()
    let index = try Index(path: path)
    let query = try query.map { try options.read($0).query }
    let count = try dryRun ? found(query, in: index) : deleted(query, path)
    var output = Output.standard()
    try output.write("\(Figures.count(count, "record")) \(dryRun ? "to delete" : "deleted")\n")
    if !dryRun { try output.write(try IndexSize.text(path)) }
    try output.flush()
    if count == 0 { throw ExitCode.nothingFound }
  }

  private func found(_ query: Query?, in index: Index) throws -> Int {
    if let query { return try index.count(query) }
    return try Set(ids).count { try index.place(ofID: $0) != nil }
  }

  private func deleted(_ query: Query?, _ path: String) throws -> Int {
    var writer = try IndexWriter(path: path)
    if let query { try writer.delete(query) }
    for id in ids { try writer.delete(id: id) }
    return try writer.commit().deleted
  }
}
