import ArgumentParser
import Titer

/// How a query is made better by documents that are relevant.
enum FeedbackMethod: String, CaseIterable, ExpressibleByArgument {
  case rm3
  case rocchio
}

/// How the best records of a first search make a second one better.
struct FeedbackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ask again with words of the best records, as if they were relevant: rm3 or rocchio.", valueName: "method"))
  var feedback: FeedbackMethod?

  @Option(help: ArgumentHelp("How many of the best records to take words from (default: 10).", valueName: "number"))
  var feedbackRecords: Int?

  @Option(help: ArgumentHelp("How many words to add at most (default: 20).", valueName: "number"))
  var feedbackWords: Int?

  @Option(
    help: ArgumentHelp(
      "What the query itself counts: of rm3 from 0 to 1 (default: 0.5), of rocchio beside 0.75 (default: 1).",
      valueName: "number"))
  var feedbackWeight: Double?

  /// Makes sure that the options are used together with what they need; `method` is the method that is asked for, if one is.
  func check(_ method: FeedbackMethod?) throws {
    let given: [(String, Bool)] = [
      ("--feedback-records", feedbackRecords != nil), ("--feedback-words", feedbackWords != nil),
      ("--feedback-weight", feedbackWeight != nil),
    ]
    for (name, isGiven) in given where isGiven && method == nil {
      throw ValidationError("\(name) is for feedback: add --feedback.")
    }
    try ScoringOptions.check("--feedback-records", feedbackRecords.map(Double.init), in: 1...1_000, "from 1 to 1000")
    try ScoringOptions.check("--feedback-words", feedbackWords.map(Double.init), in: 0...100, "from 0 to 100")
    let most: Double = method == .rm3 ? 1 : 1e3
    try ScoringOptions.check("--feedback-weight", feedbackWeight, in: 0...most, "from 0 to \(Int(most))")
  }

  /// The feedback by a method.
  func setting(_ method: FeedbackMethod) -> Feedback {
    Feedback(method: method, records: feedbackRecords ?? 10, words: feedbackWords ?? 20, weight: feedbackWeight)
  }
}

/// Feedback as it is to be done.
struct Feedback: Hashable {
  var method: FeedbackMethod
  /// How many of the best records are taken for relevant.
  var records = 10
  /// How many words are added at most.
  var words = 20
  /// What the query itself counts; `nil` for the usual.
  var weight: Double?

  /// The model of its numbers.
  var model: any FeedbackModel {
    switch method {
    case .rm3: RM3(words: words, original: weight ?? 0.5)
    case .rocchio: Rocchio(words: words, original: weight ?? 1)
    }
  }
}
