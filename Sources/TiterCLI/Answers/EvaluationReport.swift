import Evaluation

/// The figures of runs in each form of output.
struct EvaluationReport {
  /// One run.
  struct Result {
    var path: String
    var tag: String
    var evaluation: Evaluation
  }

  /// The runs, measured by the same measures.
  let results: [Result]
  /// Whether figures of single topics are told.
  let byTopic: Bool
  /// Whether the run's tag is told.
  let namesRun: Bool

  /// The first run as trec_eval prints it: `measure`, padded to 22 letters, tab, topic, tab, figure.
  var lines: String {
    let (tag, evaluation) = (results[0].tag, results[0].evaluation)
    var text = ""
    if byTopic {
      for (place, topic) in evaluation.topics.enumerated() {
        for (measure, figures) in zip(evaluation.measures, evaluation.figures) where measure.isPerTopic {
          text += Self.line("\(measure)", topic, Self.text(figures[place], measure))
        }
      }
    }
    if namesRun { text += Self.line("runid", "all", tag) }
    for (measure, figure) in zip(evaluation.measures, evaluation.aggregates) {
      text += Self.line("\(measure)", "all", Self.text(figure, measure))
    }
    return text
  }

  /// A row a measure, or a measure and topic, and a column a run.
  var table: String {
    let measures = results[0].evaluation.measures
    var rows = [["measure"] + (byTopic ? ["topic"] : []) + names]
    for (index, measure) in measures.enumerated() {
      if byTopic && measure.isPerTopic { rows += topicRows(index, measure) }
      let figures = results.map { Self.text($0.evaluation.aggregates[index], measure) }
      rows.append(["\(measure)"] + (byTopic ? ["all"] : []) + figures)
    }
    let first = byTopic ? 2 : 1
    return TiterCLI.table(rows, rightAligned: Set(first..<first + results.count))
  }

  private func topicRows(_ index: Int, _ measure: any Measure) -> [[String]] {
    let columns = results.map { result in
      Dictionary(result.evaluation.values(of: index).map { ($0.topic, $0.value) }) { first, _ in first }
    }
    var topics: [String] = []
    var seen: Set<String> = []
    for topic in results.flatMap(\.evaluation.topics) where seen.insert(topic).inserted { topics.append(topic) }
    topics.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return topics.map { topic in
      ["\(measure)", shown(topic)] + columns.map { column in column[topic].map { Self.text($0, measure) } ?? "-" }
    }
  }

  /// What the runs are called: their tags, or their files where tags don't tell them apart.
  private var names: [String] {
    let tags = results.map(\.tag)
    return (Set(tags).count == tags.count ? tags : results.map(\.path)).map { shown($0) }
  }

  /// All figures, unrounded.
  func json(qrels: String) -> String {
    let runs = results.map { result -> JSON in
      let evaluation = result.evaluation
      var members: [(name: String, value: JSON)] = [
        ("file", .string(result.path)), ("tag", .string(result.tag)), ("topics", .integer(evaluation.topics.count)),
        ("all", .object(zip(evaluation.measures, evaluation.aggregates).map { ("\($0)", Self.value($1, $0)) })),
      ]
      if byTopic { members.append(("byTopic", .object(Self.topics(evaluation)))) }
      return .object(members)
    }
    return JSON.object([("qrels", .string(qrels)), ("runs", .array(runs))]).page + "\n"
  }

  private static func topics(_ evaluation: Evaluation) -> [(name: String, value: JSON)] {
    evaluation.topics.enumerated().map { place, topic in
      let figures = zip(evaluation.measures, evaluation.figures).filter { $0.0.isPerTopic }
      return (topic, .object(figures.map { ("\($0)", value($1[place], $0)) }))
    }
  }

  private static func value(_ figure: Double, _ measure: any Measure) -> JSON {
    measure.aggregation == .sum ? .integer(Int(figure)) : .double(figure)
  }

  private static func line(_ measure: String, _ topic: String, _ figure: String) -> String {
    measure + String(repeating: " ", count: max(22 - measure.utf8.count, 0)) + "\t\(shown(topic))\t\(shown(figure))\n"
  }

  /// A count as it is, everything else with four decimals.
  private static func text(_ figure: Double, _ measure: any Measure) -> String {
    measure.aggregation == .sum ? "\(Int(figure))" : Figures.fourDecimals(figure)
  }
}
