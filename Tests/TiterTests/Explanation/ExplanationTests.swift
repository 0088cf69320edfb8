import TestSupport
import Testing
import Titer

/// What an index says of one document: how it comes to its score, and why it isn't found.
///
/// `TITER_CASES` is about the number of pairs of a query and a document.
@Suite struct ExplanationTests {
  private static let pairs = 0..<max(1, TestCases.count(usual: 10_000) / 100)
  private static let misses = 0..<max(1, TestCases.count(usual: 1_000) / 100)

  private struct Made {
    var corpus: RandomCorpus
    var documents: [Document] = []
    let index: Index
    private let folder = TemporaryFolder()

    init(seed: Int) throws {
      corpus = RandomCorpus(seed: UInt64(seed))
      for number in 0..<80 {
        var document = corpus.document()
        document.id = "\(number)"
        documents.append(document)
      }
      var writer = try IndexWriter(path: folder.path, chain: .english, memoryBudget: seed % 2 == 0 ? 20_000 : 1 << 30)
      for document in documents { try writer.add(document) }
      try writer.commit()
      index = try Index(path: folder.path)
    }
  }

  @Test(arguments: pairs) func partsAddUpToTheScore(seed: Int) throws {
    var made = try Made(seed: seed)
    var pairs = 0
    while pairs < 100 {
      let (query, scoring) = (made.corpus.query(), made.corpus.scoring())
      for hit in try made.index.search(query, limit: 20, scoring: scoring) {
        let explanation = try made.index.explanation(of: query, id: hit.id, scoring: scoring)
        let sum = explanation?.parts.reduce(0 as Float) { $0 + $1.score }
        #expect(explanation?.isMatch == true, "seed \(seed): \(query)")
        #expect(explanation?.score == hit.score && sum == hit.score, "seed \(seed): \(query)")
        for part in explanation?.parts ?? [] {
          let frequency =
            Float(part.title) * scoring.title + Float(part.abstract) * scoring.abstract + Float(part.keywords)
            * scoring.keywords
          let norm = explanation?.norm ?? 0
          #expect(part.frequency == frequency && part.score == part.weight * (frequency / (frequency + norm)))
        }
        pairs += 1
      }
      pairs += 1
    }
  }

  @Test(arguments: misses) func theChangedQueryFindsWhatWasMissed(seed: Int) throws {
    var made = try Made(seed: seed)
    var misses = 0
    while misses < 100 {
      let query = made.corpus.query()
      let found = Set(try made.index.search(query, limit: 100).map(\.id))
      for document in made.documents.shuffled(using: &made.corpus.random).prefix(12) {
        let exclusion = try made.index.exclusion(of: document.id, from: query)
        #expect((exclusion == nil) == found.contains(document.id), "seed \(seed): \(query)")
        guard let exclusion else { continue }
        let isFound = try made.index.answers(exclusion.query, id: document.id)
        #expect(isFound == true, "seed \(seed): \(query) became \(exclusion.query)")
        #expect(!exclusion.changes.isEmpty, "seed \(seed): \(query)")
        misses += 1
      }
      misses += 1
    }
  }

  private func exclusion(_ query: Query, from document: Document) throws -> Exclusion? {
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path)
    try writer.add(document)
    try writer.commit()
    return try Index(path: folder.path).exclusion(of: document.id, from: query)
  }

  private static let paper = Document(
    id: "1", title: "Nephritis in lupus", abstract: "Trials of belimumab for lupus and its nephritis.",
    keywords: ["kidney"], year: 2009, types: ["Review"], values: [.init(.heading, "Lupus Nephritis/drug therapy")])

  @Test(
    arguments: [
      (.phrase("lupus nephritis"), "(near 1 (phrase \"lupus\") (phrase \"nephritis\"))", "not side by side"),
      (
        .all([.phrase("lupus"), .phrase("belimumabs")]), "(all (phrase \"lupus\") (pattern \"belimumab*\"))",
        "begins alike"
      ),
      (.field(.title, .phrase("belimumab")), "(field title,abstract (phrase \"belimumab\"))", "another text"),
      (.all([.phrase("lupus"), .not(.phrase("kidney"))]), "(phrase \"lupus\")", "has it"),
      (.filter(Filter(years: 2010...2020)), "(filter years 2009-2020)", "of the year 2009"),
      (
        .heading(Query.Heading("Lupus Nephritis", qualifier: "drug therapy", isMajor: true)),
        "(heading \"Lupus Nephritis\" /\"drug therapy\")", "isn't mainly about it"
      ),
      (
        .near([.phrase("trials"), .phrase("lupus")], .init(gap: 1, order: .any)),
        "(near 3 (phrase \"trials\") (phrase \"lupus\"))", "further from each other"
      ),
      (.phrase("methotrexate"), "(everything)", "doesn't have it"),
    ] as [(Query.Clause, String, String)])
  func theLeastChangeIsNamed(_ clause: Query.Clause, _ changed: String, _ reason: String) throws {
    let exclusion = try #require(try exclusion(Query([clause], variants: .names), from: Self.paper))
    #expect(exclusion.query.description == changed)
    #expect(exclusion.changes[0].reason.contains(reason), "\(exclusion.changes[0].reason)")
  }
}
