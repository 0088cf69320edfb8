import TestSupport
import Testing
import Titer

/// Whatever is read can be written, and whatever is written reads as the same query.
@Suite struct LuceneLawTests {
  @Test(arguments: 0..<400 as Range<UInt64>)
  func randomQueryReadsAsWritten(seed: UInt64) throws {
    var clauses = ClauseGenerator(random: DialectRandom(state: seed))
    for _ in 0..<10 {
      let query = clauses.query()
      let text = try query.luceneText()
      #expect(try ParsedQuery(lucene: text).query == query, "seed \(seed): \(text)")
    }
  }

  @Test func anyTextIsReadAndWrittenOrLocated() throws {
    var random = DialectRandom(state: 7)
    var read = 0
    for number in 0..<20_000 {
      let text = number.isMultiple(of: 4) ? random.soup() : random.mutation(of: LuceneSyntaxTests.rows)
      do {
        let query = try ParsedQuery(lucene: text).query
        read += 1
        let printed = try query.luceneText()
        #expect(try ParsedQuery(lucene: printed).query == query, "case \(number): \(text)")
      } catch let error as QueryError {
        #expect(0...text.count ~= error.column && error.query == text, "case \(number): \(text)")
      }
    }
    #expect(read > 5_000)
  }

  private static let hugeNonsense = [
    String(repeating: "(", count: 100_000), String(repeating: "NOT ", count: 100_000),
    String(repeating: "a AND NOT (", count: 1_000), String(repeating: "+a -(+", count: 129) + "a",
    String(repeating: "title:(", count: 1_000), String(repeating: "\"", count: 99_999),
    String(repeating: "\\", count: 99_999), String(repeating: "/", count: 99_999),
    String(repeating: "^", count: 99_999),
    String(repeating: "a", count: 100_000) + ":x",
  ]

  @Test(arguments: hugeNonsense.indices) func hugeNonsenseIsAnError(number: Int) {
    let text = Self.hugeNonsense[number]
    #expect(throws: QueryError.self) { try ParsedQuery(lucene: text) }
  }

  private static let hugeQueries = [
    String(repeating: "a OR ", count: 20_000) + "b", String(repeating: "a AND b OR ", count: 10_000) + "c",
    String(repeating: "a AND ", count: 20_000) + "(b)", String(repeating: "\"a b*\" ", count: 20_000),
    String(repeating: "lupus and ", count: 20_000), String(repeating: "a", count: 200_000),
    String(repeating: "(", count: 256) + "a" + String(repeating: ")", count: 256),
    String(repeating: "(a AND ", count: 255) + "b" + String(repeating: ")", count: 255),
    String(repeating: "+a -(", count: 127) + "b c" + String(repeating: ")", count: 127),
  ]

  @Test(arguments: hugeQueries.indices) func hugeQueryIsReadAndWritten(number: Int) throws {
    let text = Self.hugeQueries[number]
    let query = try ParsedQuery(lucene: text).query
    #expect(try ParsedQuery(lucene: query.luceneText()).query == query)
  }

  @Test func tooDeepTreeIsLocated() {
    let text = String(repeating: "+a -(", count: 128) + "b c" + String(repeating: ")", count: 128)
    let error = #expect(throws: QueryError.self) { try ParsedQuery(lucene: text) }
    #expect(error?.column == 127 * 5 + 4)
    var clause = Query.Clause.phrase("a")
    for _ in 0..<256 { clause = .boost(clause, by: 2) }
    #expect(throws: Unwritable.self) { try Query([clause]).luceneText() }
  }

  @Test func numbersAreWrittenWithoutExponents() throws {
    var random = DialectRandom(state: 3)
    for _ in 0..<20_000 {
      let number = random.factor()
      let text = number.withoutExponent
      #expect(Float(text) == number && text.allSatisfy { $0.isNumber || $0 == "." }, "\(number): \(text)")
    }
  }
}

/// Random clauses that the syntax can write.
private struct ClauseGenerator {
  var random: DialectRandom

  mutating func query() -> Query {
    Query([random.chance(8) ? .words(random.text()) : clause(depth: random.below(5), isInField: false)])
  }

  private mutating func clause(depth: Int, isInField: Bool) -> Query.Clause {
    guard depth > 0 else { return isInField || random.chance(2) ? term() : value() }
    switch random.below(isInField ? 6 : 7) {
    case 0, 1: return .any(clauses(2 + random.below(3), depth, isInField))
    case 2, 3: return .all(allOf(depth, isInField))
    case 4: return .boost(clause(depth: depth - 1, isInField: isInField), by: random.factor())
    case 5: return isInField ? term() : value()
    default:
      return .field(
        random.pick([.title, .abstract, .keywords, [.title, .abstract]]), clause(depth: depth - 1, isInField: true))
    }
  }

  private mutating func clauses(_ count: Int, _ depth: Int, _ isInField: Bool) -> [Query.Clause] {
    (0..<count).map { _ in clause(depth: depth - 1, isInField: isInField) }
  }

  private mutating func allOf(_ depth: Int, _ isInField: Bool) -> [Query.Clause] {
    let musts = clauses(1 + random.below(3), depth, isInField)
    let nots = clauses(random.below(2) + (musts.count == 1 ? 1 : 0), depth, isInField).map { Query.Clause.not($0) }
    return musts + nots + clauses(random.below(3), depth, isInField).map { .optional($0) }
  }

  private mutating func term() -> Query.Clause {
    switch random.below(6) {
    case 0: .pattern(random.pattern())
    case 1: .fuzzy(random.word(), distance: 1 + random.below(2))
    case 2: .regex(random.pick(["lup[ui]s", "a[0-9]+", "x|y", "b.*c", "a/b"]))
    case 3: .near((0..<(2 + random.below(3))).map { _ in .phrase(random.word()) }, random.moves())
    default: .phrase(random.text())
    }
  }

  private mutating func value() -> Query.Clause {
    switch random.below(8) {
    case 0: .everything
    case 1:
      .value(random.pick([.author, .journal, .identifier]), random.chance(2) ? random.literal() : random.pattern())
    case 2: .heading(Query.Heading(random.name(), qualifier: random.chance(2) ? "a/b" : ""))
    case 3: .filter(Filter(years: random.years()))
    case 4: .filter(Filter(types: [random.text()]))
    case 5: .filter(Filter(languages: LanguageNames.equivalents(of: random.pick(["english", "Fr", "latin", "AND"]))))
    case 6: .filter(Filter(sources: [random.text()]))
    default: term()
    }
  }
}

/// The same random choices for the same seed.
private struct DialectRandom: DialectChoices {
  var generator: SeededGenerator

  init(state: UInt64) { generator = SeededGenerator(seed: state) }

  static let pieces = [
    "a", "lupus", "IL-6", "AND", "OR", "NOT", "TO", "title", "2020", "&&", "||", "+", "-", "!", "(", ")", "[", "]", "{",
    "}",
    "\"", "“", "”", "\\", "/", ":", "*", "?", "#", "~", "^", "\u{301}", "\u{600}", "\u{200D}", " ", "  ", "\n", "\r\n",
    "\0", "β", "😀", "🇬🇧", "u", ".5", "é", "*:*", "year:[", "/x/", " AND ", " OR ", "\u{3000}",
  ]

  mutating func chance(_ count: Int) -> Bool { below(count) == 0 }

  /// Text that isn't blank.
  mutating func text() -> String {
    let text = (0...below(4)).map { _ in pick(Self.pieces) }.joined()
    return text.isBlank ? text + "b" : text
  }

  mutating func word() -> String {
    let word = text().unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(word))
  }

  /// Text without the signs of patterns.
  mutating func literal() -> String {
    let text = text().unicodeScalars.map { Character($0).isWildcard ? "c" : $0 }
    return String(String.UnicodeScalarView(text))
  }

  /// Text without the signs of patterns and without slashes.
  mutating func name() -> String {
    String(String.UnicodeScalarView(literal().unicodeScalars.map { $0 == "/" ? "c" : $0 }))
  }

  mutating func pattern() -> String { pick(["", "*", "#x"]) + literal() + "a" + pick(["*", "#", "*b", "##"]) }

  mutating func factor() -> Float { Float(bitPattern: UInt32(1 + below(0x7F7F_FFFF))) }

  mutating func moves() -> Query.Proximity { Query.Proximity(gap: 1 + below(9), order: .moved) }

  mutating func years() -> ClosedRange<Int> {
    let first = pick([1, 2015, 9_999, 1 + below(9_999)])
    return first...pick([first, 9_999])
  }
}
