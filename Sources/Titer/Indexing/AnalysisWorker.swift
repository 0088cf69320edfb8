/// Analyses documents, on one thread at a time.
final class AnalysisWorker: @unchecked Sendable {
  // Whoever takes a worker from its pool is the only one to use it till it is given back.
  private var analyzer: any IndexingAnalyzer
  private var values = ValueTerms()
  private var list = OccurrenceList()

  /// A worker with an analyzer of its own.
  init(_ analyzer: any IndexingAnalyzer) {
    self.analyzer = analyzer
  }

  /// The occurrences of documents.
  ///
  /// - Complexity: O(bytes of text).
  func analyse(_ documents: [Document], _ terms: SharedTerms) -> AnalysedBatch {
    list.removeAll()
    var entries: [AnalysedBatch.Entry] = []
    entries.reserveCapacity(documents.count)
    for document in documents { entries.append(analyse(document, terms)) }
    return AnalysedBatch(entries, list)
  }

  /// Forgets the numbers of terms.
  func forgetNumbers() { analyzer.forgetNumbers() }

  private func analyse(_ document: Document, _ terms: SharedTerms) -> AnalysedBatch.Entry {
    let start = list.words.count
    list.beginDocument()
    append(document.title, terms)
    let abstract = list.position
    append(document.abstract, terms)
    let keywords = list.position
    for text in document.keywords { append(text, terms) }
    for term in values.terms(of: document.values) { list.append(terms.number(of: term[...]), counts: false) }
    return AnalysedBatch.Entry(
      start: UInt32(start), occurrences: list.occurrences, length: list.occurrences - list.forms,
      abstract: UInt32(abstract), keywords: UInt32(keywords))
  }

  /// Appends the occurrences of one text, and leaves a gap behind it.
  private func append(_ text: String, _ terms: SharedTerms) {
    analyzer.analyze(text.utf8.span, into: &list, numberedBy: terms)
    list.position += SegmentBuffer.textGap
  }
}
