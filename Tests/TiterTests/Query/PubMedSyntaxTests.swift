import Testing
import Titer

/// PubMed's syntax: what texts mean, and that what they mean is written so that it means the same.
@Suite struct PubMedSyntaxTests {
  @Test func rowsAreMany() { #expect(PubMedRows.all.count >= 90) }

  @Test(arguments: PubMedRows.all.map { [$0.text, $0.tree] }) func textIsReadAsTree(_ row: [String]) throws {
    #expect(try ParsedQuery(pubmed: row[0]).query.description == row[1])
  }

  @Test(arguments: PubMedRows.all.map(\.text)) func printedTextIsReadAsTheSame(_ text: String) throws {
    let query = try ParsedQuery(pubmed: text).query
    let printed = try query.pubmedText()
    #expect(try ParsedQuery(pubmed: printed).query == query, "printed as \(printed)")
    #expect(try ParsedQuery(pubmed: printed).query.pubmedText() == printed)
  }

  @Test(arguments: [
    ("lupus nephritis [Title/Abstract]", #""lupus nephritis"[tiab]"#),
    ("“Lupus”[MeSH Terms:noexp] or sle", "Lupus[mh:noexp] OR sle"),
    ("a OR b AND c NOT (d e)", "(a OR b) AND c NOT (d AND e)"),
    ("smith ja[Author] OR smith[au]", "smith ja[au] OR smith[au]"),
    (#""smith j"[au] OR "smit*"[au]"#, #""smith j"[au] OR smit*[au]"#),
    (#""2015/01/01"[pdat] : "3000"[pdat]"#, "2015:3000[dp]"),
    (#""hip pain"[Title : ~ 2]"#, #""hip pain"[ti:~2]"#),
    (##""not" OR "#1" OR "lupus""##, ##""not" OR "#1" OR lupus"##),
    ("English[lang] AND Clinical Trial[ptyp]", #"english[la] AND "Clinical Trial"[pt]"#),
    ("10.1000/1[aid] OR 7[uid] OR 7[pmc] OR S1[aid]", "10.1000/1[doi] OR 7[pmid] OR PMC7[pmcid] OR S1[aid]"),
  ]) func printedTextIsCanonical(_ text: String, _ printed: String) throws {
    #expect(try ParsedQuery(pubmed: text).query.pubmedText() == printed)
  }

  @Test(arguments: [
    ("lupus and sle", 6, "“and” is taken as the operator AND; quotes make it a word."),
    (#"a "b AND c""#, 2, "Within quotes AND is a word and no operator."),
    (#"a OR "b[ti] c""#, 5, "Within quotes a field tag is text."),
    (#" "a[ti] OR b[ti]""#, 1, "The quotes around the whole query are left out."),
    (
      "poly(ADP-ribose)", 4,
      "The parenthesis opens a group that is joined with AND; quotes make it a part of the word."
    ),
    ("2019/06[dp]", 0, "Only the year of publication is known; all of 2019 counts."),
    ("2018:2019/06[dp]", 5, "Only the year of publication is known; all of 2019 counts."),
    ("2018:present[dp]", 5, "PubMed itself writes 3000 for no end."),
    ("lupus ne*[ti]", 8, "PubMed itself needs four characters before *."),
    ("*itis", 0, "PubMed itself knows no * at the beginning of a word."),
    (#""hip pains*"[tiab:~1]"#, 10, "PubMed itself knows no * in words with “~”."),
    ("hip pain[tiab:~1]", 0, "PubMed itself wants quotes around words with “~”."),
    (
      "smith john[au]", 0,
      "Authors are known by family name and initials; all of “smith john” is taken as the family name."
    ),
  ]) func placeOfANoteIsGiven(_ text: String, _ column: Int, _ note: String) throws {
    let parsed = try ParsedQuery(pubmed: text)
    #expect(parsed.notes == [ParsedQuery.Note(column: column, text: note)])
    #expect(parsed.dialect == .pubmed)
  }

  @Test(arguments: [
    Query.Clause.words("lupus"), .exact("lupus"), .fuzzy("lupus", distance: 1), .regex("lup.*"), .everything,
    .optional(.phrase("a")), .boost(.phrase("a"), by: 2), .frequency(.phrase("a"), atLeast: 2),
    .all([]), .any([]), .all([.phrase("a")]), .any([.phrase("a")]),
    .all([.not(.phrase("a")), .phrase("b")]), .any([.phrase("a"), .not(.phrase("b"))]),
    .all([.phrase("a"), .not(.not(.phrase("b")))]),
    .phrase(""), .phrase("-"), .phrase("a  b"), .phrase(" a"), .phrase("say \"a\""), .phrase("nephr*"),
    .phrase("\u{301}a"), .pattern("lupus"), .pattern("nephr#*"), .pattern("a *"),
    .field(.all, .phrase("a")), .field([.title, .keywords], .phrase("a")), .field([], .phrase("a")),
    .field(.title, .any([.phrase("a"), .phrase("b")])), .field(.title, .field(.title, .phrase("a"))),
    .near([.phrase("a"), .phrase("b")], .init(gap: 1, order: .any)),
    .field(.title, .near([.phrase("a"), .phrase("b")], .init(gap: 1, order: .asWritten))),
    .field(.abstract, .near([.phrase("a"), .phrase("b")], .init(gap: 1, order: .any))),
    .field(.title, .near([.phrase("a b"), .phrase("c")], .init(gap: 1, order: .any))),
    .field(.title, .near([.phrase("a")], .init(gap: 1, order: .any))),
    .heading(.init("")), .heading(.init("a/b")), .heading(.init("a", qualifier: "dt")), .heading(.init("a?")),
    .heading(.init("", qualifier: "therapy", isExploded: true)),
    .value(.heading, "a"), .value(.author, "smith, j"), .value(.journal, "a#"), .value(.identifier, ""),
    .filter(.init()), .filter(.init(types: ["a", "b"])), .filter(.init(languages: ["eng"])),
    .filter(.init(journals: ["a"])), .filter(.init(sources: ["a"])), .filter(.init(years: 2000...2001, types: ["a"])),
    .filter(.init(years: 0...2000)), .filter(.init(years: 2000...3000)), .filter(.init(years: -5...12_000)),
    .line(0), .line(-1),
  ]) func whatPubMedCannotSayIsRefused(_ clause: Query.Clause) {
    #expect(throws: Unwritable.self) { try Query([clause]).pubmedText() }
    #expect(throws: Unwritable.self) { try Query([.all([.phrase("x"), clause, .phrase("y")])]).pubmedText() }
  }

  @Test func exclusionFromNothingIsRefused() {
    #expect(throws: Unwritable.self) { try Query([.not(.phrase("a"))]).pubmedText() }
  }

  @Test func unwritablePartIsNamed() {
    let query = Query([.all([.phrase("a"), .any([.phrase("b"), .exact("c")])])])
    #expect(throws: Unwritable(dialect: .pubmed, clause: "(exact \"c\")")) { try query.pubmedText() }
  }

  @Test func onlyOneClauseAndNoFilterBesideItAreWritten() throws {
    #expect(throws: Unwritable.self) { try Query([]).pubmedText() }
    #expect(throws: Unwritable.self) { try Query([.phrase("a"), .phrase("b")]).pubmedText() }
    #expect(throws: Unwritable.self) { try Query([.phrase("a")], filter: Filter(years: 2000...2001)).pubmedText() }
    #expect(throws: Unwritable.self) { try Query([.phrase("a")], variants: []).pubmedText() }
  }
}
