import ArgumentParser
import Titer

/// What a user calls an analysis chain: its name without the version.
struct AnalyzerName: ExpressibleByArgument, Equatable {
  let chain: AnalysisChain

  init?(argument: String) {
    guard let chain = AnalysisChain.builtIn.first(where: { Self.name($0) == argument }) else { return nil }
    self.chain = chain
  }

  var defaultValueDescription: String { Self.name(chain) }

  static var allValueStrings: [String] { AnalysisChain.builtIn.map(name) }

  static func name(_ chain: AnalysisChain) -> String { String(chain.family) }
}
