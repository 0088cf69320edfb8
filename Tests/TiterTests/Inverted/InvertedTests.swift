import TestSupport
import Testing
import Titer

@Suite struct InvertedTests {
  private let folder = TemporaryFolder()

  private static let documents = ["a", "b", "c"].map { InvertedDocument(id: $0, length: 2, stored: Array($0.utf8)) }

  private static func term(_ text: String, _ documents: [UInt32] = [0], _ frequencies: [UInt32] = [1]) -> InvertedTerm {
    InvertedTerm(bytes: Array(text.utf8), documents: documents, frequencies: frequencies)
  }

  private func make(_ documents: [InvertedDocument], _ terms: [InvertedTerm]) throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    var rest = terms[...]
    try writer.add(inverted: documents) { rest.popFirst() }
    try writer.commit()
  }

  @Test func wordsRankAsFrequenciesAndLengthsSay() throws {
    try make(Self.documents, [Self.term("heart", [0, 2], [1, 2]), Self.term("trial", [1, 2], [2, 1])])
    let index = try Index(path: folder.path)
    let (frequencies, norm): ([Float], Float) = ([2, 1], 0.9)
    let weight = BM25(documents: 3, tokens: 6).weight(documentFrequency: 2, count: 1)
    let hits = try index.search(Query([.words("heart")]), limit: 9)
    #expect(hits.map(\.id) == ["c", "a"])
    #expect(hits.map(\.score) == frequencies.map { weight * ($0 / ($0 + norm)) })
    #expect(hits.map(\.stored) == [Array("c".utf8), Array("a".utf8)])
    try index.check()
  }

  /// A life of an index with deletions and segments: what is read of it makes an index that answers alike.
  @Test(arguments: 0..<12) func whatIsReadMakesAnIndexThatRanksAlike(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let chain = AnalysisChain.builtIn[Int(seed % 3)]
    let source = TemporaryFolder()
    for _ in 0..<3 {
      var writer = try IndexWriter(path: source.path, chain: chain, memoryBudget: seed % 2 == 0 ? 0 : 1 << 30)
      for _ in 0..<20 { try writer.add(corpus.document()) }
      try writer.delete(id: corpus.id())
      try writer.commit()
    }
    let index = try Index(path: source.path)
    try copy(index)
    let copied = try Index(path: folder.path)
    try copied.check()
    let (inverted, again) = (InvertedIndex(index), InvertedIndex(copied))
    #expect(try terms(again) == terms(inverted), "seed \(seed)")
    #expect(try again.countTerms() == terms(inverted).count, "seed \(seed)")
    for _ in 0..<60 {
      let query = Query([.words(corpus.text(upTo: 5))])
      let scoring = Scoring(k1: [0.1, 0.9, 2][corpus.below(3)], b: [0, 0.4, 1][corpus.below(3)])
      let expected = try index.ranking(query, limit: 50, scoring: scoring)
      let found = try copied.ranking(query, limit: 50, scoring: scoring)
      #expect(found.map(\.score) == expected.map(\.score), "seed \(seed), \(query)")
      #expect(found.map { Array($0.id.utf8) } == expected.map { Array($0.id.utf8) }, "seed \(seed), \(query)")
    }
  }

  private func copy(_ index: Index) throws {
    let inverted = InvertedIndex(index)
    var documents: [InvertedDocument] = []
    try inverted.forEachDocument { documents.append($0) }
    var rest = try terms(inverted)[...]
    var writer = try IndexWriter(path: folder.path, chain: index.chain)
    try writer.add(inverted: documents) { rest.popFirst() }
    try writer.commit()
  }

  private func terms(_ index: InvertedIndex) throws -> [InvertedTerm] {
    var terms: [InvertedTerm] = []
    try index.forEachTerm { terms.append($0) }
    return terms
  }

  @Test(arguments: [
    ([term("b"), term("a")], "expected one behind “b”, found it here"),
    ([term("b"), term("b")], "expected one behind “b”, found it here"),
    ([term("")], "expected one behind “”, found it here"),
    ([term("a", [], [])], "expected documents and as many frequencies, found 0 and 0"),
    ([term("a", [0, 1], [1])], "expected documents and as many frequencies, found 2 and 1"),
    ([term("a", [1, 1], [1, 1])], "expected a document from 2 below 3, found 1"),
    ([term("a", [3], [1])], "expected a document from 0 below 3, found 3"),
    ([term("a", [1], [0])], "expected a frequency of 1 to 2³¹ − 1 in document 1, found 0"),
    ([term("a", [1], [1 << 31])], "expected a frequency of 1 to 2³¹ − 1 in document 1, found 2147483648"),
  ])
  func termsThatCannotBeAreRefused(terms: [InvertedTerm], reason: String) throws {
    let text = String(decoding: terms[terms.count - 1].bytes, as: UTF8.self)
    #expect(throws: IndexError.invalidTerm(term: text, reason: reason)) { try make(Self.documents, terms) }
    #expect(throws: IndexError.missing(path: folder.path)) { try Index(path: folder.path) }
  }

  @Test func documentsThatCannotBeAreRefused() throws {
    let twice = InvertedDocument(id: "a", length: 1)
    let reason = "expected an identifier of its own, found another document of it"
    #expect(throws: IndexError.invalidDocument(id: "a", reason: reason)) { try make([twice, twice], []) }
    #expect(throws: IndexError.self) { try make([InvertedDocument(id: "", length: 1)], []) }
    // Equal as strings, but not the same.
    try make([InvertedDocument(id: "é", length: 1), InvertedDocument(id: "e\u{301}", length: 1)], [])
    #expect(try Index(path: folder.path).statistics.documents == 2)
  }

  @Test func whatTheGiverThrowsComesThrough() throws {
    struct Refusal: Error {}
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    #expect(throws: Refusal.self) { try writer.add(inverted: Self.documents) { throw Refusal() } }
    try writer.add(Document(id: "1", title: "heart"))
    try writer.commit()
    let index = try Index(path: folder.path)
    #expect(try index.count(Query([.phrase("heart")])) == 1)
    #expect(index.statistics.documents == 1)
  }

  @Test func whatNeedsPositionsIsRefused() throws {
    try make(Self.documents, [Self.term("attack"), Self.term("heart")])
    let index = try Index(path: folder.path)
    let expected = IndexError.withoutPositions(path: folder.path)
    #expect(throws: expected) { try index.search(Query([.phrase("heart attack")]), limit: 1) }
    let near = Query([.near([.phrase("heart"), .phrase("attack")], Query.Proximity(gap: 2, order: .any))])
    #expect(throws: expected) { try index.count(near) }
    #expect(try index.count(Query([.phrase("heart")])) == 1)
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    #expect(throws: expected) { try writer.add(Document(id: "d", title: "heart")) }
    #expect(throws: IndexError.notNew(path: folder.path)) { try writer.add(inverted: Self.documents) { nil } }
  }

  @Test func documentsCanBeDeletedAndSegmentsMerged() throws {
    try make(Self.documents, [Self.term("attack", [0, 1, 2], [1, 1, 1]), Self.term("heart")])
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    try writer.delete(id: "a")
    writer.merge()
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(index.statistics.terms == 1)
    #expect(try index.ranking(Query([.words("attack heart")]), limit: 9).map(\.id) == ["b", "c"])
    #expect(throws: IndexError.withoutPositions(path: folder.path)) {
      try index.count(Query([.phrase("attack attack")]))
    }
  }

  @Test func aCollectionWithoutDocumentsIsAnIndex() throws {
    try make([], [])
    #expect(try Index(path: folder.path).count(Query([.words("heart")])) == 0)
  }
}
