import ArgumentParser
import Titer

/// `titer why-not`.
struct WhyNotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Show what keeps a known record out, and the least change that lets it in.",
    discussion: """
      Each part of the query that keeps the record out, and what it would have to
      be; then the query with these changes, which finds the record.

      Example:
        titer why-not '"CAR T"[ti] NOT mice' --doc 38000000

      Exit codes: 0 the record is found; 1 it isn't, or there is no such record;
      2 an error.
      """)

  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]

  @Option(help: ArgumentHelp("The identifier of a record.", valueName: "id"))
  var doc: String

  @OptionGroup var index: IndexOption

  @OptionGroup var filters: FilterOptions

  @OptionGroup var options: QueryOptions

  func run() throws {
    let read = try options.read(query.joined(separator: " "))
    var query = read.query
    query.filter = filters.filter
    let index = try index.open()
    guard try index.answers(query, id: doc) != nil else {
      throw Failure("no record “\(shown(doc))”")
    }
    var output = Output.standard()
    guard let exclusion = try index.exclusion(of: doc, from: query) else {
      try output.write("The query finds the record.\n")
      return try output.flush()
    }
    try output.write(text(exclusion, read.parsed.dialect))
    try output.flush()
    throw ExitCode.nothingFound
  }

  private func text(_ exclusion: Exclusion, _ dialect: Dialect) -> String {
    var text = ""
    for change in exclusion.changes {
      text += "\(written(Query([change.clause]), dialect))\n    the record \(change.reason)\n"
      text += "    " + (change.replacement.map { "use \(written(Query([$0]), dialect))" } ?? "leave it out") + "\n"
    }
    return text + "\nThis finds it:\n    \(written(exclusion.query, dialect))\n"
  }

  /// A query in its own dialect, or else as a tree.
  private func written(_ query: Query, _ dialect: Dialect) -> String {
    shown((try? query.text(in: dialect)) ?? query.description)
  }
}
