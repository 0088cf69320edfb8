/// The words that carry no topic: Lucene's 33 English stop words (`EnglishAnalyzer.ENGLISH_STOP_WORDS_SET`).
package enum StopWords {
  /// Whether a folded word is one of them.
  package static func contains(_ word: [UInt8]) -> Bool { english.contains(word) }

  private static let english = WordMap(
    listed: """
      a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was
      will with
      """)
}
