import Material
@_spi(Benchmarks) import Titer

/// What a query may allocate more on three times the documents: lists of superblocks are copied as they grow.
private let growth = 8

extension Checks {
  /// Searches whose terms were found: what runs per block.
  mutating func checkEvaluation(_ few: Collection, _ many: Collection) throws {
    let searches: [(name: String, query: Query, most: Int)] = [
      ("union of 8 words", Queries.union, 24),
      ("union of 26 words", Queries.wide, 24),
      ("search for all of 3 words", Queries.intersection, 48),
      ("phrase", Queries.phrase, 40),
    ]
    for (name, query, most) in searches {
      let (inFew, inMany) = (try few.segment.query(query), try many.segment.query(query))
      try expect(
        "blocks of a \(name)", atMost: most, growth: growth, few: { use(try inFew.best(10)) },
        many: { use(try inMany.best(10)) })
    }
  }

  /// Whole searches, from the words to places of documents.
  mutating func checkSearches(_ few: Collection, _ many: Collection) throws {
    let searches: [(name: String, query: Query, limit: Int, most: Int)] = [
      ("union of 8 words, top 10", Queries.union, 10, 130),
      ("union of 8 words, top 1,000", Queries.union, 1_000, 150),
      ("union of 26 words, top 10", Queries.wide, 10, 220),
      ("all of 3 words, top 10", Queries.intersection, 10, 130),
      ("phrase of 3 words, top 10", Queries.phrase, 10, 130),
    ]
    for (name, query, limit, most) in searches {
      try expect(
        name, atMost: most, growth: growth, few: { use(try few.index.matches(query, limit: limit)) },
        many: { use(try many.index.matches(query, limit: limit)) })
    }
    try expect(
      "count of a union", atMost: 130, growth: growth, few: { use(try few.index.count(Queries.union)) },
      many: { use(try many.index.count(Queries.union)) })
  }
}
