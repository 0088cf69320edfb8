import ArgumentParser
import Titer

/// `titer parse`.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show how a query is read, with every other form looked for.",
    discussion: """
      First the dialect, the query as a tree, and the query written anew from
      the tree. Then, where an index is given, a line for each word or name of a
      phrase, and for each way to read it: the terms any of which may stand
      there, and how many words of a record they take. A line “ranks” has the
      terms that decide the order of the answers.

      Examples:
        titer parse --index review.idx '"CAR T-cells" lupus'
        titer parse 'exp Lupus Nephritis/ or (lupus adj3 nephr*).ti,ab.' --to pubmed

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(help: "The query; several arguments are joined by spaces.")
  var query: [String]

  @OptionGroup var index: IndexOption

  @OptionGroup var options: QueryOptions

  @Option(help: ArgumentHelp("Write the query in another dialect.", valueName: "dialect"))
  var to: Syntax?

  @Flag(help: "One JSON object: syntax, tree, text, parts.")
  var json = false

  func validate() throws {
    if to == .auto { throw ValidationError("--to needs a dialect: plain, lucene, pubmed or ovid.") }
  }

  func run() throws {
    let read = try options.read(query.joined(separator: " "))
    let written = try written(read)
    let reading = index.given ? try index.open().reading(of: read.query) : nil
    try Output.print(json ? jsonText(read, written, reading) : tableText(read, written, reading))
  }

  /// The query as text of the dialect asked for.
  private func written(_ read: ReadQuery) throws -> String {
    do {
      let (query, dialect) = (read.parsed.query, to?.dialect ?? read.parsed.dialect)
      // What another dialect groups, some can write word by word.
      return try (try? query.text(in: dialect)) ?? query.distributed.text(in: dialect)
    } catch {
      throw Failure("\(error)")
    }
  }

  private func tableText(_ read: ReadQuery, _ written: String, _ reading: QueryReading?) -> String {
    let heads = [["dialect", read.parsed.dialect.rawValue], ["text", shown(written)]]
    let text = table(heads) + "\n" + read.query.outline + "\n"
    return reading.map { text + "\n" + formsText($0) } ?? text
  }

  private func formsText(_ reading: QueryReading) -> String {
    var rows = [["part", "text", "words", "terms"]]
    for part in reading.parts {
      for form in part.forms {
        rows.append([
          part.role.rawValue, shown(form.text), String(form.length), shown(form.terms.joined(separator: " ")),
        ])
      }
      if !part.ranked.isEmpty {
        rows.append(["ranks", shown(part.text), "", shown(part.ranked.joined(separator: " "))])
      }
    }
    return table(rows, rightAligned: [2])
  }

  private func jsonText(_ read: ReadQuery, _ written: String, _ reading: QueryReading?) -> String {
    var members: [(name: String, value: JSON)] = [
      ("syntax", .string(read.parsed.dialect.rawValue)), ("tree", .string(read.query.description)),
      ("text", .string(written)), ("notes", .array(read.parsed.notes.map { .string($0.text) })),
    ]
    if let reading { members.append(("parts", .array(reading.parts.map(json)))) }
    return JSON.object(members).page + "\n"
  }

  private func json(_ part: QueryReading.Part) -> JSON {
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
}
