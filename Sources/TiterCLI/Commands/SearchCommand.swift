import ArgumentParser
import Glibc
import Records
import Titer

/// `titer search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find records, the best answers first.",
    discussion: """
      A record is found when its title, abstract or keywords hold one of the
      words, in any grammatical form; the more of them and the rarer, the better
      it answers (BM25). "Words in quotes" must stand next to each other: every
      record found holds all the phrases, and none of what has a -minus before
      it. Names are found however they are written (IL-6, IL6), words in the
      plural and in British and American spelling; =word and ="some words" as
      they stand only. title:word looks in one text, year:2015-2020 at the year.
      The shell takes quotes for itself, so put the query into single ones.

      A query in the syntax of PubMed, Ovid or Lucene is read as such;
      `titer parse` shows how.

      Examples:
        titer search lupus nephritis
        titer search -c '"chimeric antigen receptor" lupus'
        titer search '(lupus[tiab] OR "Lupus Nephritis"[mh]) AND 2015:2024[dp]'
        titer search '(car adj3 t).ti,ab. and exp Lupus Nephritis/' --mesh d2025.bin
        titer search lupus --facet year,journal --years 2015-
        titer search lupus -n 1000 --csv > lupus.csv
        titer search lupus --json | jq -r '.hits[].doi'
        titer search lupus nephritis --relevant 38000000,38000001

      Exit codes: 0 found; 1 nothing found; 2 an error.
      """)

  @Argument(help: "Words and \"phrases\"; several arguments are joined by spaces.")
  var query: [String] = []

  @OptionGroup var index: IndexOption

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most records to print (default: 10; with --trec 1000).", valueName: "number"))
  var limit: Int?

  @Flag(name: .shortAndLong, help: "Print only how many records match.")
  var count = false

  @Option(help: "The order: score, newest or id.")
  var sort: Sorting = .score

  @OptionGroup var filters: FilterOptions

  @OptionGroup var facets: FacetOption

  @OptionGroup var options: QueryOptions

  @OptionGroup var relevance: RelevanceOptions

  @Flag var form: AnswerForm?

  @OptionGroup var trec: RunOptions

  func validate() throws {
    try trec.validate(form: form)
    if query.isEmpty { throw ValidationError("Missing a query: the words to find.") }
    if let limit, limit < 1 { throw ValidationError("-n needs a number from 1 on, found \(limit).") }
    if count && form != nil { throw ValidationError("-c prints a number only: leave out the other form of output.") }
    if !facets.facet.isEmpty && (count || form != nil && form != .json) {
      throw ValidationError("--facet is for reading and for --json.")
    }
    if count && limit != nil { throw ValidationError("-c counts all that matches: leave out -n.") }
  }

  func run() throws {
    let index = try index.open()
    var output = Output.standard()
    let isFound = try count ? printCount(of: index, to: &output) : answer(from: index, to: &output)
    try output.flush()
    if !isFound { throw ExitCode.nothingFound }
  }

  private var text: String { query.joined(separator: " ") }

  private var runTag: String { trec.runTag ?? "titer" }

  /// The limit, which no more than the index holds is asked for.
  private func limit(of index: Index) -> Int {
    min(limit ?? (form == .trec ? 1000 : 10), max(index.statistics.documents, 1))
  }

  private func query(_ text: String) throws -> Query {
    var query = try options.read(text).query
    query.filter = filters.filter
    return query
  }

  private func printCount(of index: Index, to output: inout Output) throws -> Bool {
    let count = try index.count(query(text))
    try output.write("\(count)\n")
    return count > 0
  }

  private func answer(from index: Index, to output: inout Output) throws -> Bool {
    let read = try options.read(text)
    var query = read.query
    query.filter = filters.filter
    query = try relevance.improved(query, in: index)
    let answer = Answer(index: index, query: query, limit: limit(of: index), order: sort.order)
    let isFound = try write(answer, read.parsed.dialect, to: &output)
    for pattern in try index.patternsCut(in: query) {
      StandardError.write("note: \(noteOnCut(pattern))\n")
    }
    if !isFound { StandardError.write(reasonForNothing(answer)) }
    return isFound
  }

  private func write(_ answer: Answer, _ dialect: Dialect, to output: inout Output) throws -> Bool {
    switch form {
    case nil:
      let isFound = try answer.writeListing(
        to: &output, page: Page(descriptor: STDOUT_FILENO), dialect: dialect)
      if isFound { try output.write(facets.text(of: answer.query, in: answer.index)) }
      return isFound
    case .json: return try answer.writeJSON(to: &output, text: text, dialect: dialect, facets: facets)
    default: return try writeRecords(answer, to: &output)
    }
  }

  private func writeRecords(_ answer: Answer, to output: inout Output) throws -> Bool {
    switch form {
    case nil, .json: false
    case .ndjson: try answer.writeJSONLines(to: &output)
    case .csv: try answer.writeRecords(as: .csv, to: &output)
    case .ris: try answer.writeRecords(as: .ris, to: &output)
    case .bibtex: try answer.writeRecords(as: .bibtex, to: &output)
    case .nbib: try answer.writeRecords(as: .nbib, to: &output)
    case .trec: try answer.writeRun(to: &output, topic: trec.topic ?? "1", tag: runTag)
    }
  }

  private func reasonForNothing(_ answer: Answer) -> String {
    answer.query.hasOnlyDroppedWords(under: answer.index.chain)
      ? "nothing found: the query has no word that is indexed (the most common words, such as “the”, are not)\n"
      : "nothing found\n"
  }
}

/// The orders of answers.
enum Sorting: String, CaseIterable, ExpressibleByArgument {
  case score
  case newest
  case id

  var order: Index.Order {
    switch self {
    case .score: .score
    case .newest: .newest
    case .id: .identifier
    }
  }
}
