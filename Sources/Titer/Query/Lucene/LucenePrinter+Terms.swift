/// Single terms of Lucene's syntax.
extension Query.Clause {
  /// Whether it is written as a word without quotes.
  var isLuceneWord: Bool {
    guard case .phrase(let text) = self else { return false }
    return text.isLuceneWord
  }

  /// A clause on words of texts; nothing for one that isn't a single term, or that can't be written.
  var luceneTerm: String? {
    switch self {
    case .phrase(let text): text.isBlank ? nil : text.isLuceneWord ? text : text.luceneQuoted
    case .pattern(let pattern): pattern.lucenePattern
    case .fuzzy(let word, let distance): word.isOneWord && 1...2 ~= distance ? word.luceneEscaped + "~\(distance)" : nil
    case .regex(let regex): regex.luceneRegex
    case .near(let clauses, let proximity): Self.lucenePhrase(of: clauses, proximity)
    default: nil
    }
  }

  /// A clause that asks for a whole value, for years, or for everything.
  var luceneValue: String? {
    if self == .everything { return "*:*" }
    if let years = NamedField.years(of: self) { return "year:" + years.luceneRange }
    guard let (field, text) = NamedField.value(of: self), let name = field.name else { return nil }
    guard field.hasWildcards, text.hasPatternSigns else {
      return "\(name):" + (text.isLuceneWord ? text : text.luceneQuoted)
    }
    return text.lucenePattern.map { "\(name):\($0)" }
  }

  /// Words that may be moved, as `"a b"~2`.
  private static func lucenePhrase(of clauses: [Query.Clause], _ proximity: Query.Proximity) -> String? {
    var words: [String] = []
    for clause in clauses {
      guard case .phrase(let word) = clause, word.isOneWord else { return nil }
      words.append(word)
    }
    guard words.count > 1, proximity.order == .moved, proximity.gap > 0 else { return nil }
    return words.joined(separator: " ").luceneQuoted + "~\(proximity.gap)"
  }
}

extension String {
  /// Whether it is read as a word as it stands.
  var isLuceneWord: Bool { !isEmpty && utf8.count == luceneEscaped.utf8.count }

  /// The text as one word, with backslashes where they are needed.
  var luceneEscaped: String { luceneEscaped(asPattern: false) }

  /// Words with a space between them; a space that belongs to a word has a backslash.
  var luceneWords: String {
    let words = QueryScanner(scalarsOf: self).characters.split(separator: " ", omittingEmptySubsequences: false)
    return words.contains { $0.allSatisfy(\.isWhitespace) }
      ? luceneEscaped : words.map { String($0).luceneEscaped }.joined(separator: " ")
  }

  /// The text as a phrase; wildcards, which mean nothing there, have backslashes all the same.
  var luceneQuoted: String {
    let characters = QueryScanner(scalarsOf: self).characters
    return "\"" + characters.map { $0.isQuote || "\\*?".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// The text of a pattern as a word; nothing if it has a wildcard that the syntax lacks.
  fileprivate var lucenePattern: String? {
    guard hasAlphanumeric, unicodeScalars.contains(where: { $0 == "*" || $0 == "#" }), !unicodeScalars.contains("?")
    else { return nil }
    return luceneEscaped(asPattern: true)
  }

  private func luceneEscaped(asPattern isPattern: Bool) -> String {
    let scanner = QueryScanner(scalarsOf: self)
    let beginsWithSign = scanner.next == "/" || LuceneOperator.ahead(in: scanner) != nil
    var escaped = ""
    for (index, character) in scanner.characters.enumerated() {
      switch character {
      case "*" where isPattern: escaped += "*"
      case "#" where isPattern: escaped += "?"
      case "*", "?", "\\": escaped += "\\\(character)"
      case _ where !character.isLuceneWordPart || index == 0 && beginsWithSign: escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A regular expression between slashes; nothing if it is none, or has an escape that the syntax has no
  /// way to write.
  fileprivate var luceneRegex: String? {
    var escaped = "/"
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "/": escaped += "\\/"
      case "\\":
        guard let next = rest.popFirst(), next != "/" else { return nil }
        escaped += "\\\(next)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return isEmpty || (try? RegexSyntax.parse(self)) == nil ? nil : escaped + "/"
  }
}

extension ClosedRange<Int> {
  /// The years as `2020`, `[2015 TO 2020]` or `[2015 TO *]`.
  fileprivate var luceneRange: String {
    let all = NamedField.allYears
    guard lowerBound < upperBound else { return "\(lowerBound)" }
    let lower = lowerBound == all.lowerBound ? "*" : "\(lowerBound)"
    let upper = upperBound == all.upperBound ? "*" : "\(upperBound)"
    return "[\(lower) TO \(upper)]"
  }
}

extension Float {
  /// The shortest digits that read as the number, as `2`, `0.5` or `0.00001`.
  package var withoutExponent: String {
    let parts = description.split(separator: "e")
    let digits = parts[0].filter { $0 != "." }
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }
    let point = exponent + 1
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    return digits + String(repeating: "0", count: point - digits.count)
  }
}
