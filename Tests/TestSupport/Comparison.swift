public import Titer

/// Compares an index with the model that it must equal.
public enum Comparison {
  /// The first difference in the answers to a query at some limits, or `nil`.
  public static func difference(
    _ index: Index, _ oracle: Oracle, _ query: Query, scoring: Scoring = Scoring()
  ) throws -> String? {
    let expected = oracle.search(query, scoring: scoring)
    let count = try index.count(query)
    if count != expected.count { return "count \(count), expected \(expected.count), of \(query)" }
    for limit in [0, 1, 3, 10, expected.count + 1] {
      let hits = try index.search(query, limit: limit, scoring: scoring)
      let found = hits.map { Oracle.Answer(id: Array($0.id.utf8), score: $0.score) }
      if found != Array(expected.prefix(limit)) {
        return "at limit \(limit) \(found), expected \(expected.prefix(limit)), of \(query), \(scoring)"
      }
      for hit in hits where oracle.stored(id: Array(hit.id.utf8)) != hit.stored {
        return "other stored bytes with the hit “\(hit.id.prefix(40))” of \(query)"
      }
    }
    return nil
  }

  /// The first difference in the documents and their figures, or `nil`; `absent` are identifiers that may have no document.
  public static func difference(_ index: Index, _ oracle: Oracle, absent: [String] = []) throws -> String? {
    try index.check()
    let figures = index.statistics
    if figures.documents != oracle.documents { return "\(figures.documents) documents, expected \(oracle.documents)" }
    if figures.tokens != oracle.tokens { return "\(figures.tokens) tokens, expected \(oracle.tokens)" }
    for id in oracle.ids.map({ String(decoding: $0, as: UTF8.self) }) + absent {
      let stored = try index.stored(id: id)
      if stored != oracle.stored(id: Array(id.utf8)) { return "other stored bytes of “\(id.prefix(40))”" }
    }
    return nil
  }
}
