import Records
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  private func reader(_ text: String, _ separator: Character = ",") throws -> CSVReader {
    try CSVReader(input(text), separator: separator.asciiValue ?? 0)
  }

  private func titles(_ text: String) throws -> [String] {
    try records(reader(text)).map(\.title)
  }

  @Test func readsQuotedCells() throws {
    let record = try #require(
      try records(reader("Title,Abstract,x\n\"A, \"\"b\"\"\",\"one\n\n two\" ,\n")).first)
    #expect(record.title == "A, \"b\"")
    #expect(record.abstract.map(\.text) == ["one two"])
    #expect(
      record.source == [
        SourceField(tag: "Title", value: "A, \"b\""), SourceField(tag: "Abstract", value: "one\n\n two"),
      ])
    #expect(record.format == .csv)
  }

  @Test func readsTabs() throws {
    let record = try #require(try records(reader("PMID\tTI\n31\tT\n", "\t")).first)
    #expect(record.format == .tsv)
    #expect(record.id == "31")
    #expect(record.title == "T")
  }

  @Test func passesOverBlankRowsAndTheNoteOnTheSeparator() throws {
    #expect(try titles("sep=,\n\ntitle,abstract\n\n,,\na,b\n") == ["a"])
  }

  @Test func readsScopus() throws {
    let text = """
      Authors,Author full names,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,DOI,PubMed ID,\
      Author Keywords,Index Keywords,Document Type,Source,EID
      Liu F.; Li C.,"Liu, Fei (604); Li, Chun (588)",T,2026,Digital Health,12,2,NA,307,319,10.1/X,NA,\
      a; b,b; c,Article,Scopus,2-s2.0-1
      """
    let record = try #require(try records(reader(text)).first)
    #expect(record.authors == [Author(family: "Liu", given: "Fei"), Author(family: "Li", given: "Chun")])
    #expect(record.journal == "Digital Health")
    #expect(record.pages == "307-319")
    #expect(record.keywords == ["a", "b", "c"])
    #expect(record.doi == "10.1/x")
    #expect(record.pmid == "")
    #expect(record.id == "2-s2.0-1")
    #expect(record.types == ["Article"])
  }

  @Test func readsGroupsAmongAuthors() throws {
    let record = try #require(try records(reader("Title,Authors\nT,\"Liu, F; Sample Study Group; ;Ann Bo\"")).first)
    #expect(
      record.authors == [
        Author(family: "Liu", given: "F"), Author(family: "Sample Study Group", isOrganisation: true),
        Author(family: "Bo", given: "Ann"),
      ])
  }

  @Test func readsEmbase() throws {
    let text = """
      Title,Author Names,Source,Abstract,Emtree Medical Index Terms
      T,"Liu R., Adler D.G.",Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug,A,"cyst (diagnosis, surgery), human"
      """
    let record = try #require(try records(reader(text)).first)
    #expect(record.authors.map(\.invertedName) == ["Liu, R.", "Adler, D.G."])
    #expect(record.journal == "Cancer")
    #expect(record.year == 2004)
    #expect([record.volume, record.issue, record.pages] == ["102", "4", "253-258"])
    #expect(record.keywords == ["cyst (diagnosis, surgery)", "human"])
  }

  @Test func readsEmbaseTurned() throws {
    let text = """
      "TITLE","First, of two"
      "AUTHOR NAMES","Liu R.","Adler D.G."
      "ABSTRACT","A

      b"
      "MEDLINE PMID","77"

      "TITLE","Second"
      "AUTHOR NAMES","Wu A."
      "TITLE","Third"
      """
    let found = try records(reader(text))
    #expect(found.map(\.title) == ["First, of two", "Second", "Third"])
    #expect(found[0].authors.map(\.family) == ["Liu", "Adler"])
    #expect(found[0].abstract.map(\.text) == ["A b"])
    #expect(found[0].id == "77")
  }

  @Test func readsOpenAlexPubMedZoteroAndDataFrames() throws {
    let openAlex = try #require(
      try records(
        reader(
          """
          id,display_name,authorships.author.display_name,publication_year,primary_location.source.display_name,ids.pmid
          https://openalex.org/W27,T,Ann B. Bo|Jan van Dam,2020,J,https://pubmed.ncbi.nlm.nih.gov/123
          """)
      ).first)
    #expect(openAlex.authors.map(\.invertedName) == ["Bo, Ann B.", "van Dam, Jan"])
    #expect(openAlex.pmid == "123")
    #expect(openAlex.accession == "https://openalex.org/W27")
    let pubMed = try #require(
      try records(
        reader(
          "PMID,Title,Authors,Citation,Journal/Book\n5,T,\"Wu AB, Li C.\",Lancet. 2020 Jan 4;395(17):49-61. doi: x.,L")
      ).first)
    #expect(pubMed.authors.map(\.invertedName) == ["Wu, AB", "Li, C."])
    #expect([pubMed.volume, pubMed.issue, pubMed.pages] == ["395", "17", "49-61"])
    let zotero = try #require(
      try records(reader("Title,Extra,Manual Tags\nT,Place: US PMID: 35 PMCID: PMC9,a; b")).first)
    #expect(zotero.pmid == "35" && zotero.pmcid == "PMC9" && zotero.keywords == ["a", "b"])
    let frame = try #require(
      try records(reader("primary_title,authors,publication_year\nT,\"['Marx, Karl', \"\"O'Hara, S\"\"]\",2014//"))
        .first)
    #expect(frame.authors.map(\.family) == ["Marx", "O'Hara"])
    #expect(frame.year == 2014)
  }

  @Test func numbersOfRowsAreNoIdentifiers() throws {
    let ids = try records(reader("id,title\n1,a\n1,b\n2,c\n")).map(\.id)
    #expect(Set(ids).count == 3 && !ids.contains("1"))
  }

  @Test func raggedRowsAreReadAndReported() throws {
    let text = "title,abstract\na\nb,c,\nd,e,f\n"
    #expect(try titles(text) == ["a", "b", "d"])
    #expect(try warnings(reader(text)).map(\.line) == [2, 4])
    #expect(try records(reader(text)).last?.source.last == SourceField(tag: "column 3", value: "f"))
  }

  @Test func aTableWithoutTextIsRefused() throws {
    let reports = try skipped(reader("name,value\na,b\nc,d\n"))
    #expect(reports.count == 1)
    #expect(reports.first?.found == "the columns “name, value”")
    #expect(try events(reader("")).isEmpty)
  }

  @Test func aStrayQuoteCostsNoOtherRow() throws {
    let rows = (1...50).map { "t\($0),\"a\($0)\",z" }.joined(separator: "\n")
    let text = "title,abstract,x\n\"open,b,c\n\(rows)\n"
    #expect(try titles(text) == ["\"open"] + (1...50).map { "t\($0)" })
    #expect(try warnings(reader(text)).map(\.line) == [2])
  }

  @Test func anOpenQuoteInARaggedRowIsReported() throws {
    let text = "title,abstract,x\na,\"open\nb,c,d\ne,f,g\n"
    #expect(try titles(text) == ["b", "e"])
    #expect(try skipped(reader(text)).map(\.line) == [2])
  }

  @Test func loneQuotesAreKept() throws {
    let text = "title,abstract\n\"say \"hi\" now\",\"\"\nthe 5\" disk,b\n"
    #expect(try titles(text) == ["say \"hi\" now", "the 5\" disk"])
    #expect(try warnings(reader(text)).map(\.line) == [2])
  }

  @Test func manyOpenQuotesTakeLinearTime() throws {
    let open = "title,abstract\n" + String(repeating: "\"a\n", count: 200_000)
    #expect(try skipped(reader(open)).count == 200_000)
    let closing = "title,abstract\n" + String(repeating: "\"a,b\n", count: 200_000) + "c\",d\n"
    #expect(try records(reader(closing)).count > 0)
  }

  @Test func damageNeverTraps() throws {
    let text =
      "title,abstract,authors,Source\n\"a \"\"b\"\"\",\"c\nd\",\"['x, y']\",J (2004) 1:2 (3-4). D\n,,,\ne,f,\"g; h\",\n"
    #expect(try readDamaged(text, seed: 21) { input throws(ReadError) in try CSVReader(input, separator: 0x2C) } > 0)
  }
}
