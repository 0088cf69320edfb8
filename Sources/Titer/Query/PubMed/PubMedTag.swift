/// A field tag as it stands behind a term: a field, and how to search in it.
struct PubMedTag {
  /// The field.
  var field: PubMedField
  /// How many other words may stand between the term's: 2 for `[tiab:~2]`, `nil` without `~`.
  var gap: Int?

  /// Whether some characters hold a field tag that PubMed knows.
  static func occurs(in characters: ArraySlice<Character>) -> Bool {
    var open: Int?
    for (place, character) in zip(characters.indices, characters) {
      if character == "[" { open = place + 1 }
      guard character == "]", let start = open else { continue }
      let name = characters[start..<place].prefix { $0 != ":" }
      if name.count <= 40, PubMedFields.field(named: String(name)) != nil { return true }
      open = nil
    }
    return false
  }
}

extension PubMedParser {
  /// Reads the field tag that is the next token, if it is one.
  mutating func tag() throws(QueryError) -> (tag: PubMedTag, token: PubMedToken)? {
    guard let token, token.kind == .tag else { return nil }
    let tag = try tag(of: token)
    position += 1
    return (tag, token)
  }

  private func tag(of token: PubMedToken) throws(QueryError) -> PubMedTag {
    let parts = token.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let field = PubMedFields.field(named: String(parts[0])) else {
      throw unknown(token, name: String(parts[0]))
    }
    guard parts.count == 2, !field.isMissing else { return PubMedTag(field: field) }
    let modifier = parts[1].lowercased().filter { !$0.isPubMedSpace }
    if modifier.first == "~" { return try proximity(String(modifier.dropFirst()), in: field, at: token) }
    return PubMedTag(field: try explosion(modifier, of: field, at: token))
  }

  private func unknown(_ token: PubMedToken, name: String) -> QueryError {
    let suggestion =
      if let nearest = PubMedFields.nearestName(to: name) {
        "Did you mean [\(nearest)]?"
      } else {
        "The usual tags are [tiab], [ti], [ab], [tw], [mh], [au], [ta], [dp], [pt] and [la]; quotes make “[” text."
      }
    return error(at: token, expected: "a field tag that PubMed knows", suggestion: suggestion)
  }

  /// An error at a tag of what records don't have.
  func notSearched(_ token: PubMedToken, advice: String) -> QueryError {
    error(at: token, expected: "a field tag that can be searched here", suggestion: advice)
  }

  private func proximity(
    _ digits: String, in field: PubMedField, at token: PubMedToken
  ) throws(QueryError) -> PubMedTag {
    guard field == .texts(.title) || field == .texts([.title, .abstract]) else {
      throw error(
        at: token, expected: "[ti:~n] or [tiab:~n]",
        suggestion: "PubMed looks for words near each other only in the title and in title and abstract.")
    }
    guard digits.isDigits, digits.count <= 4, let gap = Int(digits) else {
      throw error(
        at: token, expected: "a number from 0 to 9999 behind “~”",
        suggestion: "Write how many other words may stand between: \"hip pain\"[tiab:~2].")
    }
    return PubMedTag(field: field, gap: gap)
  }

  private func explosion(
    _ modifier: String, of field: PubMedField, at token: PubMedToken
  ) throws(QueryError) -> PubMedField {
    switch (field, modifier) {
    case (.heading(_, let isMajor), "exp"): return .heading(isExploded: true, isMajor: isMajor)
    case (.heading(_, let isMajor), "noexp"): return .heading(isExploded: false, isMajor: isMajor)
    case (.subheading, "exp"), (.subheading, "noexp"): return field
    case (.heading, _), (.subheading, _):
      throw error(at: token, expected: "“exp” or “noexp” behind the colon", suggestion: "Write [mh:noexp].")
    case (.texts, _) where modifier.isDigits:
      throw error(at: token, expected: "“~” before the number", suggestion: "Write [tiab:~\(modifier)].")
    default:
      throw error(
        at: token, expected: "a field tag without a colon",
        suggestion: "“:exp” and “:noexp” go with [mh], [majr] and [sh], “:~n” with [ti] and [tiab].")
    }
  }
}
