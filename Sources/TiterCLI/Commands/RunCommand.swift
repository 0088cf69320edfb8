import ArgumentParser
import Titer

/// `titer run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer the topics of a test collection, as a TREC run.",
    discussion: """
      Topics are lines of identifier, tab and query; BEIR's queries.jsonl; or
      TREC's <top>. A topic's text is taken as words; quotes in it make no phrases.
      Scores fall strictly from record to record, so that every tool keeps the order.

      Examples:
        titer run topics.tsv --index review.idx -o titer.run
        titer run topics.tsv --k1 1.2 --b 0.75 --title 2 -o bm25f.run
        titer run topics.tsv --feedback rm3 --show-queries -o rm3.run
        titer eval qrels.txt titer.run rm3.run

      Exit codes: 0 found; 1 nothing found for any topic; 2 an error.
      """)

  @Argument(help: "A file of topics.", completion: .file())
  var topics: String

  @OptionGroup var index: IndexOption

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"))
  var output: String?

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most records of a topic.", valueName: "number"))
  var limit = 1_000

  @Option(help: ArgumentHelp("The name of the run.", valueName: "name"))
  var runTag = "titer"

  @OptionGroup(title: "Scoring") var scoring: ScoringOptions

  @OptionGroup(title: "Feedback") var feedback: FeedbackOptions

  @Flag(help: "Tell on standard error what is asked for each topic, in Lucene's syntax.")
  var showQueries = false

  @OptionGroup(title: "Filters") var filters: FilterOptions

  func validate() throws {
    try feedback.check(feedback.feedback)
    if limit < 1 { throw ValidationError("-n needs a number from 1 on, found \(limit).") }
  }

  func run() throws {
    let topics = try Topic.read(path: topics)
    let index = try index.open()
    let retrieval = Retrieval(
      scoring: scoring.scoring, feedback: feedback.feedback.map(feedback.setting), filter: filters.filter, limit: limit)
    let lines = RunLines(tag: runTag)
    let answers = try inParallel(topics) { topic in
      let query = try retrieval.query(topic.text, in: index)
      return (query, lines.text(topic: topic.id, ranking: try retrieval.ranking(query, in: index)))
    }
    if showQueries { show(zip(topics, answers).map { ($0, $1.0) }) }
    try Output.to(output) { output in
      for (_, text) in answers { try output.write(text) }
    }
    if answers.allSatisfy(\.1.isEmpty) { throw ExitCode.nothingFound }
  }

  private func show(_ queries: [(Topic, Query)]) {
    for (topic, query) in queries { StandardError.write("\(topic.id)\t\(query.weightedWords)\n") }
  }
}
