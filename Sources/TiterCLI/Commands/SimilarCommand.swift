import ArgumentParser
import Glibc
import Records
import Titer

/// `titer similar`.
struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find records like one that is known.",
    discussion: """
      The words of its title and abstract that tell it from others best are
      asked for; --query prints them.

      Example:
        titer similar 38000000 -n 20

      Exit codes: 0 found; 1 nothing found; 2 an error.
      """)

  @Argument(help: ArgumentHelp("The identifier of a record.", valueName: "id"))
  var id: String

  @OptionGroup var index: IndexOption

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most records to print.", valueName: "number"))
  var limit = 10

  @Flag(name: .customLong("query"), help: "Print the query instead.")
  var printsQuery = false

  func run() throws {
    let index = try index.open()
    guard let stored = try index.stored(id: id) else { throw Failure("no record “\(shown(id))”") }
    let record = try readBack(stored, id: id)
    let text = record.title + "\n" + record.abstractText
    var query = try index.query(similarTo: text)
    var output = Output.standard()
    if printsQuery {
      try output.write(shown(query.plainText) + "\n")
      return try output.flush()
    }
    query.clauses.append(.not(.value(.identifier, id)))
    let answer = Answer(index: index, query: query, limit: max(limit, 1))
    let isFound = try answer.writeListing(to: &output, page: Page(descriptor: STDOUT_FILENO))
    try output.flush()
    if !isFound { throw ExitCode.nothingFound }
  }
}
