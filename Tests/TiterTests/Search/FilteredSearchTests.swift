import TestSupport
import Testing
import Titer

/// Filters and facets of whole queries.
@Suite struct FilteredSearchTests {
  /// 3,000 documents in two segments, some deleted; every third holds “lupus”.
  private static func index(_ folder: TemporaryFolder) throws -> Index {
    var writer = try IndexWriter(path: folder.path, chain: .english)
    for number in 0..<3_000 {
      try writer.add(
        Document(
          id: "\(number)", title: number % 3 == 0 ? "lupus trial" : "asthma trial", year: 2000 + number % 10,
          journal: "Journal \(number % 4)"))
      if number == 1_700 { try writer.commit() }
    }
    for number in stride(from: 0, to: 3_000, by: 50) { try writer.delete(id: "\(number)") }
    try writer.commit()
    return try Index(path: folder.path)
  }

  private static let live = (0..<3_000).filter { $0 % 50 != 0 }

  @Test func aFilterKeepsScoresAndLeavesOutTheOthers() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(folder)
    let filter = Filter(years: 2003...2004, journals: ["journal 1"])
    let expected = Self.live.filter { [3, 4].contains($0 % 10) && $0 % 4 == 1 }
    let unfiltered = try index.ranking(Query([.words("lupus trial")]), limit: .max)
    let scores = Dictionary(uniqueKeysWithValues: unfiltered.map { ($0.id, $0.score) })
    for limit in [5, 100, .max] {
      let found = try index.ranking(Query([.words("lupus trial")], filter: filter), limit: limit)
      #expect(found.count == min(limit, expected.count))
      #expect(found.allSatisfy { scores[$0.id] == $0.score })
      let best = unfiltered.filter { expected.contains(Int($0.id) ?? -1) }.prefix(limit)
      #expect(found.map(\.id) == best.map(\.id))
    }
    #expect(try index.count(Query([.words("trial")], filter: filter)) == expected.count)
  }

  @Test func aFilterAloneFindsAllThatItLetsThrough() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(folder)
    let query = Query([], filter: Filter(years: 2005...2005))
    let expected = Self.live.filter { $0 % 10 == 5 }
    #expect(try index.count(query) == expected.count)
    let found = try index.ranking(query, limit: .max)
    #expect(found.map(\.id) == expected.map { "\($0)" }.sorted() && found.allSatisfy { $0.score == 0 })
    #expect(try index.count(Query([])) == 0)
  }

  @Test func facetsCountTheAnswersByValue() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(folder)
    let found = try index.facet(.journal, of: Query([.words("lupus")], filter: Filter(years: 2000...2001)))
    var expected: [String: Int] = [:]
    for number in Self.live where number % 3 == 0 && number % 10 < 2 {
      expected["Journal \(number % 4)", default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.value, $0.count) }) == expected)
    #expect(found.map(\.count) == found.map(\.count).sorted(by: >))
  }
}
