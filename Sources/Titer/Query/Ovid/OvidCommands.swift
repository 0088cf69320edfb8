extension OvidParser {
  /// Databases as the command `use` knows them.
  private static let databases: Set = [
    "cctr", "coch", "cochrane", "emczd", "emed", "emez", "medall", "mesx", "mesz", "oemezd", "pmez", "ppez", "prem",
    "psyc", "psyh",
  ]

  /// - Throws: ``QueryError`` if the text is a command of Ovid's that isn't a query.
  func refuseCommands() throws(QueryError) {
    let words = firstWords(4).map { $0.lowercased() }
    if words.starts(with: ["remove", "duplicates", "from"]) {
      throw scanner.error(
        expected: "a query", found: "the command “remove duplicates”",
        suggestion: "Duplicates are removed when records are indexed; leave this line out.")
    }
    if words.count == 4, words[0] == "from", words[1].allSatisfy(\.isDecimalDigit), words[2] == "keep" {
      throw scanner.error(
        expected: "a query", found: "the command “from … keep”",
        suggestion: "Places among the answers are another system's; name records by their identifiers: 38000000.ui.")
    }
    let isOfLine = words.count == 3 && words[1] == "use" && words[0].allSatisfy(\.isDecimalDigit)
    if isOfLine || words.count == 2 && words[0] == "use" && Self.databases.contains(words[1]) {
      throw scanner.error(
        expected: "a query", found: "the command “use”",
        suggestion: "All sources are searched; choose some of them when searching, and leave this line out.")
    }
  }

  /// - Throws: ``QueryError`` if words are a `limit` inside a query.
  func refuseLimit(_ words: OvidWords) throws(QueryError) {
    let parts = words.text.split(separator: " ", maxSplits: 3).map { $0.lowercased() }
    guard !words.isQuoted, parts.count > 2, parts[0] == "limit", parts[2] == "to" else { return }
    guard parts[1].allSatisfy({ $0.isDecimalDigit || $0 == "#" }) else { return }
    throw scanner.error(
      at: words.start, expected: "a part of a query", found: "the command “limit”",
      suggestion: "Make “limit” a line of its own, and combine that by its number.")
  }

  /// The first words of the text, at most so many.
  private func firstWords(_ most: Int) -> [String] {
    var words: [String] = []
    var rest = scanner
    while !rest.isAtEnd, words.count < most {
      words.append(rest.take { !$0.isWhitespace })
      rest.skipSpaces()
    }
    return words
  }
}
