/// The terms among which a query's names and words are looked for in all their forms.
struct Vocabulary<Failure: Error>: Sendable {
  private let has: @Sendable ([UInt8]) throws(Failure) -> Bool
  private let beginning: @Sendable ([UInt8]) throws(Failure) -> Set<[UInt8]>

  /// Whether there is a term.
  func contains(_ term: [UInt8]) throws(Failure) -> Bool { try has(term) }

  /// The keys of a name, whatever positions they span, those of fewer first.
  ///
  /// - Complexity: a look-up a kind.
  func keys(_ text: [UInt8], _ kinds: [NameKey.Kind]) throws(Failure) -> [NameKey] {
    var keys: [NameKey] = []
    for kind in kinds {
      keys += try beginning(text + [kind.rawValue]).compactMap { NameKey(term: $0) }.sorted { $0.length < $1.length }
    }
    return keys
  }
}

extension Vocabulary<IndexError> {
  /// The terms of some segments.
  init(_ segments: [Segment]) {
    has = { (term) throws(IndexError) in
      for segment in segments {
        let isThere = try segment.reading { () throws(FormatError) in
          try TermDictionary(segment.file).entry(of: term.span) != nil
        }
        if isThere { return true }
      }
      return false
    }
    beginning = { (prefix) throws(IndexError) in
      var terms: Set<[UInt8]> = []
      for segment in segments {
        try segment.reading { () throws(FormatError) in
          var automaton = PrefixAutomaton(prefix)
          for match in try TermDictionary(segment.file).matches(of: &automaton).terms { terms.insert(match.term) }
        }
      }
      return terms
    }
  }
}

extension Vocabulary<Never> {
  /// The terms of a text.
  init(_ tokens: TokenBuffer) {
    let terms = Set(tokens.tokens.map { Array(tokens.bytes[$0.term]) })
    has = { terms.contains($0) }
    beginning = { prefix in terms.filter { $0.starts(with: prefix) } }
  }
}
