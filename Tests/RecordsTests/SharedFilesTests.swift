import Records
import TestSupport
import Testing

/// Whole files of other people, counted independently (lines that begin an entry; rows by Python's `csv`).
///
/// Without the folder of shared data, which is no part of the package, these tests are skipped.
@Suite(.enabled(if: SharedData.folder != nil, "the folder shared/data is missing beside the package"))
struct SharedFilesTests {
  private func file(_ path: String) throws -> Input {
    try Input(path: #require(SharedData.folder) + "/formats/" + path)
  }

  @Test(arguments: [
    ("asysd/zotero_export.bib", 1_000), ("jabref/testjabref.bib", 156), ("jabref/jabref-authors.bib", 212),
    ("jabref/CitaviXmlImporterTest3.bib", 99), ("jabref/biblatex-software.bib", 9),
  ])
  func bibliographiesAreWhole(path: String, count: Int) throws {
    let found = try events(BibTeXReader(file("bibtex/" + path)))
    #expect(found.count == count)
    let records = found.compactMap { if case .record(let record) = $0 { record } else { nil } }
    #expect(Set(records.map(\.id)).count == count)
    var text = ""
    for record in records { BibTeXWriter().write(record, to: &text) }
    let back = try events(BibTeXReader(Input(name: "back", bytes: Array(text.utf8))))
    #expect(back == found)
  }

  @Test(arguments: [
    ("asysd/zotero_export.csv", 1_233), ("bibliometrix/scopus_sample.csv", 8), ("bibliometrix/lens_sample.csv", 8),
    ("bibliometrix/openalex_sample.csv", 8), ("asreview/embase_newpage.csv", 6),
  ])
  func tablesAreWhole(path: String, count: Int) throws {
    let found = try events(CSVReader(file("csv/" + path), separator: UInt8(ascii: ",")))
    #expect(found.count == count)
    let records = found.compactMap { if case .record(let record) = $0 { record } else { nil } }
    #expect(Set(records.map(\.id)).count == count)
    #expect(records.allSatisfy { !$0.title.isEmpty && $0.year != nil && !$0.journal.isEmpty })
  }
}
