import Records
import TestSupport
import Testing

@Suite struct EndNoteXMLReaderTests {
  private static let compact = """
    <record><database name="My.enl">My.enl</database><ref-type name="Journal Article">17</ref-type><contributors><authors>\
    <author><style face="normal">Avouac, Jérome</style></author><author>World Health Organization,</author></authors>\
    <secondary-authors><author>Ed, E.</author></secondary-authors></contributors><titles><title><style>CAR</style><style \
    face="italic">-T</style><style> in lupus</style></title><secondary-title>Ann. Tests</secondary-title></titles>\
    <periodical><full-title>Annals of Tests</full-title><abbr-1>AT</abbr-1></periodical><pages>1-9</pages>\
    <volume>7</volume><number>2</number><keywords><keyword>a</keyword><keyword/></keywords><dates><year>2020</year>\
    <pub-dates><date>May</date></pub-dates></dates><electronic-resource-num>https://doi.org/10.1000/E.1\
    </electronic-resource-num><accession-num>WOS:1</accession-num><abstract>One&#xD;two.</abstract>\
    <urls><related-urls><url>http://a.example</url></related-urls><pdf-urls><url>internal-pdf://x</url></pdf-urls></urls>\
    <language>English</language><user16>extra</user16></record>
    """

  private func records(_ content: String) throws -> [Record] {
    let reading = try Reading.endNote(Array("<?xml version='1.0'?><xml><records>\(content)</records></xml>"))
    #expect(reading.skipped.isEmpty && reading.warnings.isEmpty)
    return reading.records
  }

  @Test func readsEveryField() throws {
    let record = try #require(try records(Self.compact).first)
    #expect(record.title == "CAR-T in lupus" && record.journal == "Annals of Tests" && record.year == 2020)
    #expect(record.id == "WOS:1" && record.accession == "WOS:1" && record.doi == "10.1000/e.1" && record.pmid == "")
    #expect(record.volume == "7" && record.issue == "2" && record.pages == "1-9" && record.language == "English")
    #expect(record.authors.map(\.invertedName) == ["Avouac, Jérome", "World Health Organization"])
    #expect(record.authors.map(\.isOrganisation) == [false, true])
    #expect(record.abstract.map(\.text) == ["One two."] && record.keywords == ["a"])
    #expect(record.types == ["Journal Article"] && record.urls == ["http://a.example"])
    #expect(
      record.source.map(\.tag) == [
        "database", "secondary-authors/author", "titles/secondary-title", "periodical/abbr-1", "pub-dates/date",
        "pdf-urls/url", "user16",
      ])
  }

  @Test func readsThePrettyPrintedAsTheCompact() throws {
    let pretty = Self.compact.replacing("><", with: ">\n      <").replacing(
      "</style>\n      <style", with: "</style><style")
    #expect(try records(pretty) == records(Self.compact))
  }

  @Test func splitsNamesInOrderAndKeepsGroupsWhole() throws {
    let names = ["Ann Bo", "Bo A.B.", "Sample Study Group", "WHO,", ","]
    let authors = names.map { "<author>\($0)</author>" }.joined()
    let found = try records(
      "<record><titles><title>A</title></titles><contributors><authors>\(authors)</authors></contributors></record>")
    #expect(
      found.map(\.authors) == [
        [
          Author(family: "Bo", given: "Ann"), Author(family: "Bo", given: "A.B."),
          Author(family: "Sample Study Group", isOrganisation: true), Author(family: "WHO", isOrganisation: true),
        ]
      ])
  }

  @Test func knowsThePMIDsOfPubMedsOwnRecords() throws {
    let record = """
      <record><titles><title>A</title></titles><accession-num>123</accession-num>
      <remote-database-provider>NLM</remote-database-provider></record>
      """
    #expect(try records(record).map(\.pmid) == ["123"])
  }

  /// The sample files are absent from a plain checkout.
  @Test(.enabled(if: SharedData.folder != nil), arguments: SharedFiles.paths(in: "endnote_xml"))
  func readsEveryRecordOfRealFiles(path: String) throws {
    let bytes = try SharedFiles.bytes(of: path)
    let reading = try Reading.endNote(bytes, name: path)
    #expect(reading.records.count == bytes.count(of: "<record>") && reading.skipped.isEmpty && reading.warnings.isEmpty)
    #expect(reading.records.allSatisfy { !$0.title.isEmpty && $0.year != nil })
  }

  /// One search that two programs exported, in other orders; the sample files are absent from a plain checkout.
  @Test(.enabled(if: SharedData.folder != nil))
  func agreesWithTheSameSearchFromAnotherProgram() throws {
    let folder = try #require(SharedData.folder) + "/formats/endnote_xml/asysd"
    let zotero = try Reading.endNote(SharedFiles.bytes(of: "\(folder)/zotero_export.xml")).records
    let mendeley = try Reading.endNote(SharedFiles.bytes(of: "\(folder)/mendeley_export.xml")).records
    #expect(zotero.map(\.title).sorted() == mendeley.map(\.title).sorted())
    #expect(zotero.map(\.doi).sorted() == mendeley.map(\.doi).sorted())
    #expect(zotero.map { $0.year ?? 0 }.sorted() == mendeley.map { $0.year ?? 0 }.sorted())
    // In three abstracts Zotero took what stands between "<" and ">" for markup and dropped it.
    let abstracts = Set(zotero.map { $0.abstract.first?.text })
    #expect(abstracts.subtracting(mendeley.map { $0.abstract.first?.text }).count == 3)
  }
}
