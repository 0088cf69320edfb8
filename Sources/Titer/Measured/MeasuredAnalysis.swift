/// Analysis as indexing does it: texts into numbers of terms.
@_spi(Benchmarks) public struct MeasuredAnalysis {
  private var analyzer: any IndexingAnalyzer
  private let terms = SharedTerms()
  private var list = OccurrenceList()

  /// An analyzer of `chain` that knows no word yet.
  public init(_ chain: AnalysisChain) {
    analyzer = chain.makeIndexingAnalyzer(cacheLimit: 1_000_000)
  }

  /// Analyses texts and returns how many occurrences they have.
  public mutating func analyze(_ texts: [String]) -> Int {
    list.removeAll()
    var occurrences = 0
    for text in texts {
      list.beginDocument()
      analyzer.analyze(text.utf8.span, into: &list, numberedBy: terms)
      occurrences += Int(list.occurrences)
    }
    return occurrences
  }
}
