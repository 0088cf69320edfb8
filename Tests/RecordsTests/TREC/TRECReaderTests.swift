import Records
import TestSupport
import Testing

@Suite struct TRECReaderTests {
  private func reader(_ text: String) throws -> TRECReader {
    try TRECReader(input(text))
  }

  @Test func readsDocuments() throws {
    let text = """
      <?xml version="1.0"?>
      <DOC>
      <DOCNO> FT911-3 </DOCNO>
      <DATE>910514</DATE>
      <HEADLINE>FT 14 MAY / CO<sub>2</sub> &amp; you</HEADLINE>
      <TEXT>
      <P>One p &lt; 0.05 and a < b.</P><P>Two&#946;&#x3B2; &AMP;&#10;&#1;</P>
      </TEXT>
      </DOC><doc><docno>2</docno><Title>T</Title><ABSTRACT>A</ABSTRACT></doc>
      """
    let found = try records(reader(text))
    #expect(found.map(\.id) == ["FT911-3", "2"])
    #expect(found[0].title == "FT 14 MAY / CO2 & you")
    #expect(found[0].abstract == [AbstractSection(text: "One p < 0.05 and a < b. Twoββ & &#1;")])
    #expect(found[0].source == [SourceField(tag: "date", value: "910514")])
    #expect(found[1].title == "T" && found[1].abstract.map(\.text) == ["A"])
    #expect(found[1].format == .trec)
  }

  @Test func readsTitlesWithinTheText() throws {
    let record = try #require(
      try records(reader("<DOC><DOCNO>1</DOCNO><TEXT>a <TITLE>t</TITLE> b<BODY>c</BODY></TEXT></DOC>")).first)
    #expect(record.title == "t")
    #expect(record.abstract.map(\.text) == ["c a b"])
  }

  @Test func documentsWithoutNumberAreReported() throws {
    let text = "<DOC>\n<TEXT>a</TEXT></DOC>\n<DOC><DOCNO>1</DOCNO></DOC>\n<DOC><DOCNO> </DOCNO></DOC>"
    #expect(try records(reader(text)).map(\.id) == ["1"])
    #expect(try skipped(reader(text)).map(\.line) == [1, 4])
  }

  @Test func openDocumentsEndAtTheNext() throws {
    let text = "<DOC><DOCNO>1</DOCNO><TEXT>a\n<DOC><DOCNO>2</DOCNO><TEXT>b"
    #expect(try records(reader(text)).map { $0.abstract.map(\.text) } == [["a"], ["b"]])
    #expect(try warnings(reader(text)).map(\.line) == [1, 2])
  }

  @Test func manyTagsTakeLinearTime() throws {
    let text = "<DOC><DOCNO>1</DOCNO>" + String(repeating: "<x><", count: 300_000) + "<TEXT>t</TEXT></DOC>"
    #expect(try records(reader(text)).count == 1)
  }

  @Test func damageNeverTraps() throws {
    let text = "<DOC>\n<DOCNO>1</DOCNO><HL>h &amp;</HL><TEXT><P>a</P> &#65; <!-- c --></TEXT>\n</DOC>\n"
    #expect(try readDamaged(text + text, seed: 41) { input throws(ReadError) in try TRECReader(input) } > 0)
  }
}
