import ArgumentParser
import Titer

/// `titer count`.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count the records that a query finds.",
    discussion: """
      Example:
        titer count '(lupus adj3 nephr*).ti,ab.'

      Exit codes: 0 found; 1 nothing found; 2 an error.
      """)

  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]

  @OptionGroup var index: IndexOption

  @OptionGroup var filters: FilterOptions

  @OptionGroup var facets: FacetOption

  @OptionGroup var options: QueryOptions

  func run() throws {
    let index = try index.open()
    var query = try options.read(query.joined(separator: " ")).query
    query.filter = filters.filter
    let count = try index.count(query)
    var output = Output.standard()
    try output.write("\(count)\n")
    try output.write(facets.text(of: query, in: index))
    try output.flush()
    if count == 0 { throw ExitCode.nothingFound }
  }
}
