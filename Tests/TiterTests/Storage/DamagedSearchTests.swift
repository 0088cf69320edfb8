import TestSupport
import Testing
import Titer

/// Searches of segments whose sections are damaged, where only a check would find it: errors or well-formed answers.
@Suite struct DamagedSearchTests {
  private static let sections: [Section] = [
    .lengths, .terms, .postings, .positions, .identifierRanks, .identifierOrder,
  ]

  /// The folder of an index of `count` documents in one segment, and some queries.
  private static func index(_ count: Int, seed: UInt64) throws -> (folder: TemporaryFolder, queries: [Query]) {
    let folder = TemporaryFolder()
    var corpus = RandomCorpus(seed: seed, words: (0..<12).map { "w\($0)" })
    var writer = try IndexWriter(path: folder.path)
    for number in 0..<count { try writer.add(corpus.shortDocument(number)) }
    for _ in 0..<count / 50 { try writer.delete(id: corpus.shortDocument(corpus.below(count)).id) }
    try writer.commit()
    return (folder, (0..<6).map { _ in corpus.query() })
  }

  @Test(arguments: 0..<max(4, TestCases.count(usual: 400) / 50))
  func damageGivesErrorsOrWellFormedAnswers(seed: Int) throws {
    let count = [500, 40, 17_000, 2000][seed % 4]
    let (folder, queries) = try Self.index(count, seed: UInt64(seed))
    let file = try SegmentFile(FileRegion(path: folder.file("segment-1")))
    var damage = Damage(file, in: Self.sections, seed: UInt64(seed))
    for number in 0..<(count > 10_000 ? 10 : 50) {
      try folder.write("segment-1", damage.nextBytes())
      guard let index = try? Index(path: folder.path) else { continue }
      try? index.check()
      for query in queries {
        Kernels.using(portable: number % 2 == 0) {
          Self.expectWellFormed(index, query, documents: count, "seed \(seed), damage \(number)")
        }
      }
    }
  }

  private static func expectWellFormed(_ index: Index, _ query: Query, documents: Int, _ comment: Comment) {
    if let count = try? index.count(query) { #expect(0...documents ~= count, comment) }
    for limit in [1, 10, 300] {
      guard let found = try? index.ranking(query, limit: limit, scoring: limit == 1 ? Scoring(b: 0) : Scoring()) else {
        continue
      }
      #expect(found.count <= limit, comment)
      #expect(zip(found, found.dropFirst()).allSatisfy { !($0.score < $1.score) }, comment)
    }
  }

  /// A list that names a document behind the last used to look for its length behind the section.
  @Test func aDocumentBehindTheLastIsReported() throws {
    try expectError("documents in ascending order", found: "a gap of 12000") { file in
      (file.range(of: .postings).lowerBound + 8, [0x80, 0xF7, 0x02])
    }
  }

  /// A position so far from the one before that their sum is no number.
  @Test func aGapOfSixtyThreeBitsIsReported() throws {
    try expectError("a gap of 32 bits", found: "\(Int.max)") { file in
      (file.range(of: .positions).lowerBound, [255] + Array(repeating: 0xFF, count: 8) + [0x7F])
    }
  }

  /// Replaces bytes of a segment, and searches it.
  private func expectError(
    _ expected: String, found: String, _ change: (SegmentFile) -> (place: Int, bytes: [UInt8])
  ) throws {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path)
    for number in 0..<12 { try writer.add(Document(id: "\(number)", abstract: "lupus lupus cells cells")) }
    try writer.commit()
    let file = try SegmentFile(FileRegion(path: folder.file("segment-1")))
    var bytes = try folder.read("segment-1")
    let (place, others) = change(file)
    bytes.replaceSubrange(place..<place + others.count, with: others)
    try folder.write("segment-1", bytes)
    let index = try Index(path: folder.path)
    let error = IndexError.corrupt(path: folder.file("segment-1"), expected: expected, found: found)
    #expect(throws: error) {
      try index.search(Query([.phrase("cells cells lupus")]), limit: 3)
    }
  }
}
