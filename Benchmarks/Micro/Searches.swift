import Material
import Titer

/// Adds whole queries, from their words to places of documents.
func addSearches(_ index: Index) throws {
  let documents = index.statistics.documents
  func add(_ what: String, _ query: Query, limit: Int) {
    Micro.add(what, "top \(limit) of \(documents) documents", 1, "query") {
      try index.matches(query, limit: limit).count
    }
  }
  add("union of 8 words", Queries.union, limit: 10)
  add("union of 8 words", Queries.union, limit: 1_000)
  add("union of 26 words", Queries.wide, limit: 10)
  add("intersection of 3 words", Queries.intersection, limit: 10)
  add("phrase of 3 words", Queries.phrase, limit: 10)
  Micro.add("count of 8 words", "\(documents) documents", 1, "query") { try index.count(Queries.union) }
  Micro.add("count of a phrase", "\(documents) documents", 1, "query") { try index.count(Queries.phrase) }
}
