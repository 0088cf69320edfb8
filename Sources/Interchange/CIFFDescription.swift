internal import Titer

/// What the header of a CIFF file says of how its terms were made.
enum CIFFDescription {
  private static let prefix = "Titer, analysis "

  static func of(_ chain: AnalysisChain) -> String { prefix + chain.name }

  /// The chain that a description names, if it is one of Titer's.
  static func chain(_ description: String) -> AnalysisChain? {
    AnalysisChain.builtIn.first { of($0) == description }
  }
}
