import Synchronization

/// Keeps an analyzer from one query to the next: making one costs more than analysing a query.
///
/// Threads that want one at the same time get one each; one of them is kept.
final class QueryAnalyzers: Sendable {
  /// An analyzer that only its owner uses: ``use(_:)`` takes it out of `idle` under the lock, or has just made it, and gives it back when
  /// it is done, so that no two threads ever have it.
  private final class Owned: @unchecked Sendable {
    var analyzer: any Analyzer

    init(_ analyzer: any Analyzer) {
      self.analyzer = analyzer
    }
  }

  /// Words whose terms an analyzer of queries remembers.
  private static let cacheLimit = 4_096

  private let chain: AnalysisChain
  private let idle = Mutex<Owned?>(nil)

  /// Analyzers of `chain`.
  init(_ chain: AnalysisChain) {
    self.chain = chain
  }

  /// Calls `body` with an analyzer that nobody else uses meanwhile.
  func use<T, E: Error>(_ body: (inout any Analyzer) throws(E) -> T) throws(E) -> T {
    let owned = idle.withLock { $0.take() } ?? Owned(chain.makeIndexingAnalyzer(cacheLimit: Self.cacheLimit))
    defer { idle.withLock { $0 = owned } }
    return try body(&owned.analyzer)
  }
}
