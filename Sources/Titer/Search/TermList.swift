/// Terms of an index, and how many documents hold each.
public struct TermList: Sendable, Equatable {
  /// A term.
  public struct Entry: Sendable, Equatable {
    /// The term.
    public var term: String
    /// The documents that hold it.
    public var documents: Int
  }

  /// The terms in ascending order of their bytes.
  public var entries: [Entry]
  /// Whether there are more than could be looked for.
  public var isCut: Bool
}

extension Index {
  /// The words that a word with wildcards stands for: `*` any characters or none, `?` one or none, `#` one.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: a walk over a part of each segment's dictionary.
  public func terms(matching pattern: String) throws(IndexError) -> TermList {
    guard let finder = try? TermFinder(TermRequest(pattern: PatternText.Word(text: pattern).folded)) else {
      return TermList(entries: [], isCut: false)
    }
    var (counts, isCut) = ([:] as [[UInt8]: Int], false)
    for segment in segments {
      try segment.reading { () throws(FormatError) in
        var finder = finder
        let matches = try finder.matches(
          in: TermDictionary(segment.file), limit: TermExpansion.most, wordsAlone: true)
        isCut = isCut || matches.isCut
        for match in matches.terms {
          counts[match.term, default: 0] += try segment.liveFrequency(match.entry, in: .all)
        }
      }
    }
    let held = counts.filter { $0.value > 0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let entries = held.map { TermList.Entry(term: TermForm.text(of: $0.key), documents: $0.value) }
    return TermList(entries: entries, isCut: isCut)
  }
}
