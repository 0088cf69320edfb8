/// The terms among which a query's names and words are looked for in all their forms.
struct Vocabulary<Failure: Error>: Sendable {
  private let find: @Sendable ([UInt8]) throws(Failure) -> NameForms

  /// What terms there are of a text.
  ///
  /// - Complexity: a look-up in each segment.
  func forms(of text: [UInt8]) throws(Failure) -> NameForms { try find(text) }
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
  }
}

extension Vocabulary<Never> {
  /// The terms of a text.
  init(_ tokens: TokenBuffer) {
    var forms: [[UInt8]: NameForms] = [:]
    for token in tokens.tokens {
      let term = Array(tokens.bytes[token.term])
      let text = NameKey(term: term)?.text ?? term
      forms[text, default: NameForms()].add(term, of: text)
    }
    find = { [forms] in forms[$0] ?? NameForms() }
  }
}
