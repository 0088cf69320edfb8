/// What a term of an index is: a word, or one of the forms that end in a byte that no word has.
package enum TermForm {
  /// The bytes behind the text of a term that is no word are below this.
  private static let leastOfWords: UInt8 = 0x20

  /// Whether a term is a word of a text, and not a key or for ranking alone.
  static func isWord(_ term: some BidirectionalCollection<UInt8>) -> Bool {
    term.last.map { $0 >= leastOfWords } ?? true
  }

  /// The text of a term, without what tells it from others of the same text.
  package static func text(of term: some Sequence<UInt8>) -> String {
    String(decoding: term.prefix { $0 >= leastOfWords }, as: UTF8.self)
  }
}
