import ArgumentParser
import Titer

/// The values that the numbers of a search take in turn.
struct SweepGrid: ParsableArguments {
  @Option(help: ArgumentHelp("How soon more occurrences stop to count.", valueName: "values"), transform: Self.values)
  var k1: [String] = []

  @Option(help: ArgumentHelp("How much length counts, from 0 to 1.", valueName: "values"), transform: Self.values)
  var b: [String] = []

  @Option(help: ArgumentHelp("What a word in the title counts.", valueName: "values"), transform: Self.values)
  var title: [String] = []

  @Option(help: ArgumentHelp("What a word in the abstract counts.", valueName: "values"), transform: Self.values)
  var abstract: [String] = []

  @Option(help: ArgumentHelp("What a word in the keywords counts.", valueName: "values"), transform: Self.values)
  var keywords: [String] = []

  @Option(
    help: ArgumentHelp("none, rm3 and rocchio, separated by commas.", valueName: "methods"),
    transform: { $0.split(separator: ",").map(String.init) })
  var feedback: [String] = []

  @Option(
    help: ArgumentHelp("How many of the best records feedback takes words from.", valueName: "values"),
    transform: Self.values)
  var feedbackRecords: [String] = []

  @Option(help: ArgumentHelp("How many words feedback adds.", valueName: "values"), transform: Self.values)
  var feedbackWords: [String] = []

  @Option(help: ArgumentHelp("What the query counts beside feedback.", valueName: "values"), transform: Self.values)
  var feedbackWeight: [String] = []

  /// What varies, in order; k1 and b where nothing was named.
  private var axes: [(name: String, values: [String])] {
    let given = [
      ("k1", k1), ("b", b), ("title", title), ("abstract", abstract), ("keywords", keywords), ("feedback", feedback),
      ("feedback-records", feedbackRecords), ("feedback-words", feedbackWords), ("feedback-weight", feedbackWeight),
    ].filter { !$0.1.isEmpty }
    guard given.isEmpty else { return given }
    return [("k1", (2...10).map { "\(Double($0 * 2) / 10)" }), ("b", (0...10).map { "\(Double($0) / 10)" })]
  }

  /// The names of what varies.
  var names: [String] { axes.map(\.name) }

  /// All settings, each once: the usual one first, then those of the grid in order.
  ///
  /// - Throws: `ValidationError` for a value that its option doesn't take.
  func settings() throws -> [SweepSetting] {
    var settings: [SweepSetting] = [SweepSetting()]
    for axis in axes {
      settings = try settings.flatMap { setting in try axis.values.map { try setting.with(axis.name, $0) } }
    }
    var seen: Set<[String]> = []
    let names = names
    return ([SweepSetting()] + settings).filter { seen.insert(names.map($0.text)).inserted }
  }

  /// The values of `0.4,0.9` or of `0:1:0.1`, from the first to the second in steps of the third.
  private static func values(_ text: String) throws -> [String] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let values =
      parts.count == 3 ? steps(parts.compactMap { Double($0) }) : text.split(separator: ",").compactMap { Double($0) }
    let count = parts.count == 3 ? nil : text.split(separator: ",", omittingEmptySubsequences: false).count
    guard let values, !values.isEmpty, count == nil || values.count == count, values.allSatisfy(\.isFinite) else {
      throw ValidationError("expected values such as 0.4,0.9 or 0:1:0.1, found “\(text)”")
    }
    return values.map { $0 == $0.rounded() && abs($0) < 1e6 ? "\(Int($0))" : "\($0)" }
  }

  /// Steps without the error that sums of them gather; `nil` for what is no range, or more than 1,000 steps.
  private static func steps(_ range: [Double]) -> [Double]? {
    guard range.count == 3, range[2] > 0, range[0] <= range[1] else { return nil }
    let count = ((range[1] - range[0]) / range[2] + 1e-9).rounded(.down)
    guard count < 1_000 else { return nil }
    return (0...Int(count)).map { ((range[0] + Double($0) * range[2]) * 1e9).rounded() / 1e9 }
  }
}
