import Records
import TestSupport
import Testing

@Suite struct JATSReaderTests {
  private static let article = """
    <article xmlns:xlink="x" article-type="research-article" xml:lang="en"><front><journal-meta>
    <journal-id journal-id-type="nlm-ta">Ann Tests</journal-id><journal-title-group><journal-title>Annals of Tests
    </journal-title></journal-title-group></journal-meta><article-meta><article-id pub-id-type="pmid">77</article-id>
    <article-id pub-id-type="pmc">4242</article-id><article-id pub-id-type="doi">10.1000/J.1</article-id>
    <title-group><article-title>CD19<sup>+</sup> cells<xref ref-type="fn">*</xref></article-title>
    <subtitle>a trial</subtitle></title-group>
    <contrib-group><contrib contrib-type="author"><name><surname>Avouac</surname><given-names>Jérome</given-names></name>
    <aff>Paris</aff></contrib><contrib contrib-type="author"><collab>Study Group<contrib-group><contrib><name>
    <surname>Member</surname></name></contrib></contrib-group></collab></contrib>
    <contrib contrib-type="editor"><name><surname>Ed</surname></name></contrib></contrib-group>
    <pub-date pub-type="pmc-release"><year>2017</year></pub-date><pub-date pub-type="ppub"><year>2020</year></pub-date>
    <pub-date pub-type="epub"><year>2019</year></pub-date><volume>7</volume><issue>1</issue><fpage>10</fpage>
    <lpage>19</lpage><product><article-title>Wrong</article-title><volume>99</volume></product>
    <abstract abstract-type="graphical"><p>Picture.</p></abstract>
    <abstract><title>Abstract</title><sec><title>Background:</title><p>One <italic>two</italic>.</p><p>Three.</p></sec>
    <sec><title>Methods</title><p>Formula <inline-formula><tex-math>\\documentclass</tex-math></inline-formula>x.</p>
    </sec></abstract><kwd-group><kwd>B-cell</kwd><kwd>lupus</kwd></kwd-group></article-meta></front>
    <body><sec><title>Intro</title><p>Body text</p></sec></body>
    <sub-article><front-stub><title-group><article-title>Reply</article-title></title-group></front-stub></sub-article>
    <response><front><article-meta><title-group><article-title>Other</article-title></title-group></article-meta></front>
    </response></article>
    """

  @Test func readsTheFrontMatter() throws {
    let record = try #require(try Reading.jats(Array(Self.article)).records.first)
    #expect(record.title == "CD19+ cells: a trial" && record.id == "77" && record.pmcid == "PMC4242")
    #expect(record.doi == "10.1000/j.1" && record.journal == "Annals of Tests" && record.year == 2019)
    #expect(record.volume == "7" && record.issue == "1" && record.pages == "10-19" && record.language == "en")
    #expect(record.authors.map(\.invertedName) == ["Avouac, Jérome", "Study Group"])
    #expect(record.keywords == ["B-cell", "lupus"] && record.types == ["research-article"])
    #expect(
      record.abstract == [
        AbstractSection(label: "Background", text: "One two. Three."),
        AbstractSection(label: "Methods", text: "Formula x."),
      ])
    #expect(record.source.contains(SourceField(tag: "abstract/graphical", value: "Picture.")))
  }

  @Test(arguments: ["pmc-articleset", "response", "OAI-PMH"])
  func readsManyArticlesInAWrapper(root: String) throws {
    let reading = try Reading.jats(Array("<\(root)>\(Self.article)\(Self.article)</\(root)>"))
    #expect(reading.records.count == 2 && reading.skipped.isEmpty)
  }

  @Test func takesAnotherAbstractForWantOfTheMainOne() throws {
    let abstracts = """
      <abstract abstract-type="graphical"><p>Picture.</p></abstract><trans-abstract><p>Résumé.</p></trans-abstract>
      """
    let article = "<article><front><article-meta>\(abstracts)</article-meta></front></article>"
    #expect(try Reading.jats(Array(article)).records.first?.abstract.map(\.text) == ["Résumé."])
  }

  @Test func skipsArticlesWithoutFrontMatter() throws {
    let reading = try Reading.jats(Array("<article><body><p>x</p></body></article>"))
    #expect(reading.records.isEmpty && reading.skipped.count == 1)
  }

  @Test func saysThatAnotherDocumentIsNoArticle() throws {
    let reading = try Reading.jats(Array("<eSearchResult><Count>0</Count></eSearchResult>"), name: "a.xml")
    #expect(
      reading.skipped.map(\.description)
        == ["a.xml:1: expected JATS with <article>, found a document <eSearchResult> without any"])
  }

  /// The sample files are absent from a plain checkout.
  @Test(.enabled(if: SharedData.folder != nil), arguments: SharedFiles.paths(in: "jats"))
  func accountsForEveryArticleOfRealFiles(path: String) throws {
    let bytes = try SharedFiles.bytes(of: path)
    let reading = try Reading.jats(bytes, name: path)
    let articles = bytes.count(of: "<article ") + bytes.count(of: "<article>")
    #expect(reading.records.count == articles)
    #expect(reading.skipped.count == (articles == 0 ? 1 : 0), "\(reading.skipped)")
    #expect(
      reading.records.allSatisfy { !$0.title.isEmpty && $0.year != nil && !$0.pmcid.isEmpty && !$0.journal.isEmpty })
  }
}
