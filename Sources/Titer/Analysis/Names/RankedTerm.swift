/// What ranking counts: a word without its ending in American spelling, a name as one word.
///
/// Its term is told from those of words and keys by a byte behind its text.
package enum RankedTerm {
  /// The byte behind the text of a ranked term.
  ///
  /// It is more than a key's last byte, the length of a name.
  static let mark: UInt8 = 0x1F

  /// Replaces `term` by that of a folded word or name.
  static func write(_ text: [UInt8], into term: inout [UInt8], _ stemmer: inout PorterStemmer) {
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: text)
    if text.isOfSmallLetters {
      Spelling.makeAmerican(&term)
      stemmer.stem(&term)
    }
    term.append(mark)
  }

  /// Whether a term is for ranking alone.
  package static func isRanked(_ term: some BidirectionalCollection<UInt8>) -> Bool { term.last == mark }
}
