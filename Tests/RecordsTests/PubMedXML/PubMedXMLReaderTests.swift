import Records
import TestSupport
import Testing

@Suite struct PubMedXMLReaderTests {
  private func record(title: String = "A title.", abstract: String = "") throws -> Record {
    let bytes = PubMedSample.set(PubMedSample.article(title: title, abstract: abstract))
    let reading = try Reading.pubMed(bytes)
    #expect(reading.skipped.isEmpty && reading.warnings.isEmpty)
    return try #require(reading.records.first)
  }

  private func abstract(_ text: String) throws -> String {
    try record(abstract: "<AbstractText>\(text)</AbstractText>").abstract.map(\.text).joined()
  }

  @Test func readsEveryField() throws {
    let record = try record()
    #expect(record.id == "7000001" && record.pmid == "7000001" && record.accession == "")
    #expect(record.doi == "10.1000/abc.7" && record.pmcid == "PMC42")
    #expect(record.journal == "Annals of Tests" && record.volume == "17" && record.issue == "2-3")
    #expect(record.pages == "301-12" && record.year == 2019 && record.language == "eng")
    #expect(record.authors.map(\.invertedName) == ["Avouac, Jérome", "Roe, R Jr", "CAR Study Group"])
    #expect(record.authors.map(\.isOrganisation) == [false, false, true])
    #expect(record.types == ["Journal Article", "Review"] && record.keywords == ["CAR-T"])
    #expect(record.mesh == ["Lupus Erythematosus, Systemic/*therapy/blood", "*Prisoners"])
    let source = Dictionary(record.source.map { ($0.tag, $0.value) }) { first, _ in first }
    #expect(source["ISSN"] == "1234-5678" && source["ErratumIn/PMID"] == "7000099" && source["GrantID"] == "G7")
    #expect(source["ArticleId/pii"] == "x7" && source["Country"] == "France")
  }

  @Test(arguments: [
    ("a<sub>2</sub>b <i>in <b>vivo</b></i>!", "a2b in vivo!"),
    ("10<sup>6</sup> cells, 10<sup>-3</sup>, 10<sup>−3</sup>", "10^6 cells, 10^-3, 10^−3"),
    ("CD34<sup>+</sup> and Ca<sup>2+</sup>, the 5<sup>th</sup>", "CD34+ and Ca2+, the 5th"),
    ("  two\n\t words ", "two words"),
    ("p &lt; 0.05 &amp; <![CDATA[a<b]]>&#x3b2;", "p < 0.05 & a<bβ"),
    (
      "<mml:math xmlns:mml='m'> <mml:msup>\n <mml:mn>10</mml:mn>\n <mml:mn>6</mml:mn> </mml:msup> </mml:math> x",
      "10^6 x"
    ),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>a</mi> <mo>=</mo></math>", "1/2a="),
    ("<math><msubsup><mi>n</mi><mn>1</mn><mn>2</mn></msubsup></math>", "n1^2"),
  ])
  func flattensMarkup(text: String, expected: String) throws {
    #expect(try abstract(text) == expected)
    #expect(try record(title: text).title == expected)
  }

  @Test func keepsSectionsWithTheirLabels() throws {
    let record = try record(
      abstract: """
        <AbstractText Label="METHODS &amp; AIMS" NlmCategory="METHODS">A.</AbstractText>
        <AbstractText NlmCategory="RESULTS">B.</AbstractText><AbstractText NlmCategory="UNASSIGNED">C.</AbstractText>
        <AbstractText Label="EMPTY"/>
        """)
    #expect(record.abstract.map(\.label) == ["METHODS & AIMS", "RESULTS", ""])
    #expect(record.abstract.map(\.text) == ["A.", "B.", "C."])
  }

  @Test func takesAnotherAbstractOnlyWithoutTheMainOne() throws {
    let other = "<OtherAbstract Type='plain'><AbstractText>Plain.</AbstractText></OtherAbstract>"
    let main = "<Abstract><AbstractText>Main.</AbstractText></Abstract>"
    for (content, expected) in [(other + main, "Main."), (other, "Plain.")] {
      let reading = try Reading.pubMed(
        PubMedSample.set("<PubmedArticle><MedlineCitation><PMID>1</PMID>\(content)</MedlineCitation></PubmedArticle>"))
      #expect(reading.records.first?.abstract.map(\.text) == [expected])
    }
  }

  @Test func fallsBackToTheVernacularTitle() throws {
    let title = "[Not Available].</ArticleTitle><VernacularTitle>Über Mäuse.</VernacularTitle><ArticleTitle>"
    let record = try record(title: title)
    #expect(record.title == "Über Mäuse.")
    #expect(record.source.contains(SourceField(tag: "VernacularTitle", value: "Über Mäuse.")))
  }

  @Test func readsBooks() throws {
    let book = """
      <PubmedBookArticle><BookDocument><PMID>21413195</PMID><Book><BookTitle>Handbook</BookTitle><PubDate><Year>2009</Year>
      </PubDate><AuthorList Type="authors"><Author><LastName>Poe</LastName></Author></AuthorList>
      <AuthorList Type="editors"><Author><LastName>Ed</LastName></Author></AuthorList></Book>
      <ArticleTitle>Chapter</ArticleTitle><PublicationType>Review</PublicationType></BookDocument></PubmedBookArticle>
      """
    let record = try #require(try Reading.pubMed(PubMedSample.set(book)).records.first)
    #expect(record.title == "Chapter" && record.journal == "Handbook" && record.year == 2009)
    #expect(record.authors.map(\.family) == ["Poe"] && record.types == ["Review"])
    #expect(record.source.contains(SourceField(tag: "Editor", value: "Ed")))
  }

  @Test func reportsDeletions() throws {
    let bytes = PubMedSample.set(
      PubMedSample.article() + "<DeleteCitation><PMID>11</PMID><PMID>12</PMID></DeleteCitation>")
    let reading = try Reading.pubMed(bytes)
    #expect(reading.deletions == ["11", "12"] && reading.records.count == 1 && reading.skipped.isEmpty)
  }

  @Test func skipsWhatHasNoText() throws {
    let empty = "<PubmedArticle><MedlineCitation><PMID></PMID></MedlineCitation></PubmedArticle>\n"
    let reading = try Reading.pubMed(PubMedSample.set(empty + PubMedSample.article()), name: "a.xml")
    #expect(reading.records.count == 1)
    #expect(
      reading.skipped.map(\.description) == [
        "a.xml:3: expected a PMID, a title, an abstract or authors, found none of them"
      ])
  }

  @Test func keepsARecordOfAPMIDAlone() throws {
    let bare = "<PubmedArticle><MedlineCitation><PMID>5</PMID></MedlineCitation></PubmedArticle>\n"
    let reading = try Reading.pubMed(PubMedSample.set(bare))
    #expect(reading.records.map(\.id) == ["5"] && reading.skipped.isEmpty)
  }

  /// The sample files are absent from a plain checkout; the counts are those of `<PubmedArticle>` and `<PubmedBookArticle>`.
  @Test(.enabled(if: SharedData.folder != nil), arguments: SharedFiles.paths(in: "pubmed_xml"))
  func accountsForEveryCitationOfRealFiles(path: String) throws {
    let bytes = try SharedFiles.bytes(of: path)
    let reading = try Reading.pubMed(bytes, name: path)
    let citations = bytes.count(of: "<PubmedArticle>") + bytes.count(of: "<PubmedBookArticle>")
    #expect(reading.records.count + reading.skipped.count == citations, "\(reading.skipped)")
    #expect(reading.records.allSatisfy { !$0.pmid.isEmpty && !$0.title.isEmpty && $0.year != nil })
  }
}
