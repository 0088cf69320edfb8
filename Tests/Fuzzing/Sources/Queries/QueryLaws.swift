import Titer

/// A query can be written in the dialect that it was read in; where another can write it, it is read there as the same.
func comesBackFromItsText(_ query: Query, of dialect: Dialect) {
  demand(!query.description.isEmpty, "a query has a tree: \(query)")
  _ = query.outline
  _ = demandNoError("what is read can be written: \(query)") { () throws(Unwritable) in try query.text(in: dialect) }
  for other in Dialect.allCases {
    guard let text = try? query.text(in: other) else { continue }
    let back = demandNoError("\(query) is readable as \(text.debugDescription) in \(other)") { () throws(QueryError) in
      try ParsedQuery(text, dialect: other).query
    }
    let isSame = back.clauses == query.clauses && back.filter == query.filter
    demand(isSame, "\(query) as \(text.debugDescription) is read in \(other) as \(back)")
  }
}

/// The ways to ask an index agree with each other.
func givesConsistentAnswers(_ query: Query, lines: [Int: DocumentSet] = [:]) {
  demandNoError("a sound index answers \(query)") { () throws(IndexError) in
    let index = SampleIndex.index
    let count = try index.count(query, lines: lines)
    let found = try index.documents(query, lines: lines).count
    demand(count == found, "\(count) counted, \(found) found: \(query)")
    let hits = try index.search(query, limit: SampleIndex.documents + 1, lines: lines)
    demand(hits.count == count, "\(count) counted, \(hits.count) ranked: \(query)")
    demand(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score }, "the best come first: \(query)")
    let first = try index.search(query, limit: 3, lines: lines)
    demand(first == Array(hits.prefix(3)), "the first of few are the first of all: \(query)")
    _ = try index.patternsCut(in: query)
    // One is enough: they differ by what is counted, not by the query.
    let facet = Facet.allCases[count % Facet.allCases.count]
    let counts = try index.facet(facet, of: query, limit: 3, lines: lines)
    demand(counts.allSatisfy { 1...count ~= $0.count }, "values of found documents are counted: \(counts) of \(query)")
    try agrees(index, query, hits, lines)
  }
}

/// The chain of the index, with analyzers that are quick to make.
private let names = AnalysisChain(name: "names/1") { NameAnalyzer(cacheLimit: 1) }

/// What is said of one document is what is said of all.
private func agrees(
  _ index: Index, _ query: Query, _ hits: [Index.Hit], _ lines: [Int: DocumentSet]
) throws(IndexError) {
  for id in SampleIndex.probes {
    let hit = hits.first { $0.id == id }
    let answers = try index.answers(query, id: id, lines: lines)
    demand(answers == (hit != nil), "“\(id)” answers or is not found: \(query)")
    let explanation = try index.explanation(of: query, id: id, lines: lines)
    demand(explanation?.isMatch == answers, "“\(id)” is explained as it is found: \(query)")
    if let hit { demand(explanation?.score == hit.score, "“\(id)” has one score: \(query)") }
    let exclusion = try index.exclusion(of: id, from: query, lines: lines)
    guard let exclusion else { continue }
    let isMended = try index.answers(exclusion.query, id: id, lines: lines)
    demand(hit == nil && isMended == true, "“\(id)” answers the mended query: \(exclusion.query), of \(query)")
  }
  var highlighter = Highlighter(query, chain: names)
  let snippet = highlighter.snippet(of: SampleIndex.text, width: 60)
  demand(snippet.matches.allSatisfy { $0.upperBound <= snippet.text.utf8.count }, "matches lie in the snippet")
}
