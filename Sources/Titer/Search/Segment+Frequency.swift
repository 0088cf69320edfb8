extension Segment {
  /// How many documents that are not deleted hold a term in some texts.
  ///
  /// - Complexity: O(1) where nothing is deleted and all texts count, else O(documents that hold the term).
  func liveFrequency(_ entry: TermEntry, in fields: FieldSet) throws(FormatError) -> Int {
    let postings = try TermPostings(entry, file)
    guard deletions.count > 0 || fields != .all else { return postings.documentFrequency }
    let plan = QueryPlan(term: fields)
    let query = try SegmentQuery(plan, self, entries: [entry], weights: [0], scoring: BM25(averageLength: 1))
    return try SetSearch(query).count()
  }
}
