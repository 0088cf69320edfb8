import Evaluation
import Titer

/// The figures of topics under all settings, and what tuning by them honestly comes to.
struct Sweep {
  /// What varies.
  let names: [String]
  /// The settings, the usual one first.
  let settings: [SweepSetting]
  /// What is measured.
  let measure: any Measure
  /// The topics that are judged and asked for, in the order of the judgements.
  let topics: [String]
  /// By setting, the figure for each topic.
  let figures: [[Double]]
  /// What is chosen for each fold by the topics of the others.
  let tuned: CrossValidation
  /// The tuned figures beside the usual setting's.
  let comparison: Comparison

  /// Answers all topics under all settings, on all cores.
  init(
    _ grid: SweepGrid, _ measure: any Measure, _ questions: [JudgedTopic], _ index: Index, limit: Int, level: Int,
    folds: Int, seed: UInt64
  ) throws {
    names = grid.names
    let settings = try grid.settings()
    let known = KnownRecords()
    figures = try inParallel(settings) { setting in
      let retrieval = Retrieval(
        scoring: setting.scoring, feedback: setting.feedback, limit: limit, known: known)
      return try questions.map { try measure.value(of: $0.ranking(retrieval, index, level: level)) }
    }
    self.settings = settings
    self.measure = measure
    topics = questions.map(\.topic.id)
    tuned = CrossValidation(values: figures, topics: topics, folds: folds, seed: seed)
    var method = Comparison.Method()
    method.seed = seed
    comparison = Comparison(
      "\(measure)", of: [.init("tuned", tuned.values)], with: .init("usual", figures[0]), by: method)
  }

  /// The mean under each setting.
  var means: [Double] { figures.map { $0.reduce(0, +) / Double(max($0.count, 1)) } }

  /// The settings' places, the best first, those as good in their order.
  var best: [Int] {
    let means = means
    return means.indices.sorted { (means[$1], $0) < (means[$0], $1) }
  }
}

/// A topic with its judgements, by places of an index.
struct JudgedTopic {
  let topic: Topic
  private let judgements: [Index.Place: Judgement]
  private let grades: [Int]
  private let named: Int

  /// A topic and what is judged of it.
  init(_ topic: Topic, _ judged: [(document: String, grade: Int)], _ index: Index) throws {
    self.topic = topic
    var judgements: [Index.Place: Judgement] = [:]
    for (document, grade) in judged {
      if let place = try index.place(ofID: document) { judgements[place] = Judgement(grade: grade) }
    }
    self.judgements = judgements
    grades = judged.map(\.grade).filter { $0 >= 0 }
    named = judged.count
  }

  /// The topic's answer under a setting, with what is judged of it.
  func ranking(_ retrieval: Retrieval, _ index: Index, level: Int) throws -> JudgedRanking {
    let found = try retrieval.matches(topic.text, in: index).map { judgements[$0.place] ?? .unpooled }
    return JudgedRanking(found, grades: grades, named: named, options: .init(level: level))
  }
}
