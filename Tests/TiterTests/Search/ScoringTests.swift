import TestSupport
import Testing
import Titer

/// The ends of what ``Scoring`` and limits allow.
@Suite struct ScoringTests {
  private let folder = TemporaryFolder()

  private func index(_ documents: [Document]) throws -> Index {
    var writer = try IndexWriter(path: folder.path, chain: .english)
    for document in documents { try writer.add(document) }
    try writer.commit()
    return try Index(path: folder.path)
  }

  /// 400 documents, so that terms have blocks, of many lengths; every third holds “lupus”, and one of those only in its title.
  private static let documents = (0..<400).map { number in
    Document(
      id: "\(number)", title: number % 9 == 0 ? "lupus" : "other",
      abstract: number % 3 == 0 && number != 9 ? "lupus cells" : "cells",
      keywords: [String(repeating: "trial ", count: number % 7)])
  }

  /// Bounds are kept for the usual numbers, and have no finite ratio to those of scores without lengths.
  @Test(arguments: [0, 1]) func lengthsThatCountNothingOrAllAreNoTrap(b: Double) throws {
    let index = try index(Self.documents)
    var oracle = Oracle(chain: .english)
    for document in Self.documents { oracle.add(document) }
    let scoring = Scoring(k1: 1.2, b: b)
    for query in [Query([.words("lupus")]), Query([.words("cells trial lupus")])] {
      #expect(try Comparison.difference(index, oracle, query, scoring: scoring) == nil)
    }
  }

  /// A document that holds a term is an answer, though its occurrences count nothing.
  @Test func occurrencesOfNoWeightStillAnswer() throws {
    let index = try index([Document(id: "a", title: "lupus"), Document(id: "b", abstract: "lupus")])
    let found = try index.ranking(Query([.words("lupus")]), limit: 10, scoring: Scoring(title: 0))
    #expect(found.map(\.id) == ["b", "a"])
    #expect(found.last?.score == 0)
  }

  /// What is excluded twice is required, and adds nothing to the score.
  @Test func whatIsExcludedTwiceIsRequired() throws {
    let index = try index(Self.documents)
    let query = Query([.not(.not(.words("lupus")))])
    let count = Self.documents.count { $0.title == "lupus" || $0.abstract.hasPrefix("lupus") }
    #expect(try index.count(query) == count)
    let found = try index.ranking(query, limit: 1000)
    #expect(found.count == count && found.allSatisfy { $0.score == 0 })
  }

  @Test func noNumberIsTooHighForALimit() throws {
    let index = try index(Self.documents)
    #expect(try index.ranking(Query([.words("cells")]), limit: .max).count == 400)
    #expect(try index.ranking(Query([.not(.words("absent"))]), limit: .max).count == 400)
  }

  /// More terms of a query in one document than 16 bits can count.
  @Test func aQueryOfSeventyThousandWordsIsAnswered() throws {
    let words = (0..<70_000).map { "w\($0)" }.joined(separator: " ")
    let index = try index([Document(id: "a", abstract: words), Document(id: "b", abstract: "w7")])
    let found = try index.ranking(Query([.words(words)]), limit: 2)
    #expect(found.map(\.id) == ["a", "b"])
  }
}
