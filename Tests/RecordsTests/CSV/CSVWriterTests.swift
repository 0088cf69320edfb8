import Records
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func table(_ records: [Record]) -> String {
    var text = CSVWriter().preamble
    for record in records { CSVWriter().write(record, to: &text) }
    return text
  }

  @Test func writesAFixedSetOfColumns() {
    var record = Record(format: .ris)
    record.id = "7"
    record.title = "=1+1, \"quoted\""
    record.abstract = [AbstractSection(label: "AIM", text: "x"), AbstractSection(text: "y\nz")]
    record.authors = [Author(family: "Li", given: "Fei"), Author(family: "WHO", isOrganisation: true)]
    record.year = 2020
    #expect(
      table([record]) == """
        id,title,abstract,authors,year,journal,volume,issue,pages,doi,pmid,pmcid,type,language,keywords,mesh,url
        7,"=1+1, ""quoted""\","AIM: x y
        z","Li, Fei; WHO",2020,,,,,,,,,,,,

        """)
  }

  @Test func ownTablesComeBack() throws {
    var record = Record(format: .ris)
    record.id = "x123"
    record.title = "T"
    record.abstract = [AbstractSection(text: "A, \"b\"")]
    record.authors = [
      Author(family: "van Dam", given: "J. P."), Author(family: "Health Office", isOrganisation: true),
    ]
    (record.year, record.journal, record.pages, record.doi) = (2020, "J", "1-2", "10.1/x")
    (record.keywords, record.mesh, record.urls) = (["a, b", "c"], ["Lupus Erythematosus, Systemic"], ["http://x"])
    var back = try #require(try records(CSVReader(input(table([record])), separator: 0x2C)).first)
    back.source = []
    back.format = .ris
    #expect(back == record)
  }

  @Test(arguments: [UInt64(31), 32])
  func randomRecordsComeBackOneForOne(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<200 {
      var record = Record.random(using: &random)
      // Lines end at LF in this test; a lone CR would be taken for one by real input.
      record.id = "id\(round)"
      record.title = "t" + record.title
      let found = try events(CSVReader(input(table([record, record])), separator: 0x2C))
      #expect(found.count == 2, "seed \(seed), round \(round)")
    }
  }
}
