import TestSupport
import Testing
import Titer

@Suite struct StrategyRunTests {
  private let folder = TemporaryFolder()

  private func index(_ titles: String...) throws -> Index {
    var writer = try IndexWriter(path: folder.path)
    for (number, title) in titles.enumerated() { try writer.add(Document(id: "\(number)", title: title)) }
    try writer.commit()
    return try Index(path: folder.path)
  }

  /// Words that are optional rank as words do; they were looked for as a phrase, which no document of the line held.
  @Test func aLineOfWordsIsRankedAsItIsFound() throws {
    let index = try index("lupus", "nephritis", "s")
    var run = StrategyRun()
    for line in Strategy("lupus[s", dialect: .plain).lines { try run.answer(line, in: index) }
    let query = try #require(run.ranked(1))
    let ranked = try index.search(query, limit: 9, lines: run.sets).map(\.id)
    #expect(Set(ranked) == ["0", "2"] && run.sets[1]?.count == 2)
  }

  /// The documents of an earlier line of the number stood in for those that it hasn't.
  @Test func aFaultyLineHasNoDocuments() throws {
    let index = try index("lupus", "nephritis")
    var run = StrategyRun()
    for line in Strategy("1. lupus\n1. #7\n2. #1", dialect: .pubmed).lines { try run.answer(line, in: index) }
    #expect(run.answers.map(\.documents)[1...] == [.failure(.unknownLine(7)), .failure(.faultyLine(1))])
    #expect(run.sets.isEmpty && run.ranked(1) == nil)
  }
}
