import Records
import Titer

/// The answer to one query, in whatever form it is wanted.
struct Answer {
  let index: Index
  let text: String
  let syntax: Syntax
  let query: Query
  let hits: [Index.Hit]

  /// Asks `index` for the best `limit` records.
  init(_ text: String, syntax: Syntax, index: Index, limit: Int) throws {
    self.index = index
    self.text = text
    self.syntax = syntax
    query = try syntax.parse(text)
    hits = try index.search(query, limit: limit)
  }

  /// The answer for reading; nothing when nothing was found.
  func writeListing(to output: inout Output, page: Page) throws {
    guard !hits.isEmpty else { return }
    let listing = Listing(page: page)
    try output.write(listing.heading(total: try index.count(query), shown: hits.count))
    try forEachMatch { match, highlighter in
      try output.write(listing.text(of: match, &highlighter))
    }
  }

  func writeJSON(to output: inout Output) throws {
    var matches: [JSON] = []
    try forEachMatch { matches.append($0.json(&$1)) }
    let answer = JSON.object([
      ("query", .string(text)), ("syntax", .string(syntax.rawValue)), ("total", .integer(try index.count(query))),
      ("hits", .array(matches)),
    ])
    try output.write(answer.page + "\n")
  }

  func writeJSONLines(to output: inout Output) throws {
    try forEachMatch { match, highlighter in
      try output.write(match.json(&highlighter).line + "\n")
    }
  }

  func writeRecords(as format: WrittenFormat, to output: inout Output) throws {
    let writer = format.writer
    try output.write(writer.preamble)
    for hit in hits {
      let record = try readBack(hit.stored, id: hit.id)
      try output.write { writer.write(record, to: &$0) }
    }
  }

  private func forEachMatch(_ body: (Match, inout Highlighter) throws -> Void) throws {
    var highlighter = Highlighter(query, chain: index.chain)
    for (offset, hit) in hits.enumerated() {
      try body(try Match(rank: offset + 1, hit: hit), &highlighter)
    }
  }
}
