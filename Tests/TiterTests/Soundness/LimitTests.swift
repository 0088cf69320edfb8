import TestSupport
import Testing
import Titer

/// What `Reliability` states of limits: up to them all is found, past them an error says so and nothing else is lost.
@Suite struct LimitTests {
  private let folder = TemporaryFolder()

  private func count(_ word: String) throws -> Int { try Index(path: folder.path).count(Query([.words(word)])) }

  @Test func anIdentifierHas65535BytesAtMost() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    let longest = String(repeating: "é", count: 32_767) + "x"
    try writer.add(Document(id: longest, title: "cell"))
    for id in ["", longest + "x"] {
      let expected = IndexError.invalidDocument(
        id: id, reason: "expected an identifier of 1 to 65,535 bytes, found \(id.utf8.count)")
      #expect(throws: expected) { try writer.add(Document(id: id, title: "cell")) }
      #expect(throws: expected) { _ = try writer.update(Document(id: id, title: "cell")) }
      #expect(expected.description.utf8.count < 300)
    }
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(try index.search(Query([.words("cell")]), limit: 9).map(\.id) == [longest])
  }

  @Test func aDocumentHasAGibibyteAtMost() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    try writer.add(Document(id: "1", title: "cell"))
    let stored = [UInt8](repeating: 0, count: 1 << 30)
    do throws(IndexError) {
      try writer.add(Document(id: "2", title: "cell", stored: stored))
      Issue.record("a document of more than 1 GiB was taken")
    } catch {
      guard case .invalidDocument("2", let reason) = error else { throw error }
      #expect(reason.hasPrefix("expected at most 1 GiB of text and stored bytes, found "))
    }
    try writer.commit()
    #expect(try count("cell") == 1)
  }

  /// Longer words are cut: what comes behind is found all the same, and its place is right.
  @Test(arguments: AnalysisChain.builtIn) func aWordMayBeOfAnyLength(chain: AnalysisChain) throws {
    var writer = try IndexWriter(path: folder.path, chain: chain)
    let word = String(repeating: "lymphocytic", count: 100_000)
    try writer.add(Document(id: "1", title: "before \(word) behind", abstract: "last words"))
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    for found in ["before", "behind", "last"] { #expect(try index.count(Query([.words(found)])) == 1, "\(found)") }
    #expect(try index.count(Query([.phrase("last words")])) == 1)
    #expect(try index.count(Query([.words(word)])) == 1)
  }

  /// More words than a length of two bytes counts, and positions beyond those of any record.
  @Test(arguments: AnalysisChain.builtIn) func aTextMayHaveAnyNumberOfWords(chain: AnalysisChain) throws {
    var writer = try IndexWriter(path: folder.path, chain: chain)
    let text = String(repeating: "cell trial sleep nurse ", count: 500_000)
    try writer.add(Document(id: "1", title: "alpha", abstract: "\(text) omega lupus"))
    try writer.add(Document(id: "2", title: "omega"))
    try writer.commit()
    let index = try Index(path: folder.path)
    try index.check()
    #expect(index.statistics.tokens > 2_000_000)
    #expect(try index.count(Query([.phrase("nurse omega lupus")])) == 1)
    #expect(try index.search(Query([.words("omega")]), limit: 2).map(\.id) == ["2", "1"])
  }

  /// As many alternatives as nobody writes, and as deep as is allowed.
  @Test func aQueryMayHaveManyWords() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    for number in 0..<300 { try writer.add(Document(id: "\(number)", title: "w\(number) cell")) }
    try writer.commit()
    let index = try Index(path: folder.path)
    let words = (0..<20_000).map { "w\($0)" }.joined(separator: " OR ")
    #expect(try index.count(ParsedQuery(words, dialect: .lucene).query) == 300)
    let deep = String(repeating: "(", count: 255) + "cell" + String(repeating: ")", count: 255)
    #expect(try index.count(ParsedQuery(deep, dialect: .lucene).query) == 300)
    #expect(throws: QueryError.self) { try ParsedQuery("((\(deep)))", dialect: .lucene) }
  }

  /// A reader and a writer hold no file open: their number of segments isn't bounded by that of open files.
  @Test func segmentsNeedNoOpenFiles() throws {
    var writer = try IndexWriter(path: folder.path, chain: .plain)
    for (commit, count) in [1024, 512, 300, 256, 128, 100, 64, 40, 20, 16, 8, 5, 4, 2, 1].enumerated() {
      for number in 0..<count { try writer.add(Document(id: "\(commit)-\(number)", title: "cell")) }
      try writer.commit()
    }
    let before = try openFiles()
    let indexes = try (0..<20).map { _ in try Index(path: folder.path) }
    #expect(indexes[0].statistics.segments > 10)
    #expect(try indexes[19].count(Query([.words("cell")])) == 2480)
    // More than 200 would be open; other tests open some at the same time.
    #expect(try openFiles() <= before + 100)
    withExtendedLifetime(indexes) {}
  }

  private func openFiles() throws -> Int { try DiskStorage(path: "/proc/self/fd").list().count }
}
