/// The plain syntax: words, `"phrases in quotes"`, and both `=exact`.
///
///     query  = { words | phrase | exact }
///     phrase = quote words quote
///     exact  = '=' word | '=' phrase   as it stands, without other forms of words and names
///     quote  = '"' | '“' | '”'         any of them opens, and the next one closes
///     words  = text without quotes
///
/// White space around words means nothing; a part without any other character is no part of the query. An equals sign within a word or
/// alone says nothing.
extension Query {
  /// Reads the plain syntax: words, `"phrases in quotes"`, and both `=exact`.
  ///
  /// - Throws: ``QueryError`` when a quote isn't closed.
  public init(plain text: String) throws(QueryError) {
    self.init([])
    var rest = Substring(text).unicodeScalars
    while let quote = rest.firstIndex(where: \.isQuote) {
      let before = rest[..<quote]
      let isExact = before.endsInExactSign
      append(text: isExact ? before.dropLast() : before)
      let phrase = rest[rest.index(after: quote)...]
      guard let close = phrase.firstIndex(where: \.isQuote) else {
        throw QueryError(unclosed: quote, in: text)
      }
      append(phrase: phrase[..<close].trimmed, isExact: isExact)
      rest = phrase[phrase.index(after: close)...]
    }
    append(text: rest)
  }

  /// Appends text without quotes: words, and exact ones.
  private mutating func append(text: Substring.UnicodeScalarView) {
    var rest = text
    while let start = rest.firstExactWord {
      append(words: rest[..<start].trimmed)
      let word = rest[rest.index(after: start)...].prefix { !$0.properties.isWhitespace }
      append(phrase: word.trimmed, isExact: true)
      rest = rest[word.endIndex...]
    }
    append(words: rest.trimmed)
  }

  /// Appends words; those on the two sides of an empty phrase become one clause.
  private mutating func append(words: String) {
    guard !words.isEmpty else { return }
    if case .words(let before) = clauses.last {
      clauses[clauses.count - 1] = .words(before + " " + words)
    } else {
      clauses.append(.words(words))
    }
  }

  private mutating func append(phrase: String, isExact: Bool) {
    if !phrase.isEmpty { clauses.append(isExact ? .exact(phrase) : .phrase(phrase)) }
  }

  /// The query in the plain syntax.
  ///
  /// A query that was read from the plain syntax is the query that this text is read as. Quotes within a clause,
  /// which the syntax can't write, become spaces.
  public var plainText: String {
    clauses.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Query.Clause {
  fileprivate var plainText: String {
    switch self {
    case .words(let text), .near(let text, _, _): text.withoutQuotes
    case .phrase(let text): "\"\(text.withoutQuotes)\""
    case .exact(let text): "=\"\(text.withoutQuotes)\""
    case .all(let clauses), .any(let clauses): Query(clauses).plainText
    case .field(_, let clause): clause.plainText
    case .not: ""
    }
  }
}

extension QueryError {
  fileprivate init(unclosed quote: String.Index, in text: String) {
    self.init(
      query: text, column: text.distance(from: text.startIndex, to: quote),
      expected: "a closing quote for the one at column \(text.distance(from: text.startIndex, to: quote) + 1)",
      found: "the end of the query")
  }
}

extension Unicode.Scalar {
  fileprivate var isQuote: Bool { self == "\"" || self == "\u{201C}" || self == "\u{201D}" }
}

extension Substring.UnicodeScalarView {
  /// Whether an equals sign at the beginning of a word is the last character.
  fileprivate var endsInExactSign: Bool {
    last == "=" && (dropLast().last?.properties.isWhitespace ?? true)
  }

  /// The equals sign before the first exact word.
  fileprivate var firstExactWord: Index? {
    indices.first { index in
      let next = self.index(after: index)
      guard self[index] == "=", next < endIndex, self[next] != "=" else { return false }
      guard !self[next].properties.isWhitespace else { return false }
      return index == startIndex || self[self.index(before: index)].properties.isWhitespace
    }
  }

  /// The text without white space at its two ends.
  fileprivate var trimmed: String {
    let start = firstIndex { !$0.properties.isWhitespace } ?? endIndex
    let last = lastIndex { !$0.properties.isWhitespace } ?? start
    return start == endIndex ? "" : String(self[start...last])
  }
}

extension String {
  fileprivate var withoutQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isQuote ? " " : $0 }))
  }
}
