import ArgumentParser
import Titer

/// `titer terms`.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "List the words of an index that a word with wildcards stands for.",
    discussion: """
      Each with the number of records that hold it, the most frequent first.
      `*` stands for any characters or none, `?` for one or none, `#` for one.
      An index made with the english analyzer has the stems of words.

      Examples:
        titer terms 'therap*'
        titer terms '*mab' -n 100

      Exit codes: 0 found; 1 nothing found; 2 an error.
      """)

  @Argument(help: "A word with wildcards.")
  var pattern: String

  @OptionGroup var index: IndexOption

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most words to print (default: all).", valueName: "number"))
  var limit: Int?

  @Flag(help: "One JSON object: total, isCut, terms.")
  var json = false

  func run() throws {
    let list = try index.open().terms(matching: pattern)
    let sorted = list.entries.sorted { ($1.documents, $0.term) < ($0.documents, $1.term) }
    let entries = sorted.prefix(limit ?? .max)
    try Output.print(json ? jsonText(list, entries) : table(rows(entries), rightAligned: [0]))
    if list.isCut { StandardError.write("note: there are more words than can be looked for\n") }
    if list.entries.isEmpty { throw ExitCode.nothingFound }
  }

  private func rows(_ entries: ArraySlice<TermList.Entry>) -> [[String]] {
    entries.map { [Figures.grouped($0.documents), shown($0.term)] }
  }

  private func jsonText(_ list: TermList, _ entries: ArraySlice<TermList.Entry>) -> String {
    let terms = entries.map { JSON.object([("term", .string($0.term)), ("records", .integer($0.documents))]) }
    let members: [(name: String, value: JSON)] = [
      ("total", .integer(list.entries.count)), ("isCut", .boolean(list.isCut)), ("terms", .array(terms)),
    ]
    return JSON.object(members).page + "\n"
  }
}
