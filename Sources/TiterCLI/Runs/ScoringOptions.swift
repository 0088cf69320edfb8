import ArgumentParser
import Titer

/// The free numbers of the score.
struct ScoringOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How soon more occurrences of a word stop to count (default: 0.9).", valueName: "number"))
  var k1: Double?

  @Option(help: ArgumentHelp("How much a record's length counts, from 0 to 1 (default: 0.4).", valueName: "number"))
  var b: Double?

  @Option(help: ArgumentHelp("What a word in the title counts (default: 1).", valueName: "number"))
  var title: Float?

  @Option(help: ArgumentHelp("What a word in the abstract counts (default: 1).", valueName: "number"))
  var abstract: Float?

  @Option(help: ArgumentHelp("What a word in the keywords counts (default: 1).", valueName: "number"))
  var keywords: Float?

  func validate() throws {
    try Self.check("--k1", k1, in: 1e-3...1e3, "more than 0")
    try Self.check("--b", b, in: 0...1, "from 0 to 1")
    for (name, weight) in [("--title", title), ("--abstract", abstract), ("--keywords", keywords)] {
      try Self.check(name, weight.map { Double($0) }, in: 0...1e3, "from 0 on")
    }
  }

  /// The numbers, those that weren't given as usual.
  var scoring: Scoring {
    let usual = Scoring()
    return Scoring(
      k1: k1 ?? usual.k1, b: b ?? usual.b, title: title ?? usual.title, abstract: abstract ?? usual.abstract,
      keywords: keywords ?? usual.keywords)
  }

  /// - Throws: `ValidationError` for a number outside a range.
  static func check(_ name: String, _ number: Double?, in range: ClosedRange<Double>, _ expected: String) throws {
    guard let number, !range.contains(number) else { return }
    throw ValidationError("\(name) needs a number \(expected), found \(number).")
  }
}
