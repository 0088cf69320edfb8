import TestSupport
import Testing
import Titer

/// Random queries over many short documents, whose terms have all forms of postings, compared with the oracle.
///
/// `TITER_CASES` is about the number of queries, each asked for its count and with two limits.
@Suite struct ManyDocumentsTests {
  private static let queries = 100

  @Test(arguments: 0..<max(1, TestCases.count(usual: 600) / queries))
  func answersEqualTheOracles(seed: Int) throws {
    var life = try ManyDocuments(seed: UInt64(seed))
    let index = try life.open()
    for number in 0..<(life.isLarge ? Self.queries / 4 : Self.queries) {
      let portable = number % 2 == 1
      let difference = try life.nextDifference(index, portable: portable)
      #expect(difference == nil, "seed \(seed), query \(number), portable kernels: \(portable)")
      if difference != nil { return }
    }
  }

  /// The other segments of the first seed hold enough documents for threads of their own.
  @Test func theFirstSeedIsSearchedByThreads() throws {
    let life = try ManyDocuments(seed: 0)
    let figures = try life.open().statistics
    #expect(figures.segments >= 3)
    #expect(figures.documents > 30_000)
  }
}

/// An index of many documents in some segments, some deleted and replaced, and the model that it must equal.
private struct ManyDocuments {
  private let folder = TemporaryFolder()
  /// Whether there are so many documents that a query takes long.
  let isLarge: Bool
  private var corpus: RandomCorpus
  private var oracle = Oracle(chain: .english)

  init(seed: UInt64) throws {
    let rarer = (0..<[4, 30, 300, 3000][Int(seed % 4)]).map { "w\($0)" }
    corpus = RandomCorpus(seed: seed, words: ["common", "the", "everywhere"] + rarer)
    var count = 280 + corpus.below(2000)
    if seed % 25 == 0 { count = 32_000 } else if seed % 8 == 3 { count = 16_300 + corpus.below(800) }
    isLarge = count > 10_000
    let segments = seed % 25 == 0 ? 3 : [1, 1, 2, 5][corpus.below(4)]
    let isEverywhere = corpus.one(in: 3)
    try write(count, segments: segments, isEverywhere)
    if corpus.one(in: 2) { try replace(count) }
  }

  /// The index.
  func open() throws -> Index { try Index(path: folder.path) }

  private mutating func write(_ count: Int, segments: Int, _ isEverywhere: Bool) throws {
    var writer = try IndexWriter(path: folder.path, chain: .english, order: corpus.one(in: 2) ? .bisected : .added)
    for number in 0..<count {
      var document = corpus.shortDocument(number)
      if isEverywhere { document.title += " everywhere" }
      try writer.add(document)
      oracle.add(document)
      if (number + 1) % (count / segments + 1) == 0 { try writer.commit() }
    }
    try writer.commit()
  }

  /// Deletes and replaces some of the first `count` documents.
  private mutating func replace(_ count: Int) throws {
    var writer = try IndexWriter(path: folder.path, chain: .english)
    for _ in 0..<1 + corpus.below(count / 8) {
      let document = corpus.shortDocument(corpus.below(count))
      if corpus.one(in: 2) {
        try writer.delete(id: document.id)
        oracle.delete(id: document.id)
      } else {
        try writer.add(document)
        oracle.add(document)
      }
    }
    try writer.commit()
  }

  /// The first difference in the answers to the next random query, or `nil`.
  mutating func nextDifference(_ index: Index, portable: Bool) throws -> String? {
    let (query, scoring) = (corpus.query(), corpus.scoring())
    let expected = oracle.search(query, scoring: scoring)
    let limits = [0, 1, 10, 100, 1000, expected.count, .max]
    let chosen = [limits[corpus.below(limits.count)], limits[1 + corpus.below(3)]]
    return try Kernels.using(portable: portable) {
      try Self.difference(index, query, scoring, limits: chosen, expected)
    }
  }

  private static func difference(
    _ index: Index, _ query: Query, _ scoring: Scoring, limits: [Int], _ expected: [Oracle.Answer]
  ) throws -> String? {
    let count = try index.count(query)
    if count != expected.count { return "count \(count), expected \(expected.count), of \(query)" }
    for limit in limits {
      let found = try index.ranking(query, limit: limit, scoring: scoring)
      let answers = found.map { Oracle.Answer(id: Array($0.id.utf8), score: $0.score) }
      guard answers != Array(expected.prefix(limit)) else { continue }
      let place = zip(answers, expected).enumerated().first { $1.0 != $1.1 }
      return "at limit \(limit) \(answers.count) answers, first \(String(describing: place)), of \(query), \(scoring)"
    }
    return nil
  }
}
