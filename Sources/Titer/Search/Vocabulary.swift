/// The terms among which a query's names, words and patterns are looked for in all their forms.
struct Vocabulary<Failure: Error>: Sendable {
  private let find: @Sendable ([UInt8]) throws(Failure) -> NameForms
  private let expand: @Sendable (TermFinder, _ wordsAlone: Bool) throws(Failure) -> TermExpansion

  /// What terms there are of a text.
  ///
  /// - Complexity: a look-up in each segment.
  func forms(of text: [UInt8]) throws(Failure) -> NameForms { try find(text) }

  /// The terms that a finder asks for; only words if `wordsAlone`.
  ///
  /// - Complexity: a walk over a part of each segment's dictionary.
  func terms(_ finder: TermFinder, wordsAlone: Bool) throws(Failure) -> TermExpansion {
    try expand(finder, wordsAlone)
  }
}

/// The terms that a pattern stands for.
struct TermExpansion: Equatable {
  /// The most terms that are looked for.
  static let most = 20_000

  /// The terms in ascending order of their bytes, each once.
  private(set) var terms: [[UInt8]] = []
  /// Whether there are more.
  private(set) var isCut = false

  /// Adds what another pattern stands for.
  mutating func add(_ other: TermExpansion) { add(other.terms, isCut: other.isCut) }

  /// Adds terms in order.
  mutating func add(_ others: [[UInt8]], isCut: Bool = false) {
    self.isCut = self.isCut || isCut
    terms = terms.isEmpty ? others : Self.merged(terms, others)
    guard terms.count > Self.most else { return }
    self.isCut = true
    terms.removeLast(terms.count - Self.most)
  }

  /// What is in either of two ascending lists, each term once.
  private static func merged(_ left: [[UInt8]], _ right: [[UInt8]]) -> [[UInt8]] {
    var merged: [[UInt8]] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        merged.append(left[first])
        (first, second) = (first + 1, second + 1)
      } else if left[first].lexicographicallyPrecedes(right[second]) {
        merged.append(left[first])
        first += 1
      } else {
        merged.append(right[second])
        second += 1
      }
    }
    return merged + left[first...] + right[second...]
  }
}

/// What terms there are of a text: as a word, and as a name of one or more positions.
struct NameForms: Equatable {
  /// Whether there is such a word.
  private(set) var isWord = false
  /// The keys, each once.
  private(set) var keys: [NameKey] = []

  /// The keys of some kinds, those that span fewer positions first.
  func keys(_ kinds: [NameKey.Kind]) -> [NameKey] {
    kinds.flatMap { kind in keys.filter { $0.kind == kind }.sorted { $0.length < $1.length } }
  }

  /// Adds a term, if it is one of `text`; returns whether one that comes behind it may be.
  @discardableResult
  fileprivate mutating func add(_ term: [UInt8], of text: [UInt8]) -> Bool {
    guard term.starts(with: text) else { return false }
    guard term.count > text.count else {
      isWord = true
      return true
    }
    guard NameKey.Kind(rawValue: term[text.count]) != nil else { return false }
    if let key = NameKey(term: term), key.text == text, !keys.contains(key) { keys.append(key) }
    return true
  }
}

extension Vocabulary<IndexError> {
  /// The terms of some segments.
  init(_ segments: [Segment]) {
    find = { (text) throws(IndexError) in
      var forms = NameForms()
      for segment in segments {
        try segment.reading { () throws(FormatError) in
          // A word and the keys of its text lie side by side.
          try TermDictionary(segment.file).visit(from: text) { forms.add($0, of: text) }
        }
      }
      return forms
    }
    expand = { (finder, wordsAlone) throws(IndexError) in
      var (finder, expansion) = (finder, TermExpansion())
      for segment in segments {
        let matches = try segment.reading { () throws(FormatError) in
          try finder.matches(in: TermDictionary(segment.file), limit: TermExpansion.most, wordsAlone: wordsAlone)
        }
        expansion.add(matches.terms.map(\.term), isCut: matches.isCut)
      }
      return expansion
    }
  }
}

extension Vocabulary<Never> {
  /// The terms of a text.
  init(_ tokens: TokenBuffer) {
    var forms: [[UInt8]: NameForms] = [:]
    var words: Set<[UInt8]> = []
    for token in tokens.tokens {
      let term = Array(tokens.bytes[token.term])
      if TermForm.isWord(term) { words.insert(term) }
      let text = NameKey(term: term)?.text ?? term
      forms[text, default: NameForms()].add(term, of: text)
    }
    find = { [forms] in forms[$0] ?? NameForms() }
    expand = { [words] finder, _ in
      var (finder, expansion) = (finder, TermExpansion())
      let found = words.filter { finder.asks(for: $0.span) }
      expansion.add(found.sorted { $0.lexicographicallyPrecedes($1) }, isCut: false)
      return expansion
    }
  }
}
