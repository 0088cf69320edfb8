import Dispatch
import Synchronization

/// Answers one query over the segments of an index.
struct Searcher: Sendable {
  /// A document that answers, by its place, and its score.
  struct Match: Sendable {
    var score: Float
    var segment: Int
    var document: Int
  }

  // Below so many documents in the other segments, a thread costs more than it brings.
  private static let worthAThread = 20_000

  private let plan: QueryPlan
  private let segments: [Segment]
  private let scoring: BM25
  /// Per segment, where each term's lists are.
  private let entries: [[TermEntry?]]
  /// Per term, how many documents hold it; 0 for one that doesn't rank.
  private let frequencies: [Int]
  /// Per term, its weight.
  private let weights: [Float]

  /// Looks up the terms of a query in all segments; their frequencies, by which documents are ranked, only if it `ranks`.
  init(_ plan: QueryPlan, _ segments: [Segment], scoring: BM25, ranks: Bool = true) throws(IndexError) {
    self.plan = plan
    self.segments = segments
    self.scoring = scoring
    var entries: [[TermEntry?]] = []
    for segment in segments { entries.append(try Self.entries(plan, segment)) }
    self.entries = entries
    frequencies = try ranks ? Self.frequencies(plan, segments, entries) : []
    weights = ranks ? plan.weights(frequencies, scoring) : [Float](repeating: 0, count: plan.terms.count)
  }

  private static func frequencies(
    _ plan: QueryPlan, _ segments: [Segment], _ entries: [[TermEntry?]]
  ) throws(IndexError) -> [Int] {
    var frequencies: [Int] = []
    frequencies.reserveCapacity(plan.terms.count)
    for (number, term) in plan.terms.enumerated() {
      var frequency = 0
      for (index, segment) in segments.enumerated() where term.count > 0 {
        guard let entry = entries[index][number] else { continue }
        frequency += try segment.reading { () throws(FormatError) in try segment.liveFrequency(entry, in: term.fields) }
      }
      frequencies.append(frequency)
    }
    return frequencies
  }

  /// Whether there is anything that an answer must be or hold.
  var asksForSomething: Bool { plan.match != nil }

  /// The patterns that stand for more words than were looked for.
  var cutPatterns: [String] { plan.cutPatterns }

  /// The first `limit` matches in an order, ties by identifier.
  func first(_ limit: Int, _ order: Index.Order) throws(IndexError) -> [Match] {
    if case .score = order { return try best(limit) }
    guard limit > 0 else { return [] }
    let found = try inAllSegments { (index) throws(FormatError) in
      let years = order == .newest ? try years(ofSegment: index) : []
      let keys = try SetSearch(query(index)).first(limit) { $0 < years.count ? Float(years[$0]) : 0 }
      return try matches(of: keys, in: index)
    }
    var merged = found.count == 1 ? found[0] : try merged(found, limit)
    for index in merged.indices {
      let match = merged[index]
      merged[index].score = try explanation(match.document, inSegment: match.segment).score
    }
    return merged
  }

  /// The best `limit` matches, best first.
  func best(_ limit: Int) throws(IndexError) -> [Match] {
    guard limit > 0, let match = plan.match else { return [] }
    let shared = SharedThreshold()
    let found = try inAllSegments { (index) throws(FormatError) in
      let query = try query(index)
      let keys =
        match.isTrueOfNothing || query.terms.terms.count > BlockSearch.mostTerms
        ? try SetSearch(query).best(limit) : try BlockSearch(query, limit: limit, shared: shared).best()
      return try matches(of: keys, in: index)
    }
    return found.count == 1 ? found[0] : try merged(found, limit)
  }

  private func years(ofSegment index: Int) throws(FormatError) -> [Int] {
    let segment = segments[index]
    let columns = try Columns(segment.file)
    return (0..<columns.documents).map { columns.year(of: $0) ?? 0 }
  }

  private func matches(of keys: [UInt64], in index: Int) throws(FormatError) -> [Match] {
    let segment = segments[index]
    let identifiers = try Identifiers(segment.file)
    var matches: [Match] = []
    matches.reserveCapacity(keys.count)
    for key in keys { identifiers.prefetch(rank: Int(TopKeys.rank(of: key))) }
    for key in keys {
      let document = try identifiers.document(atRank: Int(TopKeys.rank(of: key)))
      matches.append(Match(score: TopKeys.score(of: key), segment: index, document: document))
    }
    return matches
  }

  /// The best of all segments' best, ties by identifier.
  private func merged(_ found: [[Match]], _ limit: Int) throws(IndexError) -> [Match] {
    var named: [(match: Match, id: [UInt8])] = []
    for match in found.joined() { named.append((match, try id(of: match))) }
    named.sort {
      $0.match.score == $1.match.score
        ? $0.id.lexicographicallyPrecedes($1.id) : $0.match.score > $1.match.score
    }
    return named.prefix(limit).map(\.match)
  }

  private func id(of match: Match) throws(IndexError) -> [UInt8] {
    let segment = segments[match.segment]
    return try segment.reading { () throws(FormatError) in try Identifiers(segment.file).identifier(of: match.document)
    }
  }

  /// How many documents match.
  func count() throws(IndexError) -> Int {
    try inAllSegments { (index) throws(FormatError) in try SetSearch(query(index)).count() }.reduce(0, +)
  }

  /// The documents that match.
  func documents() throws(IndexError) -> DocumentSet {
    DocumentSet(masks: try inAllSegments { (index) throws(FormatError) in try SetSearch(query(index)).masks() })
  }

  /// How the document of a segment scores, term by term.
  func explanation(_ document: Int, inSegment index: Int) throws(IndexError) -> Explanation {
    try segments[index].reading { () throws(FormatError) in
      let probe = DocumentProbe(try query(index), document)
      return try Explanation(probe, plan: plan, frequencies: frequencies, weights: weights, scoring: scoring)
    }
  }

  /// Whether the document of a segment matches.
  func matches(_ document: Int, inSegment index: Int) throws(IndexError) -> Bool {
    try segments[index].reading { () throws(FormatError) in try DocumentProbe(query(index), document).isMatch() }
  }

  /// How many of the answers have each value of a facet.
  func facet(_ facet: Facet) throws(IndexError) -> FacetCounts {
    var total = FacetCounts()
    for index in segments.indices {
      try segments[index].reading { () throws(FormatError) in
        var answers: [(block: Int, lanes: UInt64)] = []
        try SetSearch(query(index)).visit { answers.append(($0, $1)) }
        let file = segments[index].file
        let columns = try Columns(file)
        var counter = FacetCounter(facet, columns)
        for answer in answers { counter.add(answer.lanes, ofBlock: answer.block) }
        try counter.add(to: &total)
      }
    }
    return total
  }

  private func query(_ index: Int) throws(FormatError) -> SegmentQuery {
    try SegmentQuery(
      plan, segments[index], number: index, entries: entries[index], weights: weights, scoring: scoring)
  }

  /// What `body` gives for each segment; large segments are searched at the same time.
  private func inAllSegments<T: Sendable>(
    _ body: @Sendable (Int) throws(FormatError) -> T
  ) throws(IndexError) -> [T] {
    let sizes = segments.map(\.documents)
    if sizes.reduce(0, +) - (sizes.max() ?? 0) < Self.worthAThread {
      var results: [T] = []
      for index in segments.indices {
        results.append(try segments[index].reading { () throws(FormatError) in try body(index) })
      }
      return results
    }
    let results = Mutex<[Result<T, FormatError>?]>(Array(repeating: nil, count: segments.count))
    DispatchQueue.concurrentPerform(iterations: segments.count) { index in
      let result = Result { () throws(FormatError) in try body(index) }
      results.withLock { $0[index] = result }
    }
    var found: [T] = []
    for (index, result) in results.withLock({ $0 }).enumerated() {
      guard let result else { preconditionFailure("every segment was searched") }
      found.append(try segments[index].reading { () throws(FormatError) in try result.get() })
    }
    return found
  }

  private static func entries(_ plan: QueryPlan, _ segment: Segment) throws(IndexError) -> [TermEntry?] {
    try segment.reading { () throws(FormatError) in
      let dictionary = try TermDictionary(segment.file)
      var entries: [TermEntry?] = []
      for term in plan.terms { entries.append(try dictionary.entry(of: term.bytes)) }
      return entries
    }
  }
}
