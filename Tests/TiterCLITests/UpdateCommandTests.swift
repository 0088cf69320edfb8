import Foundation
import Testing

/// `titer update`, `titer delete`, `titer merge` and `titer vacuum`.
@Suite struct UpdateCommandTests {
  private static let pubmed = """
    <?xml version="1.0"?>
    <PubmedArticleSet>
    <PubmedArticle><MedlineCitation><PMID Version="1">101</PMID><Article><Journal><Title>Invented</Title></Journal>
    <ArticleTitle>An early version</ArticleTitle></Article></MedlineCitation></PubmedArticle>
    <PubmedArticle><MedlineCitation><PMID Version="1">102</PMID><Article><Journal><Title>Invented</Title></Journal>
    <ArticleTitle>Sleep of nurses</ArticleTitle></Article></MedlineCitation></PubmedArticle>
    <PubmedArticle><MedlineCitation><PMID Version="1">101</PMID><Article><Journal><Title>Invented</Title></Journal>
    <ArticleTitle>A late version</ArticleTitle></Article></MedlineCitation></PubmedArticle>
    \(withdrawal)
    </PubmedArticleSet>
    """

  private static let withdrawal = "<DeleteCitation><PMID Version=\"1\">103</PMID></DeleteCitation>"

  /// The files of an index but for the lock's, which says who wrote last.
  private func files(_ scratch: Scratch) throws -> [String: Data] {
    let folder = scratch.url.appendingPathComponent("sample.idx")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "lock" {
      files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
    }
    return files
  }

  @Test func aSecondUpdateChangesNotAByte() throws {
    let scratch = try Sample.indexed()
    let before103 = Self.pubmed.replacing(Self.withdrawal, with: "").replacing("101", with: "103")
    try scratch.write(before103, to: "before.xml")
    #expect(try scratch.onIndex("update", "before.xml").code == 0)
    try scratch.write(Self.pubmed, to: "pubmed.xml")
    let first = try scratch.onIndex("update", "pubmed.xml", "sample.ris")
    #expect(first.code == 0, "\(first.errors)")
    let lines = first.output.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(lines == ["added 2", "unchanged 4", "deleted 1", "sample.idx: 5"])
    let before = try files(scratch)
    let second = try scratch.onIndex("update", "pubmed.xml", "sample.ris")
    #expect(second.code == 0 && !second.output.contains("added"))
    #expect(try files(scratch) == before)
    #expect(try scratch.onIndex("show", "101").output.contains("A late version"))
    #expect(try scratch.onIndex("show", "103").code == 1)
  }

  @Test func updatingNeedsAnIndex() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.ris, to: "sample.ris")
    let run = try scratch.titer("update", "sample.ris", "--index", "none.idx")
    #expect(run.code == 2 && run.errors.contains("expected an index, found none"))
    #expect(!scratch.has("none.idx"))
  }

  @Test func recordsAreDeletedByIdentifierAndByQuery() throws {
    let scratch = try Sample.indexed()
    let dry = try scratch.onIndex("delete", "--query", "lupus", "--dry-run")
    #expect(dry.code == 0 && dry.output == "2 records to delete\n")
    let one = try scratch.onIndex("delete", "TEST:1", "none", "TEST:1")
    #expect(one.code == 0 && one.output.hasPrefix("1 record deleted\nsample.idx: 2 records, "))
    let none = try scratch.onIndex("delete", "TEST:1")
    #expect(none.code == 1 && none.output.hasPrefix("0 records deleted\n"))
    let query = try scratch.onIndex("delete", "--query", "lupus[ti]", "--syntax", "pubmed")
    #expect(query.code == 0 && query.output.hasPrefix("1 record deleted\n"))
    #expect(try scratch.onIndex("search", "-c", "lupus OR sleep", "--syntax", "lucene").output == "1\n")
    let nothing = try scratch.onIndex("delete")
    #expect(nothing.code == 2 && nothing.errors.contains("needs identifiers or --query"))
  }

  @Test func segmentsAreMergedAndVacuumed() throws {
    let scratch = try Sample.indexed()
    try scratch.write(Sample.ris.replacing("TEST:", with: "MORE:"), to: "more.ris")
    #expect(try scratch.onIndex("update", "more.ris").code == 0)
    #expect(try scratch.onIndex("delete", "TEST:2").code == 0)
    let vacuumed = try scratch.onIndex("vacuum")
    let rows = vacuumed.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(vacuumed.code == 0 && rows[1...2] == ["segments 2 2", "deleted 1 0"], "\(vacuumed.output)")
    let merged = try scratch.onIndex("merge")
    #expect(merged.code == 0 && merged.output.contains("segments"))
    let stats = try scratch.onIndex("stats", "--json").output
    #expect(stats.contains("\"segments\": 1") && stats.contains("\"documents\": 5"), "\(stats)")
    #expect(try scratch.onIndex("check", "--deep").code == 0)
  }
}
