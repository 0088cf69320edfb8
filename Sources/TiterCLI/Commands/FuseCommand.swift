public import ArgumentParser
public import Evaluation

extension ScoreNormalisation: ExpressibleByArgument {}

/// How rankings are made one.
enum FusionName: String, CaseIterable, ExpressibleByArgument {
  case reciprocalRank = "reciprocal-rank"
  case combSUM = "combsum"
  case combMNZ = "combmnz"
}

/// `titer fuse`.
struct FuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuse",
    abstract: "Make one run of several.",
    discussion: """
      Topic by topic. Reciprocal rank fusion adds 1 / (k + rank) over the runs and
      needs no comparable scores; combsum adds scores, combmnz multiplies that
      sum by the number of runs that have the document. The result is ordered
      as trec_eval orders it, and its scores strictly fall.

      Examples:
        titer fuse bm25.run feedback.run -o fused.run
        titer fuse a.run.gz b.run.gz --method combmnz -n 100 > fused.run

      Exit codes: 0 done; 2 an error.
      """)

  @Argument(
    help: ArgumentHelp("Files of runs, two or more; - for standard input.", valueName: "run"), completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, put in place at the end; else standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "How runs are fused.")
  var method: FusionName = .reciprocalRank

  @Option(
    name: .customShort("k"), parsing: .unconditional,
    help: ArgumentHelp("The constant of reciprocal rank fusion (default: 60).", valueName: "number"))
  var constant: Double?

  @Option(
    help: ArgumentHelp("What is done to the scores of each run and topic before they are added (default: min-max)."))
  var normalisation: ScoreNormalisation?

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("The most documents of a topic to write.", valueName: "number"))
  var depth = 1000

  @Option(help: ArgumentHelp("The name of the run (default: the method's).", valueName: "name"))
  var runTag: String?

  func validate() throws {
    if files.count < 2 { throw ValidationError("Fusion needs two runs or more, found \(files.count).") }
    if depth < 1 { throw ValidationError("-n needs a number from 1 on, found \(depth).") }
    if let constant, !(constant >= 0 && constant.isFinite) {
      throw ValidationError("-k needs a number from 0 on, found \(constant).")
    }
    if constant != nil && method != .reciprocalRank { throw ValidationError("-k is for reciprocal-rank.") }
    if normalisation != nil && method == .reciprocalRank {
      throw ValidationError("--normalisation is for combsum and combmnz: reciprocal-rank looks at ranks alone.")
    }
    try TiterCLI.validate(inputs: files)
  }

  func run() throws {
    let fused = fusion.fused(try files.map(TRECFile.run), depth: depth, tag: runTag ?? method.rawValue)
    try Output.to(output) { try $0.write(fused.text) }
  }

  private var fusion: any Fusion {
    switch method {
    case .reciprocalRank: ReciprocalRankFusion(k: constant ?? 60)
    case .combSUM: CombSUM(normalisation ?? .minMax)
    case .combMNZ: CombMNZ(normalisation ?? .minMax)
    }
  }
}
