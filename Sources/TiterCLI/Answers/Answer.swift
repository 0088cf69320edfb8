import Records
import Titer

/// The answer to one query, to be written in whatever form is wanted.
///
/// Each form says whether anything was found.
struct Answer {
  let index: Index
  let query: Query
  /// The most records to write.
  let limit: Int
  /// Their order.
  var order = Index.Order.score
  /// The answers to lines that the query names.
  var lines: [Int: DocumentSet] = [:]

  private func hits() throws -> [Index.Hit] { try index.search(query, limit: limit, order: order, lines: lines) }

  private func count() throws -> Int { try index.count(query, lines: lines) }

  /// The answer for reading; nothing when nothing was found.
  func writeListing(to output: inout Output, page: Page, dialect: Dialect = .plain) throws -> Bool {
    let listing = Listing(page: page)
    let hits = try hits()
    guard !hits.isEmpty else { return false }
    try output.write(listing.heading(total: try count(), shown: hits.count, dialect: dialect))
    try forEachMatch(hits) { match, highlighter in
      try output.write(listing.text(of: match, &highlighter))
    }
    return true
  }

  /// One object, which repeats the query as it was written.
  func writeJSON(
    to output: inout Output, text: String, dialect: Dialect, facets: FacetOption
  ) throws -> Bool {
    var matches: [JSON] = []
    try forEachMatch(hits()) { matches.append($0.json(&$1)) }
    var members: [(name: String, value: JSON)] = [
      ("query", .string(text)), ("syntax", .string(dialect.rawValue)), ("total", .integer(try count())),
    ]
    if !facets.facet.isEmpty { members.append(("facets", try facets.json(of: query, in: index))) }
    members.append(("hits", .array(matches)))
    try output.write(JSON.object(members).page + "\n")
    return !matches.isEmpty
  }

  func writeJSONLines(to output: inout Output) throws -> Bool {
    let hits = try hits()
    try forEachMatch(hits) { match, highlighter in
      try output.write(match.json(&highlighter).line + "\n")
    }
    return !hits.isEmpty
  }

  func writeRecords(as format: WrittenFormat, to output: inout Output) throws -> Bool {
    let writer = format.writer
    let hits = try hits()
    try output.write(writer.preamble)
    for hit in hits {
      let record = try readBack(hit.stored, id: hit.id)
      try output.write { writer.write(record, to: &$0) }
    }
    return !hits.isEmpty
  }

  func writeRun(to output: inout Output, topic: String, tag: String) throws -> Bool {
    let ranking = try index.ranking(query, limit: limit, lines: lines)
    try output.write(RunLines(tag: tag).text(topic: topic, ranking: ranking))
    return !ranking.isEmpty
  }

  private func forEachMatch(_ hits: [Index.Hit], _ body: (Match, inout Highlighter) throws -> Void) throws {
    var highlighter = Highlighter(query, chain: index.chain)
    for (offset, hit) in hits.enumerated() {
      try body(try Match(rank: offset + 1, hit: hit), &highlighter)
    }
  }
}
