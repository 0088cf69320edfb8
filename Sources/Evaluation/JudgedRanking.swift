/// All that measures know of one topic: the ranking with what the judgements say of each document, and what they say of
/// documents that it lacks.
///
/// It is made once for all measures. An example, with level 1:
///
///     judgements  a 2, b 1, c 0, d -1        ranking  c x b d
///     documents   0, unpooled, 1, unjudged    grades   2 1 0     relevant  ranks 3, total 2     collection  5
public struct JudgedRanking: Sendable {
  /// What is known of each document of the ranking, best first.
  public let documents: [Judgement]
  /// The grades of all judged documents of the topic, found or not, the best first.
  public let grades: [Int]
  /// The least grade that is relevant, where a measure names none.
  public let level: Int
  /// How many documents there are to be ranked.
  ///
  /// That is the number given in the options, but at least the number of different documents that judgements and run name for
  /// the topic; this alone where none was given.
  public let collection: Int
  private let relevant: RelevantRanks

  /// How many documents the ranking has.
  public var count: Int { documents.count }

  /// The relevant documents under the options' level.
  public var relevantRanks: RelevantRanks { relevant }

  /// The relevant documents under a measure's own level, or under the options' where it has none.
  public func relevantRanks(_ level: Int?) -> RelevantRanks {
    guard let level, level != self.level else { return relevant }
    return Self.ranks(documents, grades, level)
  }

  /// The ranking of `judgements`, all of a run's documents for a topic, whose judged documents have `grades`; `named` is how
  /// many documents the judgements name, judged or not.
  public init(_ judgements: [Judgement], grades: [Int], named: Int, options: Evaluation.Options = .init()) {
    let limit = max(options.depth ?? .max, 0)
    let cut = judgements.prefix(limit)
    documents = options.judgedOnly ? cut.filter(\.isJudged) : Array(cut)
    self.grades = grades.sorted(by: >)
    level = options.level
    collection = max(options.collection ?? 0, named + judgements.count { !$0.isPooled })
    relevant = Self.ranks(documents, self.grades, level)
  }

  /// A ranking by names, best first, each once; `grades` are those of a file.
  public init(_ ranking: [String], grades: [String: Int], options: Evaluation.Options = .init()) {
    let judgements = ranking.map { grades[$0].map(Judgement.init(grade:)) ?? .unpooled }
    self.init(judgements, grades: grades.values.filter { $0 >= 0 }, named: grades.count, options: options)
  }

  private static func ranks(_ documents: [Judgement], _ grades: [Int], _ level: Int) -> RelevantRanks {
    let ranks = documents.indices.lazy.filter { documents[$0].isRelevant(level) }.map { $0 + 1 }
    return RelevantRanks(ranks: Array(ranks), total: grades.prefix { $0 >= level }.count)
  }
}
