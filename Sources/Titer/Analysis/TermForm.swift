/// What a term of an index is: a word; one of the forms that end in a byte that no word has; or a value, which begins with one.
package enum TermForm {
  /// The bytes before and behind the text of a term that is no word are below this.
  private static let leastOfWords: UInt8 = 0x20

  /// Whether a term is a word of a text, and not a key, for ranking alone, or a value.
  static func isWord(_ term: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = term.first, let last = term.last else { return true }
    return first >= leastOfWords && last >= leastOfWords
  }

  /// Whether a term is a word of a text, and not a key, for ranking alone, or a value.
  static func isWord(_ term: Span<UInt8>) -> Bool {
    term.isEmpty || term[0] >= leastOfWords && term[term.count - 1] >= leastOfWords
  }

  /// Whether a term is a whole value of a document.
  static func isValue(_ term: some Collection<UInt8>) -> Bool { term.first.map { $0 < leastOfWords } ?? false }

  /// The text of a term, without what tells it from others of the same text.
  package static func text(of term: some Collection<UInt8>) -> String {
    let text = isValue(term) ? term.dropFirst() : term[...]
    return String(decoding: text.prefix { $0 >= leastOfWords }, as: UTF8.self)
  }
}
