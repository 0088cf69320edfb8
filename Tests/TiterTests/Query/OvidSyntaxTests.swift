import Testing
import Titer

/// All texts of the tables with their trees.
let ovidRows = ovidWords + ovidOperators + ovidFields + ovidHeadings + ovidLines + ovidNephritis + ovidReceptors

/// All malformed texts of the tables with their errors.
let ovidErrors = ovidMisplaced + ovidUnfit + ovidUnknown

@Suite("Ovid's dialect")
struct OvidSyntaxTests {
  @Test("reads every row of the tables", arguments: ovidRows)
  func tree(text: String, tree: String) throws {
    let parsed = try ParsedQuery(ovid: text)
    #expect(parsed.query.description == tree)
    #expect(parsed.dialect == .ovid)
  }

  @Test("reads back what it writes", arguments: ovidRows)
  func roundTrip(text: String, tree: String) throws {
    let query = try ParsedQuery(ovid: text).query
    let written = try query.ovidText()
    #expect(try ParsedQuery(ovid: written).query == query, "\(written)")
    #expect(try ParsedQuery(ovid: written).query.ovidText() == written)
  }

  @Test("points at what can't be read", arguments: ovidErrors)
  func error(text: String, description: String) {
    #expect(readingError(text)?.description == description)
  }

  @Test("points at the end of an empty query", arguments: ["", "  ", "\n"])
  func empty(text: String) {
    let error = readingError(text)
    #expect(error?.column == text.count)
    #expect(error?.found == "the end of the query")
  }

  @Test(
    "writes what it reads in one form",
    arguments: [
      ("Lupus AND (nephritis)", "Lupus and nephritis"),
      ("sle or lupus adj3 nephr$.tw", "sle or (lupus adj3 nephr*).ti,ab."),
      ("(lupus adj3 nephr$).tw", "(lupus adj3 nephr*).ti,ab."),
      ("lupus.mp. [mp=title, abstract]", "lupus"),
      ("EXP Lupus Nephritis/dt [Drug Therapy]", "exp Lupus Nephritis/dt"),
      ("limit 3 to (english language and humans)", "3 and english.la. and Humans/"),
      ("a or b and c", "(a or b) and c"),
      ("or/1-3", "1 or 2 or 3"),
      ("“and/or”.ti", #""and/or".ti."#),
      ("(review or letter).pt.", "(review or letter).pt."),
    ] as [(String, String?)])
  func form(text: String, written: String?) {
    #expect((try? ParsedQuery(ovid: text).query.ovidText()) == written)
  }

  @Test("remarks where parentheses would make the order plain")
  func mixture() throws {
    let notes = try ParsedQuery(ovid: "lupus or sle and (a not b or c) and kidney or d").notes
    #expect(notes.map(\.column) == [13, 26])
    #expect(
      Set(notes.map(\.text)) == [
        "Different operators are taken from left to right here; parentheses would make the order plain."
      ])
    #expect(try ParsedQuery(ovid: "lupus and sle not (mice or rats)").notes.isEmpty)
  }

  @Test("remarks on a heading that “and” may have split")
  func splitHeading() throws {
    let notes = try ParsedQuery(ovid: "sle or Head and Neck Neoplasms/").notes
    #expect(notes.map(\.column) == [7, 12])
    #expect(
      notes.first?.text == "“and” is taken for an operator here; if it is part of a heading, put the heading in quotes."
    )
    for text in [
      "lupus and Nephritis/", "Lupus.ti. and Nephritis/", "Lupus and exp Nephritis/", "(Lupus) and Nephritis/",
    ] {
      #expect(try ParsedQuery(ovid: text).notes.isEmpty)
    }
  }

  @Test("remarks on names of qualifiers that are not those of the codes")
  func qualifierNames() throws {
    let notes = try ParsedQuery(ovid: "Lupus Nephritis/dt, th [Drug Therapy, Surgery]").notes
    #expect(notes == [ParsedQuery.Note(column: 23, text: "The codes before this are read as drug therapy, therapy.")])
  }

  @Test("knows every qualifier by its code", arguments: ["Lupus", "exp *Lupus"])
  func qualifiers(heading: String) throws {
    #expect(Qualifiers.allNames.count == 84)
    for name in Qualifiers.allNames {
      let code = try #require(Qualifiers.code(of: name))
      let text = "\(heading)/\(code)"
      #expect(try ParsedQuery(ovid: text).query.ovidText() == text)
      let query = try ParsedQuery(ovid: "\(code).fs.").query
      #expect(query == Query([.heading(Query.Heading("", qualifier: name))]))
      #expect(try ParsedQuery(ovid: query.ovidText()).query == query)
    }
  }

  @Test(
    "throws for what it can't write",
    arguments: [
      .words("lupus"), .exact("lupus"), .fuzzy("lupus", distance: 1), .regex("lupus"), .optional(.phrase("lupus")),
      .boost(.phrase("lupus"), by: 2), .everything, .not(.phrase("lupus")), .all([.phrase("lupus")]), .any([]),
      .all([.not(.phrase("mice")), .phrase("lupus")]), .any([.phrase("lupus"), .not(.phrase("mice"))]),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 2, order: .asWritten)),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 0, order: .any)),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 1, order: .moved)),
      .near([.phrase("a"), .phrase("b")], Query.Proximity(gap: 99, order: .any)),
      .near([.phrase("a"), .phrase("b"), .phrase("c")], Query.Proximity(gap: 2, order: .any)),
      .near([.phrase("a"), .line(3)], Query.Proximity(gap: 2, order: .any)),
      .near([.phrase("a"), .field(.title, .phrase("b"))], Query.Proximity(gap: 2, order: .any)),
      .field(.all, .phrase("lupus")), .field([], .phrase("lupus")), .field(.title, .line(3)),
      .field(.title, .heading(Query.Heading("Lupus"))), .frequency(.phrase("lupus"), atLeast: 0),
      .frequency(.heading(Query.Heading("Lupus")), atLeast: 2), .line(0), .phrase(""), .phrase("*"), .phrase("a\"b"),
      .phrase("US$"), .phrase("nephr*"), .pattern("nephritis"), .pattern("lupus *"), .pattern("ab*3"),
      .heading(Query.Heading("")), .heading(Query.Heading("Lupus", qualifier: "treatment")),
      .heading(Query.Heading("", qualifier: "therapy", isMajor: true)), .value(.heading, "Lupus"),
      .filter(Filter()), .filter(Filter(sources: ["pubmed"])), .filter(Filter(journals: ["lancet"])),
      .filter(Filter(years: 2015...2020, types: ["review"])), .filter(Filter(years: 0...2020)),
      .filter(Filter(languages: ["english"])), .filter(Filter(types: ["meta analysis"])),
    ] as [Query.Clause])
  func unwritable(clause: Query.Clause) {
    let part: Query.Clause = .all([.phrase("lupus"), clause])
    #expect(writingError(Query([clause])) != nil)
    if case .not = clause { return }
    #expect(writingError(Query([part]))?.dialect == .ovid)
  }

  @Test("names the part that it can't write")
  func unwritablePart() {
    let query = Query([.all([.phrase("lupus"), .boost(.phrase("sle"), by: 2)])])
    #expect(
      writingError(query)?.description
        == #"(boost 2.0 (phrase "sle")) can't be written in the ovid dialect"#)
  }

  @Test("writes only whole queries of one part")
  func unwritableQueries() {
    let lupus: Query.Clause = .phrase("lupus")
    for query in [
      Query([]), Query([lupus, lupus]), Query([lupus], filter: Filter(years: 2015...2020)),
      Query([lupus], variants: .plurals),
    ] {
      #expect(writingError(query) != nil)
    }
  }
}

/// The error of a text that can't be read.
private func readingError(_ text: String) -> QueryError? {
  do throws(QueryError) {
    _ = try ParsedQuery(ovid: text)
    return nil
  } catch {
    return error
  }
}

/// The error of a query that can't be written.
private func writingError(_ query: Query) -> Unwritable? {
  do throws(Unwritable) {
    _ = try query.ovidText()
    return nil
  } catch {
    return error
  }
}
