public import ArgumentParser
public import Evaluation

extension Correction: ExpressibleByArgument {}

/// Which test is asked for.
enum TestName: String, CaseIterable, ExpressibleByArgument {
  case t
  case randomisation
}

/// How runs are compared.
struct ComparisonOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A measure; may be repeated (default: ndcg_cut_10 and map).", valueName: "name"))
  var measure: [String] = []

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("The least grade that is relevant.", valueName: "grade"))
  var level = 1

  @Option(
    help: ArgumentHelp("The run that others are held against, by tag or file (default: the first).", valueName: "run"))
  var baseline: String?

  @Option(help: "What tells a difference from chance: the paired t-test, or the randomisation test of signs.")
  var test: TestName = .t

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many permutations the randomisation test draws, where more than 20 topics differ.", valueName: "number"))
  var permutations = 100_000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What permutations and intervals are drawn from.", valueName: "number"))
  var seed = 1

  @Option(help: "What makes up for comparing several runs, within each measure.")
  var correction: Correction = .holm

  func validate() throws {
    if level < 0 { throw ValidationError("-l needs a grade from 0 on, found \(level).") }
    if seed < 0 { throw ValidationError("--seed needs a number from 0 on, found \(seed).") }
    if permutations < 1 { throw ValidationError("--permutations needs a number from 1 on, found \(permutations).") }
  }

  /// The tests that the options ask for.
  var method: Comparison.Method {
    var method = Comparison.Method()
    method.test = test == .t ? .t : .randomisation(permutations: permutations)
    method.correction = correction
    method.seed = UInt64(max(seed, 0))
    return method
  }

  /// The measures asked for, each once.
  ///
  /// - Throws: ``MeasureError``, or a ``Failure`` for a measure that isn't a mean of topics' figures.
  func measures() throws -> [any Measure] {
    var seen: Set<String> = []
    var measures: [any Measure] = []
    for name in measure.isEmpty ? ["ndcg_cut_10", "map"] : measure {
      let means = try Measures.named(name).filter { $0.aggregation == .mean && $0.isPerTopic }
      if means.isEmpty { throw Failure("expected a measure that is a mean over topics, found \(shown(name))") }
      measures += means.filter { seen.insert("\($0)").inserted }
    }
    return measures
  }
}

/// Makes sure that standard input is named once at most.
func validate(inputs: [String]) throws {
  if inputs.count(where: { $0 == "-" }) > 1 {
    throw ValidationError("-: standard input can be read only once.")
  }
}
