import Evaluation

/// Runs by their figures for the topics that they share.
///
/// These are the judged topics that any of the runs answers. A topic that a run leaves out counts there as nothing found, so
/// that all runs are compared on the same topics.
struct MeasuredRuns {
  /// What the runs are called: their tags, or their files where tags don't tell them apart.
  let names: [String]
  /// The topics in the order of their bytes.
  let topics: [String]
  private let paths: [String]
  private let runs: [Run]
  private let qrels: Qrels
  private let options: Evaluation.Options
  /// The places of `topics` among those that are judged.
  private let places: [Int]

  /// Reads judgements and runs.
  init(qrels path: String, runs paths: [String], level: Int, collection: Int? = nil) throws {
    let qrels = try TRECFile.qrels(path)
    let runs = try paths.map(TRECFile.run)
    let answered = Set(runs.flatMap(\.topics))
    let judged = qrels.topics
    places = judged.indices.filter { answered.contains(judged[$0]) }
    topics = places.map { judged[$0] }
    for (path, run) in zip(paths, runs) where Set(run.topics).isDisjoint(with: topics) {
      throw Failure("\(path): expected topics that are judged, found none")
    }
    let tags = runs.map(\.tag)
    names = (Set(tags).count == tags.count ? tags : paths).map { shown($0) }
    options = Evaluation.Options(level: level, isComplete: true, collection: collection)
    (self.qrels, self.runs, self.paths) = (qrels, runs, paths)
  }

  /// The runs by their figures, for each measure.
  func figures(_ measures: [any Measure]) -> [[Comparison.Run]] {
    let evaluations = runs.map { Evaluation(of: $0, under: qrels, by: measures, options: options) }
    return measures.indices.map { measure in
      zip(names, evaluations).map { name, evaluation in
        Comparison.Run(name, places.map { evaluation.figures[measure][$0] })
      }
    }
  }

  /// The place of the run whose tag or file is `name`; of the first where no name is given.
  func place(of name: String?) throws -> Int {
    guard let name else { return 0 }
    guard let place = runs.indices.first(where: { names[$0] == name || paths[$0] == name || runs[$0].tag == name })
    else {
      let known = names.joined(separator: ", ")
      throw Failure("expected one of the runs for --baseline (\(known)), found “\(shown(name))”")
    }
    return place
  }
}
