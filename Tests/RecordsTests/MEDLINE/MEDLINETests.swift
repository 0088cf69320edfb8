import Records
import TestSupport
import Testing

struct MEDLINETests {
  private static let sample = """

    PMID- 12345678
    OWN - NLM
    IS  - 1234-5678 (Print)
    VI  - 20
    IP  - 4
    DP  - 2009 Sep
    TI  - A title that is wrapped over
          two lines.
    PG  - 454-81
    LID - 10.1234/abc [doi]
    AB  - BACKGROUND: Why we
          asked. METHODS AND RESULTS: How. (DNA: not a label.) CONCLUSION: What.
    FAU - Doe, Jane
    AU  - Doe J
    AU  - Smith AB
    CN  - Sample Group, Ltd
    LA  - eng
    PT  - Journal Article
    JT  - Journal of samples
    TA  - J Sampl
    PMC - PMC42
    MH  - Humans
    MH  - Lupus/*therapy
    OT  - *keyword
    AID - S1234 [pii]

    PMID-87654321
    STAT- In-Process
    BTI - A book
    DNA-binding is text

    """

  @Test func entriesAreMapped() throws {
    let reading = try Reading(Self.sample)
    #expect(reading.skipped.isEmpty)
    let record = try #require(reading.records.first)
    #expect(record.format == .medline)
    #expect(record.id == "12345678")
    #expect(record.title == "A title that is wrapped over two lines.")
    #expect(record.abstract.map(\.label) == ["BACKGROUND", "METHODS AND RESULTS", "CONCLUSION"])
    #expect(record.abstract.map(\.text) == ["Why we asked.", "How. (DNA: not a label.)", "What."])
    #expect(record.authors.map(\.invertedName) == ["Doe, Jane", "Smith, AB", "Sample Group, Ltd"])
    #expect(record.authors.map(\.isOrganisation) == [false, false, true])
    #expect(record.year == 2009)
    #expect(
      [record.journal, record.volume, record.issue, record.pages] == ["Journal of samples", "20", "4", "454-81"])
    #expect([record.doi, record.pmcid, record.language] == ["10.1234/abc", "PMC42", "eng"])
    #expect(record.mesh == ["Humans", "Lupus/*therapy"])
    #expect(record.keywords == ["keyword"])
    #expect(reading.records.last?.title == "A book DNA-binding is text")
    #expect(reading.records.last?.id == "87654321")
  }

  @Test(arguments: ["Plain text. METHODS: none.", "RNA, DNA", "A: b", "COVID-19: a review", "MiXED: case"])
  func plainAbstractsAreOneSection(_ text: String) throws {
    let record = try #require(try Reading("PMID- 1\nAB  - \(text)\n").records.first)
    #expect(record.abstract == [AbstractSection(text: text)])
  }

  @Test func noTagIsLost() throws {
    let records = try Reading(Self.sample).records
    #expect(try Reading(MEDLINEWriter().text(of: records)).records == records)
  }

  @Test func damagedFilesSurviveTheRoundTrip() throws {
    let seed: UInt64 = 43
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1_000 {
      let records = try Reading(Damage.mutation(of: Self.sample, using: &generator), as: .medline).records
      let again = try Reading(MEDLINEWriter().text(of: records), as: .medline).records
      let isSame = again == records
      #expect(isSame, "seed \(seed), round \(round)")
    }
  }

  @Test func otherFormatsKeepTheCommonFields() throws {
    let ris =
      "TY  - JOUR\nTI  - A\nAU  - Doe, Jane\nAU  - Study Group\nPY  - 2001\nDO  - 10.1/X\nKW  - k\nAB  - AIM: b\nER  -"
    let record = try #require(try Reading(ris).records.first)
    let back = try #require(try Reading(MEDLINEWriter().text(of: [record])).records.first)
    #expect([back.title, back.doi, back.keywords.joined()] == ["A", "10.1/x", "k"])
    #expect(back.authors == record.authors)
    #expect(back.abstract == [AbstractSection(label: "AIM", text: "b")])
    #expect(back.year == 2001)
  }
}
