import ArgumentParser
import Glibc
import Records
import Titer

/// `titer strategy`.
struct StrategyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategy",
    abstract: "Run a search strategy line by line.",
    discussion: """
      A file of lines, each a query in the syntax of PubMed or Ovid, which may
      name lines before it: `#1 AND #2`, `or/1-5`. Lines may have numbers, and
      the counts that a database gave, after a tab or in parentheses. Each line
      is printed with the number of records that it finds here; the last line,
      or the one of --line, is the strategy's answer, which --ris and the like
      print, best records first.

      Examples:
        titer strategy nephritis.txt
        titer strategy nephritis.txt --mesh d2025.bin --ris > hits.ris
        titer strategy nephritis.txt --log > search.md

      Exit codes: 0 found; 1 nothing found; 2 an error in a line, or another.
      """)

  @Argument(help: ArgumentHelp("A file of lines; - for standard input.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("The line whose records are the answer (default: the last).", valueName: "number"))
  var line: Int?

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most records to print (default: all).", valueName: "number"))
  var limit: Int?

  @Option(help: "The order of the records: score, newest or id.")
  var sort: Sorting = .score

  @OptionGroup var options: QueryOptions

  @Flag(help: "Print a report of the search as PRISMA-S asks for, in Markdown.")
  var log = false

  @Flag var form: AnswerForm?

  func validate() throws {
    if form == .trec || form == .json { throw ValidationError("--trec and --json are for `titer search`.") }
    if log && form != nil { throw ValidationError("--log prints a report: leave out the other form of output.") }
  }

  func run() throws {
    let strategy = Strategy(try Self.read(file), dialect: options.syntax.dialect)
    guard let last = strategy.lines.last else { throw Failure("\(shown(file)): expected lines, found none") }
    let wanted = line ?? last.number
    let index = try index.open()
    var run = StrategyRun(thesaurus: try options.thesaurus(), variants: options.variants)
    var isFaulty = false
    var rows: [[String]] = []
    for line in strategy.lines {
      let answer = try run.answer(line, in: index)
      rows.append(Self.row(answer))
      if case .failure(let fault) = answer.documents {
        isFaulty = true
        StandardError.write("\(shown(file)):\(line.place): line \(line.number): \(fault)\n")
      }
      for pattern in answer.cutPatterns {
        StandardError.write("\(shown(file)):\(line.place): \(noteOnCut(pattern))\n")
      }
      for note in Self.notes(of: line, hasThesaurus: options.mesh != nil) {
        StandardError.write("\(shown(file)):\(line.place): note: \(note)\n")
      }
    }
    let isFound = try print(run, rows, strategy, wanted, index)
    if isFaulty { throw ExitCode(2) }
    if !isFound { throw ExitCode.nothingFound }
  }

  private func print(
    _ run: StrategyRun, _ rows: [[String]], _ strategy: Strategy, _ wanted: Int, _ index: Index
  ) throws -> Bool {
    let counts = table([["line", "records", "query"]] + rows, rightAligned: [0, 1])
    var output = Output.standard()
    if log {
      try output.write(StrategyReport(run: run, strategy: strategy, wanted: wanted, file: file, index: index).text)
    } else if let form, let query = run.ranked(wanted) {
      StandardError.write(counts)
      let limit = limit ?? max(index.statistics.documents, 1)
      let answer = Answer(index: index, query: query, limit: limit, order: sort.order, lines: run.sets)
      try write(answer, form, to: &output)
    } else {
      try output.write(counts)
    }
    try output.flush()
    guard let documents = run.sets[wanted] else {
      guard line == nil || strategy.lines.contains(where: { $0.number == wanted }) else {
        throw Failure("expected the number of a line for --line, found \(wanted)")
      }
      return false
    }
    return documents.count > 0
  }

  private func write(_ answer: Answer, _ form: AnswerForm, to output: inout Output) throws {
    switch form {
    case .ndjson: _ = try answer.writeJSONLines(to: &output)
    case .csv: _ = try answer.writeRecords(as: .csv, to: &output)
    case .bibtex: _ = try answer.writeRecords(as: .bibtex, to: &output)
    case .nbib: _ = try answer.writeRecords(as: .nbib, to: &output)
    case .ris, .json, .trec: _ = try answer.writeRecords(as: .ris, to: &output)
    }
  }

  private static func row(_ answer: StrategyRun.Answer) -> [String] {
    [String(answer.line.number), answer.countText, shown(answer.line.text)]
  }

  /// What could be read of a line only in part.
  static func notes(of line: Strategy.Line, hasThesaurus: Bool) -> [String] {
    guard case .success(let parsed) = line.parsed else { return [] }
    return parsed.notes.map(\.text) + (hasThesaurus ? [] : parsed.query.notesOnHeadings)
  }

  private static func read(_ path: String) throws -> String {
    var lines = try LineReader(Input(path: path))
    var text = ""
    while let line = try lines.next() { text += String(decoding: line, as: UTF8.self) + "\n" }
    return text
  }
}
