import ArgumentParser
import Glibc
import Titer

/// `titer shell`.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Search step by step, each query a line that later ones can name.",
    discussion: """
      A query is answered with its number of records and the best of them. #1
      names the first query: #1 AND #2, #3 NOT mice[ti]; or, as in Ovid, 1 and 2. A
      number alone, #2, lists the best records of a line. Commands:

        :lines        the lines so far
        :export FILE  the records of the last line, as RIS
        :save FILE    the lines, for `titer strategy`
        :quit         or the end of the input

      Exit codes: 0 done; 2 an error.
      """)

  @OptionGroup var index: IndexOption

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("How many of the best records to list.", valueName: "number"))
  var limit = 5

  @OptionGroup var options: QueryOptions

  func run() throws {
    var session = ShellSession(
      index: try index.open(), limit: limit, syntax: options.syntax, hasThesaurus: options.mesh != nil,
      run: StrategyRun(thesaurus: try options.thesaurus(), variants: options.variants))
    let editor = LineEditor()
    while let line = editor.next(prompt: "titer> ") {
      guard try session.answer(line) else { return }
    }
  }
}

/// What was asked in a shell so far.
struct ShellSession {
  let index: Index
  /// How many of the best records to list.
  let limit: Int
  let syntax: Syntax
  /// Whether headings are exploded.
  let hasThesaurus: Bool
  private(set) var run: StrategyRun
  private var strategy = Strategy(dialect: .plain)

  init(index: Index, limit: Int, syntax: Syntax, hasThesaurus: Bool, run: StrategyRun) {
    self.index = index
    self.limit = limit
    self.syntax = syntax
    self.hasThesaurus = hasThesaurus
    self.run = run
  }

  /// Answers a line; returns whether more may come.
  mutating func answer(_ line: String) throws -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return true }
    do {
      switch first {
      case ":quit", ":q": return false
      case ":lines": try printLines()
      case ":save": try save(to: file(words))
      case ":export": try export(to: file(words))
      case _ where first.hasPrefix(":"):
        throw Failure("expected :lines, :export, :save or :quit, found “\(shown(first))”")
      default: try ask(line)
      }
    } catch {
      // What is wrong with a line is no end of the session.
      StandardError.write("\(error)\n")
    }
    return true
  }

  private mutating func ask(_ text: String) throws {
    if let number = Self.line(text), run.sets[number] != nil { return try list(number) }
    let dialect = syntax.dialect ?? Dialect(detecting: text)
    let line = strategy.append(text, try ParsedQuery(text, dialect: dialect))
    let answer = try run.answer(line, in: index)
    for note in StrategyCommand.notes(of: line, hasThesaurus: hasThesaurus) { StandardError.write("note: \(note)\n") }
    switch answer.documents {
    case .failure(let fault): throw Failure("#\(line.number): \(fault)")
    case .success: try list(line.number)
    }
  }

  /// The line that a text is the number of, as `#2` and `2` are.
  private static func line(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    return words.count == 1 ? Int(words[0].first == "#" ? words[0].dropFirst() : words[0]) : nil
  }

  /// Prints how many records a line found, and the best of them.
  private func list(_ number: Int) throws {
    guard let query = run.ranked(number), let documents = run.sets[number] else { return }
    var output = Output.standard()
    try output.write("#\(number): \(Figures.count(documents.count, "record"))\n")
    let listing = Listing(page: Page(descriptor: STDOUT_FILENO))
    var highlighter = Highlighter(query, chain: index.chain)
    for (rank, hit) in try index.search(query, limit: max(limit, 0), lines: run.sets).enumerated() {
      try output.write(listing.text(of: Match(rank: rank + 1, hit: hit), &highlighter))
    }
    try output.flush()
  }

  private func printLines() throws {
    let rows = run.answers.map { ["#\($0.line.number)", $0.countText, shown($0.line.text)] }
    try Output.print(table(rows, rightAligned: [1]))
  }

  private func file(_ words: [String]) throws -> String {
    guard words.count == 2 else { throw Failure("expected the name of a file behind \(words[0])") }
    return words[1]
  }

  private func save(to path: String) throws {
    try Output.to(path) { output in
      for line in strategy.lines { try output.write("\(line.number). \(line.text)\n") }
    }
  }

  private func export(to path: String) throws {
    guard let last = run.answers.last?.line.number, let query = run.ranked(last) else {
      throw Failure("expected a line with records, found none")
    }
    let answer = Answer(index: index, query: query, limit: max(index.statistics.documents, 1), lines: run.sets)
    try Output.to(path) { _ = try answer.writeRecords(as: .ris, to: &$0) }
  }
}
