/// A way to analyse text, under the name that an index's manifest records.
///
/// An index is searched with the chain that made it. A change to what a chain produces gets a new version in its name.
/// Besides the chains that Titer has, a program may give its own:
///
///     let chain = AnalysisChain(name: "codes/1") { CodeAnalyzer() }
///     var writer = try IndexWriter(path: "codes.idx", chain: chain)
///     …
///     let index = try Index(path: "codes.idx", chains: [chain])
///
/// Two chains of one name are taken to be the same.
public struct AnalysisChain: Sendable {
  /// Words of Unicode text in lower case, without English stop words, stemmed by Porter's algorithm; see ``EnglishAnalyzer``.
  public static let english = AnalysisChain("english/2") { WordAnalyzer<EnglishTerms>(cacheLimit: $0) }
  /// Words of Unicode text, folded; see ``PlainAnalyzer``.
  public static let plain = AnalysisChain("plain/1") { WordAnalyzer<FoldedTerms>(cacheLimit: $0) }
  /// Words and names of biomedical text, folded; names are found however they are written; see ``NameAnalyzer``.
  public static let biomedical = AnalysisChain("biomedical/2") { NameAnalyzer(cacheLimit: $0) }

  /// The chains that Titer has.
  public static let builtIn = [english, plain, biomedical]

  /// What the chain is called: its name, a slash and its version.
  public let name: String
  private let make: @Sendable (_ cacheLimit: Int) -> any IndexingAnalyzer

  /// The name without the version.
  public var family: Substring { name.prefix { $0 != "/" } }

  private init(_ name: String, make: @escaping @Sendable (_ cacheLimit: Int) -> any IndexingAnalyzer) {
    self.name = name
    self.make = make
  }

  /// The chain of a name, which nothing is analysed with: of an index that is neither searched nor written.
  init(unknown name: String) {
    self.init(name) { _ in preconditionFailure("an index of an unknown chain is neither searched nor written") }
  }

  /// A program's own chain.
  ///
  /// - Parameters:
  ///   - name: what indexes record, with a version that changes with the analyzer's tokens: `codes/1`. Not empty, and before
  ///     the slash none of the names of the chains that Titer has.
  ///   - makeAnalyzer: makes one of its analyzers; each thread gets its own.
  public init(name: String, makeAnalyzer: @escaping @Sendable () -> any Analyzer) {
    self.init(name) { _ in AdaptedAnalyzer(makeAnalyzer()) }
    precondition(!name.isEmpty, "a chain has a name")
    precondition(
      !AnalysisChain.builtIn.contains { $0.family == family },
      "a program's own chain isn't called “\(name)”: Titer has a chain of that name")
  }

  /// A new analyzer of this chain.
  public func makeAnalyzer() -> any Analyzer { make(1_000_000) }

  /// A new analyzer of this chain for an index's writer, one that remembers the terms of at most `cacheLimit` words.
  func makeIndexingAnalyzer(cacheLimit: Int) -> any IndexingAnalyzer { make(cacheLimit) }
}

extension AnalysisChain: Hashable {
  /// Whether two chains have one name.
  public static func == (left: AnalysisChain, right: AnalysisChain) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
