/// The figures of a run: by topic, and over all.
///
/// Topics that the judgements don't name are left out, and so are those that the run doesn't, unless the options say
/// otherwise. Topics are in the order of their names' bytes, and sums are taken in that order, so that figures are the same bit
/// for bit.
///
///     let figures = try Evaluation(of: Run(text), under: Qrels(judgements), by: Measures.named("map ndcg_cut_10"))
///     figures.aggregates                  // one for each measure
///     figures.values(of: 1)               // nDCG@10 as (topic, value)
public struct Evaluation: Sendable {
  /// What is measured, in the order asked for.
  public let measures: [any Measure]
  /// The topics that count, in the order of their bytes.
  public let topics: [String]
  /// The figures, by measure and topic.
  public let figures: [[Double]]
  /// Each measure over all topics.
  public let aggregates: [Double]

  /// Measures a run.
  ///
  /// - Complexity: O(judgements + documents · measures).
  public init(of run: Run, under qrels: Qrels, by measures: [any Measure], options: Options = Options()) {
    var rankings = JudgedRankings(run, qrels, options)
    var (topics, figures) = ([String](), [[Double]](repeating: [], count: measures.count))
    for topic in qrels.table.order {
      let ranking = rankings.ranking(of: topic)
      guard ranking != nil || options.isComplete else { continue }
      topics.append(qrels.table.topics.name(topic))
      for (index, measure) in measures.enumerated() {
        figures[index].append(ranking.map(measure.value(of:)) ?? measure.missing)
      }
    }
    (self.measures, self.topics, self.figures) = (measures, topics, figures)
    aggregates = zip(measures, figures).map { $0.aggregation($1) }
  }

  /// The figures of a measure, by its place among the measures.
  public func values(of measure: Int) -> [(topic: String, value: Double)] {
    zip(topics, figures[measure]).map { ($0, $1) }
  }
}

extension Evaluation {
  /// What counts.
  public struct Options: Sendable, Equatable {
    /// The least grade that is relevant; trec_eval's `-l`.
    public var level: Int
    /// Whether topics count that the run leaves out; trec_eval's `-c`.
    public var isComplete: Bool
    /// How many documents of a topic count; trec_eval's `-M`.
    public var depth: Int?
    /// Whether documents without a grade are taken out of rankings; trec_eval's `-J`.
    public var judgedOnly: Bool
    /// How many documents there are to be ranked, for the measures of screening.
    public var collection: Int?

    /// trec_eval's options, as they are when none is given.
    public init(
      level: Int = 1, isComplete: Bool = false, depth: Int? = nil, judgedOnly: Bool = false, collection: Int? = nil
    ) {
      self.level = level
      self.isComplete = isComplete
      self.depth = depth
      self.judgedOnly = judgedOnly
      self.collection = collection
    }
  }
}

/// Brings a run and judgements together, topic by topic.
private struct JudgedRankings {
  private let run: TopicTable<Float>
  private let qrels: TopicTable<Int32>
  private let options: Evaluation.Options
  /// What is known of each document of the run, of the topic at hand.
  private var judgements: [Judgement]

  init(_ run: Run, _ qrels: Qrels, _ options: Evaluation.Options) {
    (self.run, self.qrels, self.options) = (run.table, qrels.table, options)
    judgements = Array(repeating: .unpooled, count: run.table.documents.count)
  }

  /// The ranking of a topic of the judgements, or `nil` where the run has none.
  mutating func ranking(of topic: Int) -> JudgedRanking? {
    guard let ranked = run.topics.find(qrels.topics[topic]) else { return nil }
    let judged = qrels.rows[topic]
    let places = judged.map { run.documents.find(qrels.documents[Int($0.document)]) }
    for (row, place) in zip(judged, places) {
      if let place { judgements[place] = Judgement(grade: Int(row.value)) }
    }
    let documents = run.rows[ranked].map { judgements[Int($0.document)] }
    for case let place? in places { judgements[place] = .unpooled }
    let grades = judged.lazy.map { Int($0.value) }.filter { $0 >= 0 }
    return JudgedRanking(documents, grades: Array(grades), named: judged.count, options: options)
  }
}
