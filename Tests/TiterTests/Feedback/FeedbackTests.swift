import TestSupport
import Testing
import Titer

/// Queries made better by relevant documents.
@Suite struct FeedbackTests {
  private let folder = TemporaryFolder()

  private func index(_ documents: [Document], _ chain: AnalysisChain = .english) throws -> Index {
    var writer = try IndexWriter(path: folder.path, chain: chain)
    for document in documents { try writer.add(document) }
    try writer.commit()
    return try Index(path: folder.path)
  }

  // MARK: Models

  private let query = WordVector(["lupus": 2, "kidney": 1])

  /// Mixes by hand: a 3/4 and b 1/4 count 2, b 1/2 and lupus 1/2 count 1.
  ///
  /// So a has 1.5, b 1 and lupus 0.5 before the best two are made to add up to 1.
  @Test func rm3MixesTheQueryWithTheLikeliestWords() {
    let relevant = [
      FeedbackDocument(WordVector(["a": 3, "b": 1]), weight: 2), FeedbackDocument(WordVector(["b": 1, "lupus": 1])),
    ]
    let weights = RM3(words: 2, original: 0.5).weights(query: query, relevant: relevant, notRelevant: [])
    #expect(weights.ranked.map(\.word) == ["lupus", "a", "b", "kidney"])
    #expect(abs(weights["lupus"] - 3 * 0.5 * 2 / 3) < 1e-12)
    #expect(abs(weights["kidney"] - 3 * 0.5 / 3) < 1e-12)
    #expect(abs(weights["a"] - 3 * 0.5 * 0.6) < 1e-12)
    #expect(abs(weights["b"] - 3 * 0.5 * 0.4) < 1e-12)
    #expect(abs(weights.sum - 3) < 1e-12)
  }

  /// Both kinds of documents are means of directions: (a 3/5, b 4/5) and (lupus 1) of the relevant, (b 1) of the others.
  @Test func rocchioMovesTheQuery() {
    let relevant = [FeedbackDocument(WordVector(["a": 3, "b": 4])), FeedbackDocument(WordVector(["lupus": 7]))]
    let others = [FeedbackDocument(WordVector(["b": 2])), FeedbackDocument(WordVector(["c": 2]))]
    let model = Rocchio(words: 5, original: 1, relevant: 0.8, notRelevant: 0.4)
    let weights = model.weights(query: query, relevant: relevant, notRelevant: others)
    let length = 5.0.squareRoot()
    #expect(weights.weights.count == 4)
    #expect(abs(weights["lupus"] - length * (2 / length + 0.4)) < 1e-12)
    #expect(abs(weights["kidney"] - length * (1 / length)) < 1e-12)
    #expect(abs(weights["a"] - length * 0.8 * 0.3) < 1e-12)
    #expect(abs(weights["b"] - length * (0.8 * 0.4 - 0.4 * 0.5)) < 1e-12)
  }

  @Test func onlySoManyWordsAreAdded() {
    let relevant = [FeedbackDocument(WordVector(["a": 3, "b": 2, "c": 2, "lupus": 1]))]
    let moved = Rocchio(words: 2).weights(query: query, relevant: relevant, notRelevant: [])
    #expect(Set(moved.weights.keys) == ["lupus", "kidney", "a", "b"])
    let mixed = RM3(words: 2).weights(query: query, relevant: relevant, notRelevant: [])
    #expect(Set(mixed.weights.keys) == ["lupus", "kidney", "a", "b"])
  }

  @Test func nothingRelevantChangesNothing() {
    #expect(RM3(original: 1).weights(query: query, relevant: [], notRelevant: []) == query)
    let moved = Rocchio().weights(query: query, relevant: [], notRelevant: [])
    for (word, weight) in query.weights { #expect(abs(moved[word] - weight) < 1e-12) }
  }

  // MARK: Queries

  private static let documents =
    (0..<40).map { Document(id: "\($0)", title: "trial \($0)", abstract: "blood pressure was measured") }
    + [
      Document(id: "l1", title: "Lupus nephritis", abstract: "belimumab in lupus nephritis"),
      Document(id: "l2", title: "Belimumab", abstract: "an antibody against BLyS"),
      Document(id: "k1", title: "Kidney stones", abstract: "stones in a kidney"),
    ]

  @Test(arguments: [AnalysisChain.english, .biomedical])
  func wordsOfRelevantTextsAreAskedFor(chain: AnalysisChain) throws {
    let index = try index(Self.documents, chain)
    let known = try index.feedbackDocument("Lupus nephritis\nbelimumab in lupus nephritis and blood pressure")
    let better = index.query("lupus", better: RM3(), relevant: [known])
    #expect(better.writtenWords.lowercased().split(separator: " ").sorted() == ["belimumab", "lupus", "nephritis"])
    #expect(try index.ranking(Query([.words("lupus")]), limit: 10).map(\.id) == ["l1"])
    #expect(try index.ranking(better, limit: 10).map(\.id) == ["l1", "l2"])
  }

  /// A better query, written in Lucene's syntax and read again, is the same.
  @Test func betterQueriesCanBeWritten() throws {
    let index = try index(Self.documents)
    let known = try index.feedbackDocument("belimumab nephritis")
    let better = index.query("lupus kidney", better: Rocchio(), relevant: [known])
    let read = try ParsedQuery(better.weightedWords, dialect: .lucene).query
    #expect(try index.ranking(read, limit: 10).map(\.id) == index.ranking(better, limit: 10).map(\.id))
  }

  /// Words that weigh 2 count as words written twice, bit for bit.
  @Test(arguments: 0..<20) func weightsCountAsRepetitions(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let all = ["lupus", "nephritis", "kidney", "stones", "belimumab", "blood", "trial"]
    let words = all.shuffled(using: &random).prefix(4)
    let counts = words.map { _ in Int.random(in: 1...3, using: &random) }
    let index = try index(Self.documents, Bool.random(using: &random) ? .english : .biomedical)
    let repeated = Query([.words(zip(words, counts).map { String(repeating: $0 + " ", count: $1) }.joined())])
    let weighted = Query(zip(words, counts).map { .optional(.boost(.words($0), by: Float($1))) })
    let (left, right) = (try index.ranking(repeated, limit: 100), try index.ranking(weighted, limit: 100))
    #expect(left.map(\.id) == right.map(\.id), "seed \(seed)")
    #expect(left.map(\.score.bitPattern) == right.map(\.score.bitPattern), "seed \(seed)")
    #expect(try index.count(repeated) == index.count(weighted), "seed \(seed)")
  }
}
