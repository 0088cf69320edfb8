/// The figure that tuning honestly comes to: each topic under the setting that was the best for the topics of other folds.
///
/// The best setting over all topics has been chosen by what it is then praised for. Here a fold's setting is the one with
/// the highest mean over the topics outside the fold, the first of those that are as good.
public struct CrossValidation: Sendable, Equatable {
  /// What was chosen for a fold, and what came of it.
  public struct Fold: Sendable, Equatable {
    /// The topics held out, by their places.
    public let topics: [Int]
    /// The setting chosen, by its place.
    public let setting: Int
    /// Its mean over the topics by which it was chosen.
    public let trainingMean: Double
    /// Its mean over the topics held out.
    public let testMean: Double
  }

  /// The folds in order.
  public let folds: [Fold]
  /// For each topic the figure under its fold's setting.
  public let values: [Double]

  /// Chooses among settings.
  ///
  /// - Parameters:
  ///   - values: For each setting the figure for each topic.
  ///   - folds: The places of each fold's topics; each topic is in one.
  /// - Precondition: there is a setting, all have as many figures, and each topic is in one fold.
  /// - Complexity: O(settings · topics · folds).
  public init(values: [[Double]], folds: [[Int]]) {
    precondition(!values.isEmpty, "there must be a setting to choose")
    let topics = values[0].count
    precondition(values.allSatisfy { $0.count == topics }, "each setting needs a figure for each topic")
    precondition(folds.joined().sorted() == Array(0..<topics), "each topic belongs to one fold")
    var tested = values[0]
    self.folds = folds.map { held in
      let training = Set(0..<topics).subtracting(held).sorted()
      let means = values.map { Self.mean($0, of: training) }
      let setting = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
      for topic in held { tested[topic] = values[setting][topic] }
      return Fold(
        topics: held, setting: setting, trainingMean: means[setting],
        testMean: Self.mean(values[setting], of: held))
    }
    self.values = tested
  }

  /// Chooses among settings by the folds of some topics, in whose order the figures are.
  ///
  /// - Precondition: there is a setting, and each has a figure for each topic.
  public init(values: [[Double]], topics: [String], folds: Int, seed: UInt64 = 1) {
    let places = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1, $0) })
    let folds = Folds(topics, count: folds, seed: seed).topics.map { $0.compactMap { places[$0] } }
    self.init(values: values, folds: folds)
  }

  /// The honest figure: the mean over all topics, each held out once.
  public var mean: Double { Self.mean(values, of: Array(values.indices)) }

  private static func mean(_ values: [Double], of topics: [Int]) -> Double {
    topics.reduce(0) { $0 + values[$1] } / Double(max(topics.count, 1))
  }
}
