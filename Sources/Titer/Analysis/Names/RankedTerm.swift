/// What ranking counts: a word without its ending in American spelling, a name as one word.
///
/// Its term is told from those of words and keys by a byte behind its text.
package enum RankedTerm {
  /// The byte behind the text of a ranked term.
  ///
  /// It is more than a key's last byte, the length of a name.
  static let mark: UInt8 = 0x1F

  /// The term of a folded word or name.
  static func term(of text: [UInt8], _ stemmer: inout PorterStemmer) -> [UInt8] {
    var term = text
    if text.isOfSmallLetters {
      term = Spelling.american(term)
      stemmer.stem(&term)
    }
    return term + [mark]
  }

  /// Whether a term is for ranking alone.
  package static func isRanked(_ term: some BidirectionalCollection<UInt8>) -> Bool { term.last == mark }
}
