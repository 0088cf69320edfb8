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

  /// The answer for reading; nothing when nothing was found.
  func writeListing(to output: inout Output, page: Page) throws -> Bool {
    let listing = Listing(page: page)
    let hits = try index.search(query, limit: limit)
    guard !hits.isEmpty else { return false }
    try output.write(listing.heading(total: try index.count(query), shown: hits.count))
    try forEachMatch(hits) { match, highlighter in
      try output.write(listing.text(of: match, &highlighter))
    }
    return true
  }

  /// One object, which repeats the query as it was written.
  func writeJSON(to output: inout Output, text: String, syntax: Syntax) throws -> Bool {
    var matches: [JSON] = []
    try forEachMatch(index.search(query, limit: limit)) { matches.append($0.json(&$1)) }
    let answer = JSON.object([
      ("query", .string(text)), ("syntax", .string(syntax.rawValue)), ("total", .integer(try index.count(query))),
      ("hits", .array(matches)),
    ])
    try output.write(answer.page + "\n")
    return !matches.isEmpty
  }

  func writeJSONLines(to output: inout Output) throws -> Bool {
    let hits = try index.search(query, limit: limit)
    try forEachMatch(hits) { match, highlighter in
      try output.write(match.json(&highlighter).line + "\n")
    }
    return !hits.isEmpty
  }

  func writeRecords(as format: WrittenFormat, to output: inout Output) throws -> Bool {
    let writer = format.writer
    let hits = try index.search(query, limit: limit)
    try output.write(writer.preamble)
    for hit in hits {
      let record = try readBack(hit.stored, id: hit.id)
      try output.write { writer.write(record, to: &$0) }
    }
    return !hits.isEmpty
  }

  func writeRun(to output: inout Output, topic: String, tag: String) throws -> Bool {
    let ranking = try index.ranking(query, limit: limit)
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
