import TestSupport
import Testing
import Titer

/// Whatever is read can be written, and whatever is written reads as the same query.
@Suite struct PlainLawTests {
  @Test func anyTextIsReadAndWrittenOrLocated() throws {
    var random = DialectRandom(state: 11)
    var read = 0
    for number in 0..<20_000 {
      let text = number.isMultiple(of: 2) ? random.soup() : random.mutation(of: PlainSyntaxTests.rows)
      do {
        let query = try Query(plain: text)
        read += 1
        #expect(try Query(plain: query.plainText) == query, "case \(number): \(text)")
        #expect(try query.plainSyntaxText() == query.plainText, "case \(number): \(text)")
      } catch let error as QueryError {
        #expect(0...text.count ~= error.column && error.query == text, "case \(number): \(text)")
      }
    }
    #expect(read > 5_000)
  }

  /// Without fields and `-`, only an unclosed quote is an error.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func plainTextReadsAsTheSameQuery(seed: UInt64) throws {
    var random = DialectRandom(state: seed)
    let pieces = ["a", "b", " ", "\"", "“", "”", "\u{301}", "'", "\n", "é", "=", ":"]
    let text = (0..<12).map { _ in random.pick(pieces) }.joined()
    guard let query = try? Query(plain: text) else {
      #expect(text.unicodeScalars.count { "\"“”".unicodeScalars.contains($0) } % 2 == 1, "seed \(seed): \(text)")
      return
    }
    #expect(try Query(plain: query.plainText) == query, "seed \(seed): \(query.plainText)")
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func randomQueryReadsAsWritten(seed: UInt64) throws {
    var random = DialectRandom(state: seed)
    for _ in 0..<10 {
      let query = Query(random.clauses())
      let text = try query.plainSyntaxText()
      #expect(try Query(plain: text) == query, "seed \(seed): \(text)")
    }
  }

  private static let hugeTexts = [
    String(repeating: "a \"\" ", count: 20_000), String(repeating: "-", count: 100_000),
    String(repeating: "a -\"b\" ", count: 20_000), String(repeating: "title:", count: 20_000),
    String(repeating: "a\"\"-b", count: 20_000), String(repeating: "=", count: 100_000) + "a",
    String(repeating: "nephr*", count: 20_000), String(repeating: "year:2020 ", count: 10_000),
    String(repeating: "lupus nephritis ", count: 20_000), String(repeating: "(", count: 100_000),
  ]

  @Test(arguments: hugeTexts.indices) func hugeQueryIsReadAndWritten(number: Int) throws {
    let text = Self.hugeTexts[number]
    let query = try Query(plain: text)
    #expect(try Query(plain: query.plainSyntaxText()) == query)
  }

  @Test func hugeNonsenseIsAnError() {
    #expect(throws: QueryError.self) { try Query(plain: String(repeating: "\"", count: 99_999)) }
    #expect(throws: QueryError.self) { try Query(plain: String(repeating: "-a ", count: 20_000)) }
  }
}

/// The same random choices for the same seed.
private struct DialectRandom: DialectChoices {
  var generator: SeededGenerator

  init(state: UInt64) { generator = SeededGenerator(seed: state) }

  static let pieces = [
    "a", "lupus", "IL-6", "-", "=", "title:", "year:", "author:", "mesh:", "2020", "foo:", "nephr*", "*", "?", "#",
    "\"", "\"",
    "“", "”", " ", " ", "  ", "\n", "\r\n", "\u{301}", "\u{600}", "\u{200D}", "\0", "😀", "🇬🇧", "é", "(", ")", "/",
    "\u{3000}",
  ]

  /// Clauses that the syntax can write, of which one isn't excluded.
  mutating func clauses() -> [Query.Clause] {
    var clauses: [Query.Clause] = [clause()]
    for _ in 0..<below(6) {
      switch below(4) {
      case 0: clauses.append(.not(clause()))
      case 1 where clauses.last?.isWords == false:
        clauses.append(.words(pick(["a", "lupus  nephritis", "x:y -", "a -b", "-b"])))
      default: clauses.append(clause())
      }
    }
    return clauses
  }

  /// A clause that can be excluded.
  private mutating func clause() -> Query.Clause {
    switch below(8) {
    case 0, 1: part()
    case 2: .field(pick([.title, .abstract, .keywords, [.title, .abstract]]), part())
    case 3: .value(pick([.author, .journal, .identifier]), phrase().replacingPatternSigns + pick(["", "*"]))
    case 4: .heading(Query.Heading(phrase().replacingPatternSigns, qualifier: pick(["", "drug therapy"])))
    case 5: .filter(Filter(types: [phrase()]))
    case 6: .filter(Filter(languages: LanguageNames.equivalents(of: pick(["english", "fr", "latin"]))))
    default: .filter(Filter(years: pick([1...9999, 2020...2020, 1...2020, 2015...9999, 2015...2020])))
    }
  }

  private mutating func part() -> Query.Clause {
    pick([.phrase(phrase()), .exact(phrase()), .pattern(pick(["nephr*", "IL-6*", "p53*"]))])
  }

  /// Text without quotes, and without white space at its ends.
  private mutating func phrase() -> String {
    let scalars = soup().unicodeScalars.filter { !Character($0).isQuote && $0 != "/" }
    return "a" + String(String.UnicodeScalarView(scalars)) + "b"
  }
}

extension Query.Clause {
  fileprivate var isWords: Bool { if case .words = self { true } else { false } }
}

extension String {
  fileprivate var replacingPatternSigns: String {
    String(String.UnicodeScalarView(unicodeScalars.map { Character($0).isWildcard ? "c" : $0 }))
  }
}
