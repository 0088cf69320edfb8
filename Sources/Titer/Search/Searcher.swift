/// Answers one query: exhaustively, a term at a time.
struct Searcher {
  /// A document that matches, by its place, and its score.
  struct Match {
    var score: Float
    var segment: Int
    var document: Int
    var id: [UInt8]

    /// The better score first, then the lesser identifier.
    static func precedes(_ left: Match, _ right: Match) -> Bool {
      if left.score != right.score { return left.score > right.score }
      return left.id.lexicographicallyPrecedes(right.id)
    }
  }

  private let plan: QueryPlan
  private let segments: [Segment]
  private let scoring: BM25
  /// Per segment, where each term's lists are.
  private var entries: [[TermEntry?]] = []
  /// Per term, its weight.
  private var weights: [Float] = []

  /// Looks up the terms of a query in all segments.
  init(_ plan: QueryPlan, _ segments: [Segment], scoring: BM25) throws(IndexError) {
    self.plan = plan
    self.segments = segments
    self.scoring = scoring
    for segment in segments { entries.append(try Self.entries(plan, segment)) }
    for (index, term) in plan.terms.enumerated() {
      let frequency = try documentFrequency(of: index)
      weights.append(scoring.weight(documentFrequency: frequency, count: term.count))
    }
  }

  /// The best `limit` matches, best first.
  func best(_ limit: Int) throws(IndexError) -> [Match] {
    guard limit > 0 else { return [] }
    var top = TopK(limit: limit, precedes: Match.precedes)
    for index in segments.indices {
      try segments[index].reading { () throws(FormatError) -> Void in try offerMatches(of: index, to: &top) }
    }
    return top.sorted()
  }

  /// How many documents match.
  func count() throws(IndexError) -> Int {
    var count = 0
    for index in segments.indices {
      let scores = try segments[index].reading { () throws(FormatError) in try self.scores(in: index) }
      for document in scores.indices where isMatch(scores, document, in: index) { count += 1 }
    }
    return count
  }

  private func offerMatches(of index: Int, to top: inout TopK<Match>) throws(FormatError) {
    let segment = segments[index]
    let identifiers = try Identifiers(segment.file)
    let scores = try scores(in: index)
    for document in scores.indices where isMatch(scores, document, in: index) {
      let score = scores[document]
      if let worst = top.threshold, score < worst.score { continue }
      let id = try identifiers.identifier(of: document)
      top.offer(Match(score: score, segment: index, document: document, id: id))
    }
  }

  // Every part of a score is above 0, so a score of 0 means that no term matched.
  private func isMatch(_ scores: [Float], _ document: Int, in index: Int) -> Bool {
    scores[document] > 0 && !segments[index].deletions.contains(document)
  }

  /// The score of each document of a segment, 0 for those that don't match.
  private func scores(in index: Int) throws(FormatError) -> [Float] {
    let segment = segments[index]
    var scores = [Float](repeating: 0, count: segment.documents)
    for (entry, weight) in zip(entries[index], weights) {
      guard let entry else { continue }
      var postings = try PostingsCursor(segment.file.bytes(.postings), entry, limit: segment.documents)
      while try postings.next() {
        scores[postings.document] += scoring.part(
          weight: weight, frequency: postings.frequency, length: segment.length(of: postings.document))
      }
    }
    for phrase in plan.phrases { try restrict(&scores, to: phrase, in: index) }
    return scores
  }

  private func restrict(
    _ scores: inout [Float], to phrase: [QueryPlan.PhraseTerm], in index: Int
  ) throws(FormatError) {
    let documents = try PhraseMatcher.documents(in: segments[index], phrase: phrase, entries: entries[index])
    var kept = [Float](repeating: 0, count: scores.count)
    for document in documents { kept[document] = scores[document] }
    scores = kept
  }

  private static func entries(_ plan: QueryPlan, _ segment: Segment) throws(IndexError) -> [TermEntry?] {
    try segment.reading { () throws(FormatError) in
      let dictionary = try TermDictionary(segment.file)
      var entries: [TermEntry?] = []
      for term in plan.terms { entries.append(try dictionary.entry(of: term.bytes)) }
      return entries
    }
  }

  /// How many documents that are not deleted hold a term.
  private func documentFrequency(of term: Int) throws(IndexError) -> Int {
    var frequency = 0
    for (segment, entries) in zip(segments, entries) {
      guard let entry = entries[term] else { continue }
      frequency += try segment.reading { () throws(FormatError) in try Self.liveFrequency(entry, segment) }
    }
    return frequency
  }

  private static func liveFrequency(_ entry: TermEntry, _ segment: Segment) throws(FormatError) -> Int {
    guard entry.documentFrequency <= segment.documents else {
      throw FormatError(
        expected: "a term of at most \(segment.documents) documents", found: "\(entry.documentFrequency)")
    }
    guard segment.deletions.count > 0 else { return entry.documentFrequency }
    var postings = try PostingsCursor(segment.file.bytes(.postings), entry, limit: segment.documents)
    var frequency = 0
    while try postings.next() {
      if !segment.deletions.contains(postings.document) { frequency += 1 }
    }
    return frequency
  }
}
