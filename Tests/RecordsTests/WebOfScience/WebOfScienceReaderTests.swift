import Records
import TestSupport
import Testing

struct WebOfScienceReaderTests {
  private static let sample = """
    FN Clarivate Analytics Web of Science
    VR 1.0
    PT J
    AU Doe, J
       Smith, AB
    AF Doe, Jane (jane@example.org)
       Smith, Anna B.
    CA Sample Study
    TI A title over
       two lines
    SO JOURNAL OF SAMPLES
    DT Article; Early Access
    DE one; two
       words; three
    ID ONE; FOUR
    AB An abstract.
    PY 2019
    VL 3
    IS 2
    BP 10
    EP 19
    DI 10.1234/ABC
    PM 123
    UT WOS:0001
    ER

    PT J
    AU Roe, R
    TI Second
    AR e77
    UT WOS:0002
    PT J
    TI Third, whose predecessor has no end
    AN ZOOR1
    ER

    EF
    """

  @Test func entriesAreMapped() throws {
    let reading = try Reading(Self.sample)
    #expect(reading.skipped.isEmpty)
    #expect(reading.records.map(\.id) == ["123", "WOS:0002", "ZOOR1"])
    let record = try #require(reading.records.first)
    #expect(record.format == .webOfScience)
    #expect(record.title == "A title over two lines")
    #expect(record.authors.map(\.invertedName) == ["Doe, Jane", "Smith, Anna B.", "Sample Study"])
    #expect(record.authors.last?.isOrganisation == true)
    #expect(record.keywords == ["one", "two words", "three", "ONE", "FOUR"])
    #expect(record.types == ["Article", "Early Access"])
    #expect([record.doi, record.accession, record.pages] == ["10.1234/abc", "WOS:0001", "10-19"])
    #expect(record.year == 2019)
    #expect(reading.records[1].pages == "e77")
  }

  @Test func numbersOfItsMEDLINEArePMIDs() throws {
    #expect(try Reading("PT J\nTI A\nUT MEDLINE:77\nER\n").records.map(\.pmid) == ["77"])
  }
}
