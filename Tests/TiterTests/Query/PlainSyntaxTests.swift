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

  /// Texts, and the trees that they are read as.
  static let rows: [(text: String, tree: String)] = [
    ("car t cell", #"(words "car t cell")"#),
    ("lung   cancer", #"(words "lung   cancer")"#),
    (#""lung cancer""#, #"(phrase "lung cancer")"#),
    ("“lung cancer”", #"(phrase "lung cancer")"#),
    (#"trial "lung cancer" adults"#, #"(query (words "trial") (phrase "lung cancer") (words "adults"))"#),
    (#"IL-6"a b"c"#, #"(query (words "IL-6") (phrase "a b") (words "c"))"#),
    (#""a""b""#, #"(query (phrase "a") (phrase "b"))"#),
    (
      "Crohn's ‘x’ 5'-UTR (p<0.05) C# 50% a/b and OR NOT",
      #"(words "Crohn's ‘x’ 5'-UTR (p<0.05) C# 50% a/b and OR NOT")"#
    ),
    ("=IL6", #"(exact "IL6")"#),
    ("=IL-6 lupus", #"(query (exact "IL-6") (words "lupus"))"#),
    (#"="CAR T" cells"#, #"(query (exact "CAR T") (words "cells"))"#),
    ("a =b c", #"(query (words "a") (exact "b") (words "c"))"#),
    ("a=b = == ==c d=", #"(words "a=b = == ==c d=")"#),
    (#""a"=b"#, #"(query (phrase "a") (exact "b"))"#),
    ("=“IL 6”", #"(exact "IL 6")"#),
    (#"=a"b c""#, #"(query (exact "a") (phrase "b c"))"#),
    ("=nephr*", #"(exact "nephr*")"#),
    ("lupus -mice", #"(query (words "lupus") (not (phrase "mice")))"#),
    ("-mice lupus", #"(query (not (phrase "mice")) (words "lupus"))"#),
    (#"lupus -"in vitro" nephritis"#, #"(query (words "lupus") (not (phrase "in vitro")) (words "nephritis"))"#),
    (#"lupus -=IL6 -="CAR T""#, #"(query (words "lupus") (not (exact "IL6")) (not (exact "CAR T")))"#),
    ("lupus -nephr*", #"(query (words "lupus") (not (pattern "nephr*")))"#),
    (
      #"lupus -title:mice -ti:"case report""#,
      #"(query (words "lupus") (not (field title (phrase "mice"))) (not (field title (phrase "case report"))))"#
    ),
    (
      #"lupus -author:"Smith J" -year:2020 -type:Review"#,
      #"(query (words "lupus") (not (author "Smith J")) (not (filter years 2020-2020)) (not (filter types "Review")))"#
    ),
    ("lupus -IL-6", #"(query (words "lupus") (not (phrase "IL-6")))"#),
    ("lupus - nephritis -- x --y -", #"(words "lupus - nephritis -- x --y -")"#),
    ("lupus well-known co- ->- -(", #"(words "lupus well-known co- ->- -(")"#),
    (#""CAR T"-cell therapy"#, #"(query (phrase "CAR T") (words "-cell therapy"))"#),
    (#""CAR T" -cell therapy"#, #"(query (phrase "CAR T") (not (phrase "cell")) (words "therapy"))"#),
    (#"lupus -a"b c""#, #"(query (words "lupus") (not (phrase "a")) (phrase "b c"))"#),
    (#"-"" lupus"#, #"(words "lupus")"#),
    ("title:lupus", #"(field title (phrase "lupus"))"#),
    (#"ti:"lupus nephritis" nephritis"#, #"(query (field title (phrase "lupus nephritis")) (words "nephritis"))"#),
    ("TITLE:Lupus", #"(field title (phrase "Lupus"))"#),
    ("tiab:lupus", #"(field title,abstract (phrase "lupus"))"#),
    (#"title:=IL6 ti:="CAR T""#, #"(query (field title (exact "IL6")) (field title (exact "CAR T")))"#),
    ("title:nephr*", #"(field title (pattern "nephr*"))"#),
    ("title:IL-6 tiab:a:b", #"(query (field title (phrase "IL-6")) (field title,abstract (phrase "a:b")))"#),
    ("foo:bar re:x http://titer.example/a:b", #"(words "foo:bar re:x http://titer.example/a:b")"#),
    ("title: lupus :title title:: year:", #"(words "title: lupus :title title:: year:")"#),
    (#"title:- title:= title:"""#, #"(words "title:- title:=")"#),
    (#"x"y"title:z"#, #"(query (words "x") (phrase "y") (words "title:z"))"#),
    (#"author:"Smith J""#, #"(author "Smith J")"#),
    ("au:smith", #"(author "smith")"#),
    ("author:smith*", #"(author "smith*")"#),
    (#"author:"smith j*""#, #"(author "smith j*")"#),
    (#"journal:"The Lancet" journal:Nature"#, #"(query (journal "The Lancet") (journal "Nature"))"#),
    (#"mesh:"Lupus Nephritis""#, #"(heading "Lupus Nephritis")"#),
    (
      #"mesh:"Lupus Nephritis/drug therapy" mesh:Lupus*"#,
      #"(query (heading "Lupus Nephritis" /"drug therapy") (heading "Lupus*"))"#
    ),
    (
      "id:12345678 pmid:1 doi:10.1000/xyz(1)",
      #"(query (identifier "12345678") (identifier "1") (identifier "10.1000/xyz(1)"))"#
    ),
    ("year:2020", "(filter years 2020-2020)"),
    ("year:2015-2020", "(filter years 2015-2020)"),
    ("year:2015- year:-2015", "(query (filter years 2015-9999) (filter years 1-2015))"),
    (#"year:"2015-2020""#, "(filter years 2015-2020)"),
    (
      #"type:"Randomized Controlled Trial" type:Review"#,
      #"(query (filter types "Randomized Controlled Trial") (filter types "Review"))"#
    ),
    ("type:a*b", #"(filter types "a*b")"#),
    (
      "language:English lang:fre",
      #"(query (filter languages "english" "eng" "en") (filter languages "fre" "french" "fra" "fr"))"#
    ),
    ("source:pubmed", #"(filter sources "pubmed")"#),
    ("year:2020 -mice", #"(query (filter years 2020-2020) (not (phrase "mice")))"#),
    ("nephr*", #"(pattern "nephr*")"#),
    ("lupus nephr* renal", #"(query (words "lupus") (pattern "nephr*") (words "renal"))"#),
    ("n* * ** a*b *itis wom?n C#* p5*", #"(query (words "n* * ** a*b *itis wom?n C#*") (pattern "p5*"))"#),
    (#""nephr* lupus""#, #"(phrase "nephr* lupus")"#),
    ("β2* IL-6*", #"(query (pattern "β2*") (pattern "IL-6*"))"#),
    (#""nephr*" nephr*"x""#, #"(query (phrase "nephr*") (pattern "nephr*") (phrase "x"))"#),
    (#"a "" b "" c"#, #"(words "a b c")"#),
    (#""" title:x a ""-b"#, #"(query (field title (phrase "x")) (words "a -b"))"#),
    (
      "ab:renal kw:x keywords:y abstract:z",
      #"(query (field abstract (phrase "renal")) (field keywords (phrase "x")) "#
        + #"(field keywords (phrase "y")) (field abstract (phrase "z")))"#
    ),
    (
      #"lupus nephritis author:"Smith J" year:2015- -mice "renal failure" adults"#,
      #"(query (words "lupus nephritis") (author "Smith J") (filter years 2015-9999) (not (phrase "mice")) "#
        + #"(phrase "renal failure") (words "adults"))"#
    ),
    ("\n lupus\t-\"in\nvitro \"\r\n", "(query (words \"lupus\") (not (phrase \"in\nvitro\")))"),
    (
      "-\u{301}a \"\u{301}b\" \u{301}-c",
      "(query (not (phrase \"\u{301}a\")) (phrase \"\u{301}b\") (words \"\u{301}-c\"))"
    ),
    ("", "(query)"), (" \t\n", "(query)"), ("\"\" -\"\" =\"\" title:\" \"", "(query)"),
  ]

  @Test(arguments: rows)
  func readsAsTree(text: String, tree: String) throws {
    let parsed = try ParsedQuery(plain: text)
    #expect(parsed.query.description == tree)
    #expect(parsed.dialect == .plain && parsed.notes.isEmpty)
  }

  @Test(arguments: rows.map(\.text))
  func textReadsAsTheSameQuery(text: String) throws {
    let query = try Query(plain: text)
    #expect(try Query(plain: query.plainText) == query)
    #expect(try query.plainSyntaxText() == query.plainText)
  }

  @Test func plainTextOfAnyQueryReads() throws {
    let query = Query([.words("a\"b"), .phrase("c “d”"), .words("e")])
    #expect(query.plainText == "a b \"c  d \" e")
    #expect(try Query(plain: query.plainText) == Query([.words("a b"), .phrase("c  d"), .words("e")]))
    #expect(throws: Unwritable(dialect: .plain, clause: #"(words "a\"b")"#)) { try query.plainSyntaxText() }
  }

  @Test func plainTextComesNearWhatItCannotWrite() {
    let query = Query([
      .all([.phrase("a"), .any([.words("b"), .boost(.exact("c"), by: 2)]), .not(.words("d"))]), .everything, .line(1),
      .field(.all, .phrase("e")), .field(.title, .fuzzy("f", distance: 1)),
      .near([.phrase("g"), .pattern("h#")], .init(gap: 1, order: .any)),
      .heading(Query.Heading("i", isExploded: true)), .words("=j -k title:l"), .value(.author, "m*n"),
    ])
    #expect(query.plainText == #""a" b ="c" "e" f "g" h# =j ""-k ""title:l"#)
  }

  @Test(
    arguments: [
      [.words("a"), .words("b")], [.not(.phrase("a"))], [.words("a"), .not(.words("b"))], [.words("a*bc nephr*")],
      [.words(" a")], [.words("")], [.words("=a")], [.words("a  -b")], [.phrase("")], [.phrase(" a")], [.exact("a\"b")],
      [.pattern("a*")], [.pattern("ab#")], [.pattern("ab* cd*")], [.fuzzy("a", distance: 1)], [.regex("a")],
      [.everything],
      [.all([.phrase("a"), .phrase("b")])], [.any([.phrase("a"), .phrase("b")])], [.optional(.phrase("a"))], [.line(1)],
      [.boost(.phrase("a"), by: 2)], [.frequency(.phrase("a"), atLeast: 2)], [.field(.all, .phrase("a"))],
      [.field([.title, .keywords], .phrase("a"))], [.field(.title, .words("a"))],
      [.field(.title, .field(.title, .phrase("a")))],
      [.near([.phrase("a"), .phrase("b")], .init(gap: 1, order: .moved))],
      [.words("a"), .not(.not(.phrase("b")))], [.value(.author, "a*b")], [.value(.author, "a\"")],
      [.value(.author, "")],
      [.heading(Query.Heading("a", isExploded: true))], [.filter(Filter())], [.filter(Filter(types: ["a", "b"]))],
      [.filter(Filter(years: 0...5))], [.filter(Filter(journals: ["a"]))],
    ] as [[Query.Clause]])
  func saysWhatItCannotWrite(clauses: [Query.Clause]) {
    let error = #expect(throws: Unwritable.self) { try Query(clauses).plainSyntaxText() }
    #expect(error?.dialect == .plain)
    #expect(throws: Unwritable.self) { try Query([.words("a")], filter: Filter(types: ["b"])).plainSyntaxText() }
  }
}
