import Records
import TestSupport
import Testing

struct RISWriterTests {
  private static let sample = """
    Provider: Sample
    TY  - JOUR
    T1 - Wrapped
     title — of

    a paper
    XX  - unknown tag
    KW  - a
    b; c
    SP  -
    EP  -  9
    ER  - 

    AU  - Doe, Jane
    TY  - BOOK
    BT  - The book\u{20}
    ER  -

    """

  @Test func noTagIsLost() throws {
    let records = try Reading(Self.sample, as: .ris).records
    #expect(records.count == 2)
    let text = RISWriter().text(of: records)
    #expect(text.contains("XX  - unknown tag\nKW  - a\nb; c\nSP  - \n"))
    #expect(try Reading(text, as: .ris).records == records)
  }

  @Test func damagedFilesSurviveTheRoundTrip() throws {
    let seed: UInt64 = 41
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1_000 {
      let records = try Reading(Damage.mutation(of: Self.sample, using: &generator), as: .ris).records
      let again = try Reading(RISWriter().text(of: records), as: .ris).records
      let isSame = again == records
      #expect(isSame, "seed \(seed), round \(round)")
    }
  }

  @Test func otherFormatsKeepTheCommonFields() throws {
    var record = Record(format: .csv)
    record.title = "A title\nin two lines"
    record.abstract = [AbstractSection(label: "AIM", text: "One."), AbstractSection(text: "Two.")]
    record.authors = [Author(family: "Doe", given: "Jane"), Author(family: "Study Group", isOrganisation: true)]
    (record.year, record.journal, record.pages, record.doi) = (2020, "Journal", "1-9", "10.1/x")
    (record.pmid, record.pmcid, record.id) = ("123", "PMC9", "123")
    (record.keywords, record.mesh, record.types) = (["k"], ["Humans"], ["Book Chapter"])
    let back = try #require(try Reading(RISWriter().text(of: [record])).records.first)
    #expect(back.title == "A title in two lines")
    #expect(back.abstract == [AbstractSection(text: "AIM: One. Two.")])
    #expect(back.authors == record.authors)
    #expect([back.id, back.pmid, back.pmcid, back.doi, back.pages] == ["123", "123", "PMC9", "10.1/x", "1-9"])
    #expect(back.keywords == ["k", "Humans"])
    #expect(back.source.first == SourceField(tag: "TY", value: "CHAP"))
  }
}
