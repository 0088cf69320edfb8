import TestSupport
import Testing
import Titer

@Suite struct PlainSyntaxTests {
  @Test(
    arguments: [
      ("", []), (" \t\n", []), ("\"\"", []), ("\" \" x", [.words("x")]), ("a \"\" b", [.words("a b")]),
      ("car t cell", [.words("car t cell")]), ("  lung   cancer ", [.words("lung   cancer")]),
      ("\"lung cancer\"", [.phrase("lung cancer")]), ("“lung cancer”", [.phrase("lung cancer")]),
      ("”lung cancer”", [.phrase("lung cancer")]), ("\" lung cancer \"", [.phrase("lung cancer")]),
      ("trial \"lung cancer\" adults", [.words("trial"), .phrase("lung cancer"), .words("adults")]),
      ("IL-6\"a b\"c", [.words("IL-6"), .phrase("a b"), .words("c")]),
      ("\"a\" \"b\"", [.phrase("a"), .phrase("b")]), ("\"a\"\"b\"", [.phrase("a"), .phrase("b")]),
      ("Crohn's ‘x’", [.words("Crohn's ‘x’")]), ("\"\u{301}a\"", [.phrase("\u{301}a")]),
    ] as [(String, [Query.Clause])])
  func reads(_ text: String, _ clauses: [Query.Clause]) throws {
    #expect(try Query(plain: text) == Query(clauses))
  }

  @Test(arguments: [
    ("\"lung cancer", 0), ("“lung", 0), ("a \"b\" c \"d", 8), ("5\" gun", 1), ("éé \"", 3), ("🇬🇧\"", 1),
    ("a\"b\"c\"", 5),
  ])
  func unclosedQuoteIsLocated(_ text: String, _ column: Int) {
    let error = #expect(throws: QueryError.self) { try Query(plain: text) }
    #expect(error?.column == column)
    #expect(error?.query == text)
  }

  @Test func unclosedQuoteIsExplained() {
    let error = #expect(throws: QueryError.self) { try Query(plain: "trial \"lung cancer") }
    #expect(
      error?.description == """
        expected a closing quote for the one at column 7, found the end of the query
          trial "lung cancer
                ^
        """)
  }

  @Test(arguments: 0..<500 as Range<UInt64>)
  func plainTextReadsAsTheSameQuery(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "b", " ", "\"", "“", "”", "\u{301}", "'", "\n", "é", "-"]
    let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    guard let query = try? Query(plain: text) else {
      #expect(text.unicodeScalars.count { "\"“”".unicodeScalars.contains($0) } % 2 == 1, "seed \(seed): \(text)")
      return
    }
    #expect(try Query(plain: query.plainText) == query, "seed \(seed): \(query.plainText)")
  }

  @Test func plainTextOfAnyQueryReads() throws {
    let query = Query([.words("a\"b"), .phrase("c “d”"), .words("e")])
    #expect(query.plainText == "a b \"c  d \" e")
    #expect(try Query(plain: query.plainText) == Query([.words("a b"), .phrase("c  d"), .words("e")]))
  }
}
