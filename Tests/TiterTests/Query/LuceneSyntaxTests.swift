import Testing
import Titer

@Suite struct LuceneSyntaxTests {
  /// Texts, and the trees that they are read as.
  static let rows: [(text: String, tree: String)] = [
    ("lupus", #"(words "lupus")"#),
    ("lupus nephritis", #"(words "lupus nephritis")"#),
    ("  lupus\tnephritis ", #"(words "lupus nephritis")"#),
    ("lupus OR nephritis", #"(words "lupus nephritis")"#),
    ("lupus || nephritis", #"(words "lupus nephritis")"#),
    (
      "IL-6 CD19+ and/or TGF-β1 Crohn's 5'-UTR p<0.05 C#",
      #"(words "IL-6 CD19+ and/or TGF-β1 Crohn's 5'-UTR p<0.05 C#")"#
    ),
    ("lupus and nephritis", #"(words "lupus and nephritis")"#),
    ("ANDROID ORAL NOTCH TO", #"(words "ANDROID ORAL NOTCH TO")"#),
    (#"\AND a\ b \(1\+1\)\:2 \-x \"y\""#, #"(words "AND a b (1+1):2 -x \"y\"")"#),
    (#"caf\u00e9 \u03B2"#, #"(words "café β")"#),
    ("(lupus)", #"(phrase "lupus")"#),
    ("(lupus nephritis)", #"(any (phrase "lupus") (phrase "nephritis"))"#),
    ("((lupus))", #"(phrase "lupus")"#),
    (#""lupus""#, #"(phrase "lupus")"#),
    (#""lupus nephritis""#, #"(phrase "lupus nephritis")"#),
    ("“lupus nephritis”", #"(phrase "lupus nephritis")"#),
    (#""he said \"no\" \\ once""#, #"(phrase "he said \"no\" \\ once")"#),
    (#""C:D (E) [F] AND G""#, #"(phrase "C:D (E) [F] AND G")"#),
    (#"lupus "lupus nephritis""#, #"(any (phrase "lupus") (phrase "lupus nephritis"))"#),
    ("lupus (nephritis) renal", #"(any (phrase "lupus") (phrase "nephritis") (phrase "renal"))"#),
    ("lupus AND nephritis", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    ("lupus && nephritis", #"(all (phrase "lupus") (phrase "nephritis"))"#),
    ("lupus&&nephritis", #"(words "lupus&&nephritis")"#),
    ("a AND b AND c", #"(all (phrase "a") (phrase "b") (phrase "c"))"#),
    ("a AND b OR c", #"(all (phrase "a") (phrase "b") (optional (phrase "c")))"#),
    ("a OR b AND c", #"(all (phrase "b") (phrase "c") (optional (phrase "a")))"#),
    ("a AND b OR c AND d", #"(all (phrase "a") (phrase "b") (phrase "c") (phrase "d"))"#),
    ("a b AND c d", #"(all (phrase "b") (phrase "c") (optional (phrase "a")) (optional (phrase "d")))"#),
    ("a AND +b", #"(all (phrase "a") (phrase "b"))"#),
    ("a OR +b", #"(all (phrase "b") (optional (phrase "a")))"#),
    ("+lupus", #"(phrase "lupus")"#),
    ("+lupus nephritis", #"(all (phrase "lupus") (optional (phrase "nephritis")))"#),
    ("+lupus nephritis -mice", #"(all (phrase "lupus") (not (phrase "mice")) (optional (phrase "nephritis")))"#),
    (
      #"+lupus -mice -"case report" renal"#,
      #"(all (phrase "lupus") (not (phrase "mice")) (not (phrase "case report")) (optional (phrase "renal")))"#
    ),
    ("lupus NOT mice", #"(all (phrase "lupus") (not (phrase "mice")))"#),
    ("lupus !mice", #"(all (phrase "lupus") (not (phrase "mice")))"#),
    ("lupus -mice", #"(all (phrase "lupus") (not (phrase "mice")))"#),
    ("lupus ! mice", #"(all (phrase "lupus") (not (phrase "mice")))"#),
    ("foo!bar", #"(all (phrase "foo") (not (phrase "bar")))"#),
    ("lupus nephritis -mice", #"(all (any (phrase "lupus") (phrase "nephritis")) (not (phrase "mice")))"#),
    ("a NOT b AND c", #"(all (phrase "c") (not (phrase "b")) (optional (phrase "a")))"#),
    ("a AND b NOT c", #"(all (phrase "a") (phrase "b") (not (phrase "c")))"#),
    ("a AND NOT b", #"(all (phrase "a") (not (phrase "b")))"#),
    ("a OR NOT b", #"(all (phrase "a") (not (phrase "b")))"#),
    ("(a AND b) AND c", #"(all (all (phrase "a") (phrase "b")) (phrase "c"))"#),
    ("a AND (b AND c)", #"(all (phrase "a") (all (phrase "b") (phrase "c")))"#),
    ("(a OR b) OR c", #"(any (any (phrase "a") (phrase "b")) (phrase "c"))"#),
    (
      "(a OR b) AND (c OR d) NOT e",
      #"(all (any (phrase "a") (phrase "b")) (any (phrase "c") (phrase "d")) (not (phrase "e")))"#
    ),
    ("lupus NOT (mice OR rats)", #"(all (phrase "lupus") (not (any (phrase "mice") (phrase "rats"))))"#),
    ("lupus NOT (mice AND NOT human)", #"(all (phrase "lupus") (not (all (phrase "mice") (not (phrase "human")))))"#),
    (
      "a AND (b OR (c AND (d OR e)))",
      #"(all (phrase "a") (any (phrase "b") (all (phrase "c") (any (phrase "d") (phrase "e")))))"#
    ),
    (#"a AND(b) OR"c""#, #"(all (phrase "a") (phrase "b") (optional (phrase "c")))"#),
    ("*:*", "(everything)"),
    ("*:* -mice", #"(all (everything) (not (phrase "mice")))"#),
    ("*:* OR lupus", #"(any (everything) (phrase "lupus"))"#),
    (
      #"+(lupus OR "systemic sclerosis") +nephr* -review"#,
      #"(all (any (phrase "lupus") (phrase "systemic sclerosis")) (pattern "nephr*") (not (phrase "review")))"#
    ),
    (
      #"("CAR T" OR "T CAR"~2) NOT type:Review"#,
      #"(all (any (phrase "CAR T") (moved 2 (phrase "T") (phrase "CAR"))) (not (filter types "Review")))"#
    ),
    ("title:lupus", #"(field title (phrase "lupus"))"#),
    ("ti:lupus TITLE:sle", #"(any (field title (phrase "lupus")) (field title (phrase "sle")))"#),
    ("title : lupus", #"(field title (phrase "lupus"))"#),
    (#"ab:"lupus nephritis""#, #"(field abstract (phrase "lupus nephritis"))"#),
    (#"kw:lupus keywords:"B-cell""#, #"(any (field keywords (phrase "lupus")) (field keywords (phrase "B-cell")))"#),
    (
      #"tiab:(lupus OR "lupus nephritis")"#,
      #"(field title,abstract (any (phrase "lupus") (phrase "lupus nephritis")))"#
    ),
    ("title:(lupus nephritis)", #"(field title (any (phrase "lupus") (phrase "nephritis")))"#),
    ("title:(+lupus -mice)", #"(field title (all (phrase "lupus") (not (phrase "mice"))))"#),
    (
      "title:(lupus) AND abstract:(nephritis)",
      #"(all (field title (phrase "lupus")) (field abstract (phrase "nephritis")))"#
    ),
    ("title:(lupus)^2", #"(boost 2.0 (field title (phrase "lupus")))"#),
    ("title:lupus^2", #"(boost 2.0 (field title (phrase "lupus")))"#),
    ("title:(lupus^2)", #"(field title (boost 2.0 (phrase "lupus")))"#),
    (
      "title:(lupus^2 nephritis)^3",
      #"(boost 3.0 (field title (any (boost 2.0 (phrase "lupus")) (phrase "nephritis"))))"#
    ),
    (
      "title:nephr?tis* AND abstract:/x.*/",
      #"(all (field title (pattern "nephr#tis*")) (field abstract (regex "x.*")))"#
    ),
    (#"tiab:"CAR T"~3"#, #"(field title,abstract (moved 3 (phrase "CAR") (phrase "T")))"#),
    (#"title:a\:b"#, #"(field title (phrase "a:b"))"#),
    ("-title:mice lupus", #"(all (phrase "lupus") (not (field title (phrase "mice"))))"#),
    (#""a b"~2"#, #"(moved 2 (phrase "a") (phrase "b"))"#),
    (#""a  b c"~2^1.5"#, #"(boost 1.5 (moved 2 (phrase "a") (phrase "b") (phrase "c")))"#),
    (#""a b"~0"#, #"(phrase "a b")"#),
    (#""one"~3"#, #"(phrase "one")"#),
    (#""a\" b"~1"#, #"(moved 1 (phrase "a\"") (phrase "b"))"#),
    ("nephr*", #"(pattern "nephr*")"#),
    ("*itis", #"(pattern "*itis")"#),
    ("wom?n", #"(pattern "wom#n")"#),
    ("?gA", ##"(pattern "#gA")"##),
    ("lup*us?x*", #"(pattern "lup*us#x*")"#),
    (#"nephr*\ lup*"#, #"(pattern "nephr* lup*")"#),
    ("(nephr*)", #"(pattern "nephr*")"#),
    ("nephr* lupus", #"(any (pattern "nephr*") (phrase "lupus"))"#),
    ("lupus~", #"(fuzzy "lupus" 2)"#),
    ("lupus~1 nephritis~2", #"(any (fuzzy "lupus" 1) (fuzzy "nephritis" 2))"#),
    ("IL-6~1", #"(fuzzy "IL-6" 1)"#),
    ("/lup[ui]s/", #"(regex "lup[ui]s")"#),
    (#"/a\/b[0-9]/ OR x"#, #"(any (regex "a/b[0-9]") (phrase "x"))"#),
    ("/a b|c/^2", #"(boost 2.0 (regex "a b|c"))"#),
    ("lupus^2.5", #"(boost 2.5 (phrase "lupus"))"#),
    ("lupus^2 nephritis", #"(any (boost 2.0 (phrase "lupus")) (phrase "nephritis"))"#),
    (#""lupus nephritis"^0.00001"#, #"(boost 1e-05 (phrase "lupus nephritis"))"#),
    ("lupus^100000000 nephritis^0.1", #"(any (boost 1e+08 (phrase "lupus")) (boost 0.1 (phrase "nephritis")))"#),
    ("(a b)^2", #"(boost 2.0 (any (phrase "a") (phrase "b")))"#),
    ("((a^2)^3 b)^4", #"(boost 4.0 (any (boost 3.0 (boost 2.0 (phrase "a"))) (phrase "b")))"#),
    (#"author:"Smith JA""#, #"(author "Smith JA")"#),
    ("au:smith*", #"(author "smith*")"#),
    (#"author:Smith\ J*"#, #"(author "Smith J*")"#),
    ("author:sm?th", #"(author "sm#th")"#),
    (#"author:(smith OR "van der Berg A")"#, #"(any (author "smith") (author "van der Berg A"))"#),
    (#"journal:"The Lancet" OR journal:"0140-6736""#, #"(any (journal "The Lancet") (journal "0140-6736"))"#),
    (#"mesh:"Lupus Nephritis""#, #"(heading "Lupus Nephritis")"#),
    (
      #"mesh:"Lupus Nephritis/drug therapy" AND mesh:Lupus*"#,
      #"(all (heading "Lupus Nephritis" /"drug therapy") (heading "Lupus*"))"#
    ),
    (#"mesh:"/drug therapy""#, #"(heading "" /"drug therapy")"#),
    ("pmid:12345678", #"(identifier "12345678")"#),
    ("doi:10.1016/j.kint.2020.01.001", #"(identifier "10.1016/j.kint.2020.01.001")"#),
    (#"id:"10.1016/S0140-6736(20)30183-5""#, #"(identifier "10.1016/S0140-6736(20)30183-5")"#),
    (
      #"type:"Randomized Controlled Trial" AND year:2020"#,
      #"(all (filter types "Randomized Controlled Trial") (filter years 2020-2020))"#
    ),
    ("type:(Review OR Editorial)", #"(any (filter types "Review") (filter types "Editorial"))"#),
    (#"lupus NOT type:"Case Reports""#, #"(all (phrase "lupus") (not (filter types "Case Reports")))"#),
    ("lang:English", #"(filter languages "english" "eng" "en")"#),
    ("language:ger", #"(filter languages "ger" "german" "deu" "de")"#),
    ("language:Latin", #"(filter languages "latin")"#),
    ("source:pubmed", #"(filter sources "pubmed")"#),
    (#"source:"Web of Science""#, #"(filter sources "Web of Science")"#),
    ("year:2020", "(filter years 2020-2020)"),
    (#"year:"2020""#, "(filter years 2020-2020)"),
    ("year:[2015 TO 2020]", "(filter years 2015-2020)"),
    ("year:{2014 TO 2021}", "(filter years 2015-2020)"),
    ("year:[2015 TO 2021}", "(filter years 2015-2020)"),
    (#"year:[ "2015" TO * ]"#, "(filter years 2015-9999)"),
    ("year:[* TO 2020]", "(filter years 1-2020)"),
    ("year:[* TO *]", "(filter years 1-9999)"),
    ("year:>=2015", "(filter years 2015-9999)"),
    ("year:>2014", "(filter years 2015-9999)"),
    ("year:<=2020", "(filter years 1-2020)"),
    ("year:<2021", "(filter years 1-2020)"),
    ("year:(2015 OR [2018 TO 2020])", "(any (filter years 2015-2015) (filter years 2018-2020))"),
    ("lupus AND year:[2015 TO *]^2", #"(all (phrase "lupus") (boost 2.0 (filter years 2015-9999)))"#),
    ("lupus\nAND\n\"in\tvitro\"", "(all (phrase \"lupus\") (phrase \"in\tvitro\"))"),
    ("e\u{301}\u{301} \u{301}a", "(words \"e\u{301}\u{301} \u{301}a\")"),
    ("\"\u{301}a\" -😀", "(all (phrase \"\u{301}a\") (not (phrase \"😀\")))"),
  ]

  @Test(arguments: rows)
  func reads(text: String, tree: String) throws {
    #expect(try ParsedQuery(lucene: text).query.description == tree)
  }

  @Test(arguments: rows.map(\.text))
  func textReadsAsTheSameQuery(text: String) throws {
    let query = try ParsedQuery(lucene: text).query
    let printed = try query.luceneText()
    #expect(try ParsedQuery(lucene: printed).query == query, "\(printed)")
  }

  @Test(arguments: [
    ("lupus OR nephritis", "lupus nephritis"), ("a AND b OR c", "+a +b c"), ("(a b)", "(a OR b)"),
    ("a AND (b OR \"c d\") NOT e", #"+a +(b OR "c d") -e"#), ("+lupus", #""lupus""#),
    ("year:<2021", "year:[* TO 2020]"),
    ("(title:(lupus))^2.0", "title:lupus^2"), (#"x "nephr* \"y\"""#, #"x OR "nephr\* \"y\"""#),
    ("\"a:b\" (\"AND\")", #""a:b" OR "AND""#), ("lang:ENGLISH", "language:english"),
  ])
  func writes(text: String, printed: String) throws {
    #expect(try ParsedQuery(lucene: text).query.luceneText() == printed)
  }

  @Test(arguments: [
    ("\"é nephr*\"", 8, "“*” is no wildcard within quotes."),
    ("lupus and nephritis", 6, "“and” is a word to look for; as an operator it is “AND”."),
    ("(\"CAR T\"-cell)", 8, #"“-” excludes what stands behind it; to look for the character, write \-."#),
    ("lupus - mice", 6, #"“-” excludes what stands behind it; to look for the character, write \-."#),
  ])
  func notes(text: String, column: Int, note: String) throws {
    #expect(try ParsedQuery(lucene: text).notes == [ParsedQuery.Note(column: column, text: note)])
  }

  @Test(arguments: ["lupus (a -b)", "AND\u{301} or\u{301}", #""nephr\*" \and"#])
  func saysNothing(text: String) throws {
    #expect(try ParsedQuery(lucene: text).notes.isEmpty)
  }

  @Test(
    arguments: [
      .exact("a"), .line(1), .not(.phrase("a")), .optional(.phrase("a")), .all([]), .any([.phrase("a")]), .phrase(" "),
      .words(""), .words(" "), .any([.words("a"), .phrase("b")]),
      .all([.phrase("a"), .optional(.phrase("b")), .phrase("c")]),
      .all([.not(.phrase("a")), .phrase("b")]), .all([.not(.phrase("a")), .not(.phrase("b"))]),
      .pattern("a?"), .pattern("*"), .pattern("ab"), .fuzzy("a", distance: 3), .fuzzy("a b", distance: 1),
      .regex(""), .regex("\\"), .regex("a\\/"), .regex("(a"), .frequency(.phrase("a"), atLeast: 2),
      .boost(.phrase("a"), by: 0),
      .boost(.phrase("a"), by: .infinity), .field(.all, .phrase("a")), .field([.title, .keywords], .phrase("a")),
      .field(.title, .field(.title, .phrase("a"))), .field(.title, .value(.author, "a")), .field(.title, .everything),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 2, order: .any)),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 0, order: .moved)),
      .near([.phrase("a"), .phrase("b c")], Query.Proximity(gap: 2, order: .moved)),
      .near([.phrase("a"), .pattern("b*")], Query.Proximity(gap: 2, order: .moved)),
      .heading(Query.Heading("a", isExploded: true)), .heading(Query.Heading("a", isMajor: true)),
      .heading(Query.Heading("a/b")), .value(.heading, "a"), .value(.author, ""), .value(.author, "a?"),
      .filter(Filter()), .filter(Filter(journals: ["a"])), .filter(Filter(types: ["a", "b"])),
      .filter(Filter(years: 2015...2020, types: ["a"])), .filter(Filter(years: 0...2020)),
      .filter(Filter(languages: ["english"])), .filter(Filter(sources: [" "])),
    ] as [Query.Clause])
  func saysWhatItCannotWrite(clause: Query.Clause) {
    let error = #expect(throws: Unwritable.self) { try Query([clause]).luceneText() }
    #expect(error?.dialect == .lucene)
  }

  @Test func writesOneClauseAndNoFilter() {
    #expect(throws: Unwritable(dialect: .lucene, clause: #"(query (words "a") (phrase "b"))"#)) {
      try Query([.words("a"), .phrase("b")]).luceneText()
    }
    #expect(throws: Unwritable.self) { try Query([]).luceneText() }
    #expect(throws: Unwritable.self) { try Query([.words("a")], filter: Filter(types: ["b"])).luceneText() }
  }
}
