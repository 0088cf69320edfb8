/// A date as PubMed writes it: `2015`, `2015/06`, `2015/06/30`.
struct PubMedDate {
  /// The year from 1 to 9999.
  var year: Int
  /// The month and the day, as far as they are given.
  var rest: [Int]

  /// A date, or `nil` if the text isn't one.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard
      (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 4 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard
      numbers[0] > 0, numbers.count < 2 || (1...12).contains(numbers[1]),
      numbers.count < 3 || (1...31).contains(numbers[2])
    else { return nil }
    year = numbers[0]
    rest = Array(numbers.dropFirst())
  }

  /// Whether nothing of the year lies before it.
  var beginsYear: Bool { rest.allSatisfy { $0 == 1 } }

  /// Whether nothing of the year lies behind it.
  var endsYear: Bool { rest.isEmpty || rest == [12] || rest == [12, 31] }

  /// The year that PubMed writes for no end.
  static let openEnd = 3000
  /// The last year that a filter may have.
  static let lastYear = 9999
}

extension PubMedParser {
  /// Whether two dates with a colon between them come next.
  var isAtDates: Bool {
    guard isDate(at: position) else { return false }
    if token(at: position + 1)?.kind == .colon { return isDate(at: position + 2) && isDateTag(at: position + 3) }
    return isDateTag(at: position + 1) && token(at: position + 2)?.kind == .colon
  }

  private func isDate(at index: Int) -> Bool {
    guard let token = token(at: index), token.kind == .word || token.kind == .quoted else { return false }
    return token.text.lowercased() == "present"
      || token.text.first?.isNumber == true && token.text.allSatisfy { $0.isNumber || $0 == "/" || $0 == "-" }
  }

  private func isDateTag(at index: Int) -> Bool {
    guard let token = token(at: index), token.kind == .tag else { return false }
    return PubMedFields.field(named: token.text) == .date
  }

  /// Reads two dates with a colon between them: `2015:2020[dp]`, `"2015/01/01"[dp] : "3000"[dp]`.
  mutating func dates() throws(QueryError) -> Query.Clause {
    let first = tokens[position]
    position += isDateTag(at: position + 1) ? 3 : 2
    guard let second = token, isDate(at: position), isDateTag(at: position + 1) else {
      throw error(
        at: token, expected: "a second date with [dp] behind the colon",
        suggestion: "Write 2015:2020[dp]; 3000 stands for no end.")
    }
    position += 2
    return .filter(Filter(years: try years(from: first, to: second)))
  }

  private mutating func years(from first: PubMedToken, to second: PubMedToken) throws(QueryError) -> ClosedRange<Int> {
    let from = try date(first.text, at: first.inner)
    let to = try end(second)
    guard from.year <= to.year else {
      throw error(
        at: first, expected: "the earlier date before the colon", suggestion: "Write \(second.text):\(first.text)[dp].")
    }
    if !from.beginsYear { noteYear(from, at: first.inner) }
    if !to.endsYear { noteYear(to, at: second.inner) }
    return from.year...to.year
  }

  /// The second date of a range, where 3000 stands for no end, and so does `present`.
  private mutating func end(_ token: PubMedToken) throws(QueryError) -> PubMedDate {
    let isPresent = token.text.lowercased() == "present"
    if isPresent { note(at: token.inner.lowerBound, "PubMed itself writes 3000 for no end.") }
    var date = try date(isPresent ? "\(PubMedDate.openEnd)" : token.text, at: token.inner)
    if date.year == PubMedDate.openEnd {
      date.year = PubMedDate.lastYear
      date.rest = []
    }
    return date
  }

  /// The year of a single date.
  mutating func years(_ term: PubMedTerm) throws(QueryError) -> ClosedRange<Int> {
    let date = try date(term.text, at: term.places)
    if !date.rest.isEmpty { noteYear(date, at: term.places) }
    return date.year...date.year
  }

  private func date(_ text: String, at places: Range<Int>) throws(QueryError) -> PubMedDate {
    if let date = PubMedDate(text) { return date }
    throw scanner.error(
      at: places.lowerBound, expected: "a date of the form 2015, 2015/06 or 2015/06/30", found: found(places),
      suggestion: "Write 2015[dp], or 2015:2020[dp] for a range, and join it to other terms with AND.")
  }

  private mutating func noteYear(_ date: PubMedDate, at places: Range<Int>) {
    note(at: places.lowerBound, "Only the year of publication is known; all of \(date.year) counts.")
  }
}
