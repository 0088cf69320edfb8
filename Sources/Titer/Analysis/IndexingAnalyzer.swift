/// An analyzer that gives numbers in place of terms, so that a word it knows costs one look-up.
///
/// Its laws: the occurrences are those of ``Analyzer/analyze(_:into:)``, each with the number that `terms` has for its term.
protocol IndexingAnalyzer: Analyzer {
  /// Appends the occurrences of the terms of `text` and moves `occurrences.position` behind its last word.
  ///
  /// - Parameters:
  ///   - text: UTF-8; ill-formed bytes separate words.
  ///   - occurrences: where to append them.
  ///   - terms: the same in every call since the last ``forgetNumbers()``.
  mutating func analyze(_ text: Span<UInt8>, into occurrences: inout OccurrenceList, numberedBy terms: SharedTerms)

  /// Forgets the numbers of terms and keeps the terms.
  mutating func forgetNumbers()
}
