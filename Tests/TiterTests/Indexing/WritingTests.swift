import TestSupport
import Testing
import Titer

/// However an index is written, it answers alike.
@Suite struct WritingTests {
  private struct Way: CustomTestStringConvertible {
    var threads = 1
    var budget = 1 << 30
    var order = IndexWriter.Order.added
    var commits = 1
    var merges = false

    var testDescription: String {
      "\(threads) threads, \(budget) bytes, \(order), \(commits) commits, merged: \(merges)"
    }
  }

  private static let ways = [
    Way(), Way(threads: 2), Way(threads: 5, budget: 400_000), Way(budget: 100_000), Way(order: .bisected),
    Way(threads: 3, budget: 300_000, order: .bisected), Way(budget: 300_000, merges: true),
    Way(threads: 2, commits: 9), Way(commits: 3, merges: true), Way(order: .bisected, commits: 5, merges: true),
    Way(threads: 2, budget: 300_000, order: .bisected, commits: 2, merges: true),
  ]

  private static func corpus() -> [Document] {
    var corpus = RandomCorpus(seed: 5)
    return (0..<1500).map { number in
      var document = corpus.document()
      document.id = "\(corpus.below(1100))"
      document.abstract += " topic\(number % 37) topic\(number % 41) " + corpus.text(upTo: 30)
      return document
    }
  }

  @discardableResult
  private static func write(_ documents: [Document], _ way: Way, to folder: TemporaryFolder) throws -> Index {
    var writer = try IndexWriter(
      storage: DiskStorage(path: folder.path), chain: .english, memoryBudget: way.budget, threads: way.threads,
      order: way.order, fewestOrdered: 100)
    if way.merges { writer.merge() }
    for (number, document) in documents.enumerated() {
      try writer.add(document)
      if number % 10 == 9 { try writer.delete(id: documents[number - 5].id) }
      if (number + 1) % (documents.count / way.commits) == 0 { try writer.commit() }
    }
    if way.merges { writer.merge() }
    try writer.commit()
    return try Index(path: folder.path)
  }

  @Test(arguments: ways) private func answersAreTheSame(way: Way) throws {
    let documents = Self.corpus()
    let (plain, folder) = (TemporaryFolder(), TemporaryFolder())
    let expected = try Self.write(documents, Way(), to: plain)
    let index = try Self.write(documents, way, to: folder)
    try index.check()
    var corpus = RandomCorpus(seed: 6)
    for number in 0..<60 {
      let query = number % 2 == 0 ? corpus.query() : Query([.words("topic\(number) \(corpus.text(upTo: 4))")])
      #expect(try index.search(query, limit: 30) == expected.search(query, limit: 30))
      #expect(try index.count(query) == expected.count(query))
    }
    for id in 0..<1100 { #expect(try index.stored(id: "\(id)") == expected.stored(id: "\(id)")) }
    #expect(index.statistics.documents == expected.statistics.documents)
    #expect(index.statistics.tokens == expected.statistics.tokens)
    if way.merges { #expect((index.statistics.segments, index.statistics.deleted) == (1, 0)) }
  }

  @Test(arguments: [IndexWriter.Order.added, .bisected], [1 << 30, 300_000, 60_000])
  func bytesDoNotDependOnThreads(order: IndexWriter.Order, budget: Int) throws {
    let documents = Self.corpus()
    var contents: [[String: [UInt8]]] = []
    for threads in [1, 2, 3, 8, 2] {
      let folder = TemporaryFolder()
      try Self.write(documents, Way(threads: threads, budget: budget, order: order), to: folder)
      contents.append(try folder.contents())
    }
    let areEqual = contents.allSatisfy { $0 == contents[0] }
    #expect(areEqual)
  }

  /// Of documents with nothing stored: the dictionary of what is stored is made from other samples.
  @Test func aMergedSegmentEqualsOneWrittenAtOnce() throws {
    let documents = Self.corpus().map { document in
      var document = document
      document.stored = []
      return document
    }
    let (plain, folder) = (TemporaryFolder(), TemporaryFolder())
    try Self.write(documents, Way(), to: plain)
    try Self.write(documents, Way(budget: 300_000, merges: true), to: folder)
    let (expected, found) = (try plain.contents(), try folder.contents())
    let name = try #require(found.keys.first { $0.hasPrefix("segment-") })
    #expect(name != "segment-1")
    let isEqual = found[name] == expected["segment-1"]
    #expect(isEqual)
  }

  @Test func segmentsStayFew() throws {
    let folder = TemporaryFolder()
    var most = 0
    for number in 0..<200 {
      var writer = try IndexWriter(path: folder.path)
      try writer.add(Document(id: "\(number)", title: "cells number\(number)"))
      try writer.commit()
      most = max(most, try Index(path: folder.path).statistics.segments)
    }
    #expect(most <= 3 * 4)
    let index = try Index(path: folder.path)
    try index.check()
    #expect(try index.count(Query([.words("cells")])) == 200)
  }

  @Test func readersKeepTheSegmentsThatAreMerged() throws {
    let folder = TemporaryFolder()
    let documents = Self.corpus()
    let before = try Self.write(documents, Way(commits: 3), to: folder)
    let hits = try before.search(Query([.words("topic3 cells")]), limit: 20)
    var writer = try IndexWriter(path: folder.path)
    writer.merge()
    try writer.commit()
    #expect(try before.search(Query([.words("topic3 cells")]), limit: 20) == hits)
    try before.check()
    #expect(folder.names.count { $0.hasPrefix("segment-") } == 1)
  }
}
