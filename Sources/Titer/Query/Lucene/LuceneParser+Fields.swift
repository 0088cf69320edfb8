/// Fields, and what terms mean in those that hold whole values.
extension LuceneParser {
  /// Whether terms are whole values here, not words of texts.
  var isInValue: Bool { field.map { !$0.isText } ?? false }

  /// `[ name ':' ]`, with the white space behind it.
  mutating func fieldName() throws(QueryError) -> (name: String, field: NamedField)? {
    let start = scanner.place
    let name = scanner.take { $0.isLuceneWordPart && !"+-/*?\\".contains($0) }
    scanner.skipSpaces()
    guard !name.isEmpty, scanner.skip(":") else {
      scanner.place = start
      return nil
    }
    scanner.skipSpaces()
    guard let named = NamedField(name) else {
      throw scanner.error(
        at: start, expected: "a field: \(NamedField.list)", found: "“\(name)”",
        suggestion: (NamedField.nearest(to: name).map { "Did you mean \($0)? " } ?? "")
          + #"To look for a colon, write \: or put the text into quotes."#)
    }
    guard field == nil else { throw nestedField(name, at: start) }
    return (name, named)
  }

  /// What a word or a phrase asks for in a field of whole values.
  mutating func value(of text: LuceneText, isQuoted: Bool) throws(QueryError) -> Query.Clause {
    if field == .years { return try years(of: text) }
    let written = isQuoted ? try literal(of: text) : try unquoted(text)
    guard let clause = field?.clause(ofValue: written) else {
      throw scanner.error(
        at: text.start, expected: field == .heading ? "a heading, or one and a qualifier behind “/”" : "a value",
        found: "“\(written)”")
    }
    return clause
  }

  /// The text of a value in quotes, in which wildcards are characters.
  private func literal(of text: LuceneText) throws(QueryError) -> String {
    guard field?.hasWildcards == true, let sign = text.pieces.first(where: \.character.isWildcard) else {
      return text.text
    }
    throw scanner.error(
      at: sign.place, expected: "no “\(sign.character)” in the quotes of a whole value",
      suggestion: #"Outside of quotes * and ? are wildcards, also behind an escaped space: author:Smith\ J*."#)
  }

  /// The text of a value without quotes.
  private func unquoted(_ text: LuceneText) throws(QueryError) -> String {
    if scanner.next == "(" {
      throw scanner.error(
        expected: "white space behind a value",
        suggestion: "Put the value into quotes if the parenthesis belongs to it.")
    }
    if field?.hasWildcards == true { return try pattern(of: text) }
    if let wildcard = text.pieces.first(where: \.isWildcard) {
      throw scanner.error(
        at: wildcard.place, expected: "no wildcard, since a filter matches whole values",
        suggestion: #"To look for the character, write \\#(wildcard.character)."#)
    }
    return text.text
  }

  /// The text of a word as a pattern has it.
  func pattern(of word: LuceneText) throws(QueryError) -> String {
    if let sign = word.unwritable, word.hasWildcard || isInValue {
      throw scanner.error(
        at: sign.place,
        expected: word.hasWildcard ? "no “\(sign.character)” beside wildcards" : "no “\(sign.character)”",
        suggestion: "Write the wildcard ? in its place, which stands for any one character.")
    }
    guard !word.hasWildcard || word.text.hasAlphanumeric else {
      throw scanner.error(
        at: word.start, expected: "a letter or a digit beside the wildcard", found: "“\(word.text)”",
        suggestion: "To find every document, write *:*.")
    }
    return word.pattern
  }
}

/// What stands where nothing of the kind can.
extension LuceneParser {
  /// What a clause may be, in words.
  static let operand = "a word, a phrase or a group"

  /// An error at a place where no clause begins.
  func missingOperand(behind sign: String?) -> QueryError {
    let isInEmptyGroup = sign == nil && scanner.next == ")" && lastCharacter == "("
    let place = sign.map { " behind \($0)" } ?? (isInEmptyGroup ? " in the parentheses" : "")
    return scanner.error(
      expected: Self.operand + place,
      found: LuceneOperator.ahead(in: scanner).map { "“\($0.rawValue)”" },
      suggestion: isInEmptyGroup ? "Remove the empty parentheses." : advice(behind: sign))
  }

  /// What to write instead of a character that begins no clause.
  private func advice(behind sign: String?) -> String? {
    if let ahead = LuceneOperator.ahead(in: scanner) {
      return ahead.isConjunction
        ? "To look for it as a word, put it into quotes."
        : "Write “\(ahead.rawValue)” before the name of the field; to look for it as a word, put it into quotes."
    }
    switch scanner.next {
    case nil:
      return sign == nil ? "To find every document, write *:*." : "Remove it, or write what belongs behind it."
    case "~", "^":
      return #"It stands right behind what it belongs to; to look for the character, escape it with \."#
    case let next?: return next == ")" ? nil : #"To look for the character, write \\#(next)."#
    }
  }

  /// The last character before the place that isn't white space.
  private var lastCharacter: Character? {
    scanner.characters[..<scanner.place].last { !$0.isWhitespace }
  }

  /// An error at the name of a field within the group of another.
  func nestedField(_ name: String, at place: Int? = nil) -> QueryError {
    scanner.error(
      at: place, expected: "no field in the parentheses of another", found: "“\(name):”",
      suggestion: "Write a name before each part instead, like title:lupus OR abstract:lupus.")
  }

  /// An error at a tilde behind what can't have one.
  func unexpectedTilde(at place: Int, behind what: String) -> QueryError {
    scanner.error(
      at: place, expected: "no “~” behind \(what)", found: "“~”", suggestion: "Leave “~” and its number away.")
  }
}
