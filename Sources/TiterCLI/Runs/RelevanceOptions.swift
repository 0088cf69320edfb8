import ArgumentParser
import Titer

/// Which records are known to be relevant or not.
struct RelevanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Records that are relevant: their words are asked for too; identifiers, separated by commas.", valueName: "ids"))
  var relevant: String?

  @Option(
    help: ArgumentHelp(
      "Records that are not: their words count less; identifiers, separated by commas.", valueName: "ids"))
  var notRelevant: String?

  @OptionGroup var feedback: FeedbackOptions

  /// The method that is asked for: where relevant records are named, Rocchio's unless another is.
  private var method: FeedbackMethod? { feedback.feedback ?? relevant.map { _ in .rocchio } }

  func validate() throws {
    try feedback.check(method)
    if notRelevant != nil && relevant == nil { throw ValidationError("--not-relevant goes with --relevant.") }
    if relevant != nil && feedback.feedbackRecords != nil {
      throw ValidationError("--feedback-records is for feedback without --relevant: leave out one.")
    }
  }

  /// A query made better by records: those named, or else its own best.
  ///
  /// One of words alone is made anew; of another only the order of its answers changes.
  func improved(_ query: Query, in index: Index) throws -> Query {
    guard let method, case let feedback = feedback.setting(method) else { return query }
    let known =
      try relevant.map { try records($0, index) }
      ?? KnownRecords().best(feedback.records, of: query, Scoring(), in: index)
    guard !known.isEmpty else { return query }
    let words = try index.query(
      query.writtenWords, better: feedback.model, relevant: known, notRelevant: records(notRelevant ?? "", index))
    StandardError.write("note: asked for \(words.weightedWords)\n")
    var improved = query
    improved.clauses = query.clauses.allSatisfy(\.isOptional) ? words.clauses : query.clauses + words.clauses
    return improved
  }

  private func records(_ ids: String, _ index: Index) throws -> [FeedbackDocument] {
    try ids.split(separator: ",").map { id in
      let id = String(id.drop { $0 == " " })
      guard let stored = try index.stored(id: id) else { throw Failure("no record “\(shown(id))”") }
      return try index.feedbackDocument(readBack(stored, id: id).searchedText)
    }
  }
}
