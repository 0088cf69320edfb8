import ArgumentParser
import Titer

/// `titer parse`.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show how an index reads a query, with every other form looked for.",
    discussion: """
      A line for each word or name of a phrase, and for each way to read it: the
      terms any of which may stand there, and how many words of a record they
      take. A line “ranks” has the terms that decide the order of the answers.

      Example:
        titer parse --index review.idx '"CAR T-cells" lupus'

      Exit codes: 0 done; 1 the query has no words; 2 an error.
      """)

  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]

  @OptionGroup var index: IndexOption

  @OptionGroup var options: QueryOptions

  @Flag(help: "One JSON object: parts.")
  var json = false

  func run() throws {
    let reading = try index.open().reading(of: options.parse(query.joined(separator: " ")))
    var output = Output.standard()
    try output.write(json ? jsonText(reading) : tableText(reading))
    try output.flush()
    if reading.parts.isEmpty { throw ExitCode.nothingFound }
  }

  private func tableText(_ reading: QueryReading) -> String {
    var rows = [["part", "text", "words", "terms"]]
    for part in reading.parts {
      for form in part.forms {
        rows.append([
          part.role.rawValue, shown(form.text), String(form.length), shown(form.terms.joined(separator: " ")),
        ])
      }
      rows.append(["ranks", shown(part.text), "", shown(part.ranked.joined(separator: " "))])
    }
    return table(rows, rightAligned: [2])
  }

  private func jsonText(_ reading: QueryReading) -> String {
    let parts = reading.parts.map { part in
      let forms = part.forms.map { form in
        JSON.object([
          ("text", .string(form.text)), ("words", .integer(form.length)),
          ("terms", .array(form.terms.map { .string($0) })),
        ])
      }
      return JSON.object([
        ("role", .string(part.role.rawValue)), ("text", .string(part.text)),
        ("ranked", .array(part.ranked.map { .string($0) })), ("forms", .array(forms)),
      ])
    }
    return JSON.object([("parts", .array(parts))]).page + "\n"
  }
}
