import Records
import TestSupport
import Testing

@Suite struct BibTeXWriterTests {
  private func text(_ records: [Record]) -> String {
    var text = BibTeXWriter().preamble
    for record in records { BibTeXWriter().write(record, to: &text) }
    return text
  }

  private func read(_ text: String) throws -> [Record] {
    try records(BibTeXReader(input(text)))
  }

  @Test func entriesKeepAllTheirFields() throws {
    let sample =
      "@String{j = {J}}\n@Book{k:1, Title = \"The {B} \\'e\", file = {a;b}, journal = j, note = {}, year = 2001}"
    let first = try read(sample)
    #expect(try read(text(first)) == first)
    #expect(
      text(first) == """
        @book{k:1,
          Title = {The {B} \\'e},
          file = {a;b},
          journal = {J},
          note = {},
          year = {2001},
        }


        """)
  }

  @Test func otherRecordsKeepWhatIsCommon() throws {
    var record = Record(format: .ris)
    record.id = "x/1"
    record.title = #"50% {of} C:\x_y ~ a^b $1 & #2 \frac"#
    record.abstract = [AbstractSection(text: "A -b")]
    record.authors = [
      Author(family: "Müller", given: "K. J."), Author(family: "Health and Care", isOrganisation: true),
    ]
    (record.year, record.journal, record.volume, record.issue, record.pages) = (2020, "J & K", "3", "4", "1-2")
    (record.doi, record.pmid, record.keywords, record.urls) = ("10.1/a_b", "5", ["a, b", "c"], ["http://x/~y_z"])
    let back = try #require(try read(text([record])).first)
    #expect(back.title == record.title)
    #expect(back.abstract == record.abstract)
    #expect(back.authors == record.authors)
    #expect(back.journal == record.journal && back.year == 2020)
    #expect([back.volume, back.issue, back.pages, back.doi, back.pmid] == ["3", "4", "1-2", "10.1/a_b", "5"])
    #expect(back.keywords == record.keywords)
    #expect(back.urls == record.urls)
    #expect(back.source[0].value == "article")
    #expect(back.source[1].value.hasPrefix("Mller2020_x1-"))
  }

  @Test(arguments: [UInt64(61), 62])
  func randomRecordsMakeOneEntryEach(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<300 {
      var record = Record.random(using: &random)
      record.title = "t" + record.title
      let found = try events(BibTeXReader(input(text([record, record]))))
      #expect(found.count == 2, "seed \(seed), round \(round)")
    }
  }
}
