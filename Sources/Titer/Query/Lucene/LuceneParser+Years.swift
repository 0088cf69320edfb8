/// The years of a filter.
extension LuceneParser {
  /// The years of `2020`, `>=2015`, `>2014`, `<=2020` or `<2021`.
  func years(of text: LuceneText) throws(QueryError) -> Query.Clause {
    let written = text.text
    let sign = written.prefix { "<>=".contains($0) }
    let all = NamedField.allYears
    guard !text.hasWildcard, let year = NamedField.year(written.dropFirst(sign.count)) else {
      throw noYears(at: text.start, found: "“\(written)”")
    }
    return switch sign {
    case "": try filter(from: year, to: year, at: text.start)
    case ">=": try filter(from: year, to: all.upperBound, at: text.start)
    case ">": try filter(from: year + 1, to: all.upperBound, at: text.start)
    case "<=": try filter(from: all.lowerBound, to: year, at: text.start)
    case "<": try filter(from: all.lowerBound, to: year - 1, at: text.start)
    default: throw noYears(at: text.start, found: "“\(written)”")
    }
  }

  /// `( '[' | '{' ) bound 'TO' bound ( ']' | '}' )`, where braces leave the bounds out.
  mutating func range() throws(QueryError) -> Query.Clause {
    let start = scanner.place
    guard field == .years, let opener = scanner.next else {
      throw scanner.error(
        expected: "\(Self.operand), since only years have ranges",
        suggestion: #"Write year:[2015 TO 2020]; to look for the character, escape it with \."#)
    }
    scanner.place += 1
    let lower = try bound()
    let middle = scanner.place
    let written = scanner.take(while: \.isLuceneWordPart)
    guard written == "TO" else {
      throw noYears(at: middle, expected: "“TO” between two years", found: written.isEmpty ? nil : "“\(written)”")
    }
    let upper = try bound()
    guard let closer = scanner.next, closer == "]" || closer == "}" else {
      throw noYears(
        at: scanner.place, expected: "“]” or “}” for the “\(opener)” at column \(scanner.column(of: start) + 1)")
    }
    scanner.place += 1
    return try filter(
      from: lower.map { opener == "{" ? $0 + 1 : $0 } ?? NamedField.allYears.lowerBound,
      to: upper.map { closer == "}" ? $0 - 1 : $0 } ?? NamedField.allYears.upperBound, at: start)
  }

  /// A year, in quotes or not, or nothing for `*`; with the white space around it.
  private mutating func bound() throws(QueryError) -> Int? {
    scanner.skipSpaces()
    let start = scanner.place
    let isQuoted = scanner.next?.isQuote == true
    if isQuoted { scanner.place += 1 }
    let written = scanner.take { $0.isLuceneWordPart }
    guard written == "*" || NamedField.year(written) != nil, !isQuoted || scanner.next?.isQuote == true else {
      throw noYears(at: start, expected: "a year or “*”", found: written.isEmpty ? nil : "“\(written)”")
    }
    if isQuoted { scanner.place += 1 }
    scanner.skipSpaces()
    return NamedField.year(written)
  }

  private func filter(from lower: Int, to upper: Int, at place: Int) throws(QueryError) -> Query.Clause {
    let all = NamedField.allYears
    guard lower <= upper, all.contains(lower), all.contains(upper) else {
      throw scanner.error(
        at: place, expected: "years from 1 to 9999, the earlier one first", found: "\(lower) to \(upper)")
    }
    return .filter(Filter(years: lower...upper))
  }

  private func noYears(at place: Int, expected: String = "a year", found: String? = nil) -> QueryError {
    scanner.error(
      at: place, expected: expected, found: found,
      suggestion: "Write year:2020, year:[2015 TO 2020], year:[2015 TO *] or year:>=2015.")
  }
}
