import Synchronization
import Titer

/// A way to answer topics: scoring, feedback, and which records may answer.
struct Retrieval: Sendable {
  var scoring = Scoring()
  var feedback: Feedback?
  var filter = Filter()
  /// The most records of a topic.
  var limit = 1_000
  /// The records that feedback has looked at, whatever the topic.
  var known = KnownRecords()

  /// The query for the words of a topic: made better where there is feedback.
  func query(_ text: String, in index: Index) throws -> Query {
    var query = Query([.words(text)], filter: filter)
    guard let feedback else { return query }
    let best = try known.best(feedback.records, of: query, scoring, in: index)
    query = index.query(text, better: feedback.model, relevant: best)
    query.filter = filter
    return query
  }

  /// The answer to a topic, best first.
  func matches(_ text: String, in index: Index) throws -> [Index.Match] {
    try index.matches(query(text, in: index), limit: limit(of: index), scoring: scoring)
  }

  /// The answer to a query by identifiers and scores, best first.
  func ranking(_ query: Query, in index: Index) throws -> [(id: String, score: Float)] {
    try index.ranking(query, limit: limit(of: index), scoring: scoring)
  }

  /// The limit, which no more than the index holds is asked for.
  private func limit(of index: Index) -> Int { min(limit, max(index.statistics.documents, 1)) }
}

/// Records of an index by their words, each analysed once.
final class KnownRecords: Sendable {
  private let documents = Mutex<[Index.Place: FeedbackDocument]>([:])

  /// The best records of a query, which count by their scores.
  func best(_ count: Int, of query: Query, _ scoring: Scoring, in index: Index) throws -> [FeedbackDocument] {
    try index.matches(query, limit: count, scoring: scoring).filter { $0.score > 0 }.map { match in
      var document = try document(match, in: index)
      document.weight = Double(match.score)
      return document
    }
  }

  private func document(_ match: Index.Match, in index: Index) throws -> FeedbackDocument {
    if let known = documents.withLock({ $0[match.place] }) { return known }
    let document = try index.feedbackDocument(readBack(index.stored(match), id: index.id(of: match)).searchedText)
    documents.withLock { $0[match.place] = document }
    return document
  }
}
