/// What stands between clauses of Lucene's syntax, or before one.
enum LuceneOperator: String, CaseIterable {
  case and = "AND"
  case ampersands = "&&"
  case or = "OR"
  case bars = "||"
  case plus = "+"
  case not = "NOT"
  case minus = "-"
  case exclamation = "!"

  /// Whether it stands between clauses.
  var isConjunction: Bool {
    switch self {
    case .and, .ampersands, .or, .bars: true
    case .plus, .not, .minus, .exclamation: false
    }
  }

  /// Whether it makes the clauses on its two sides required.
  var isAnd: Bool { self == .and || self == .ampersands }

  /// Whether it is written in letters, which then must be a word of their own.
  private var isWord: Bool { self == .and || self == .or || self == .not }

  /// The operator that stands at the next place.
  static func ahead(in scanner: QueryScanner) -> LuceneOperator? {
    allCases.first { sign in
      let characters = sign.rawValue.unicodeScalars
      for (offset, scalar) in characters.enumerated() where scanner[scanner.place + offset] != Character(scalar) {
        return false
      }
      return !sign.isWord || scanner[scanner.place + characters.count]?.isLuceneWordPart != true
    }
  }
}

extension Character {
  /// Whether it can stand within a word without an escape, or begins an escape or is a wildcard.
  var isLuceneWordPart: Bool {
    switch self {
    case "!", "(", ")", "{", "}", "[", "]", "^", "~", ":": false
    default: !isQuote && !isWhitespace
    }
  }
}
