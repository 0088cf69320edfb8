import Records
import Testing
import Titer

@Suite struct RecordDatabaseTests {
  @Test(arguments: [
    ("WOS:000123", "Web of Science"), ("SCOPUS:105", "Scopus"), ("2-s2.0-85", "Scopus"), ("arXiv:2401.1", "arXiv"),
    ("L12345", "RIS"), ("", "RIS"), ("TITER:0001", "RIS"),
  ]) func theAccessionNumberTellsTheDatabase(accession: String, database: String) {
    var record = Record(format: .ris)
    record.accession = accession
    #expect(record.database == database)
  }

  @Test func elseTheSourcesOwnWordDoesAndThenTheFormat() {
    var record = Record(format: .ris)
    record.source = [SourceField(tag: "DB", value: ""), SourceField(tag: "DB", value: "Medline")]
    #expect(record.database == "MEDLINE")
    record.source[1].value = "PTSDpubs"
    #expect(record.database == "PTSDpubs")
    #expect(Record(format: .medline).database == "PubMed")
    #expect(Record(format: .csv).database == "CSV")
  }

  @Test func aDocumentHasTheValuesOfItsRecord() {
    var record = Record(format: .pubmedXML)
    (record.id, record.year, record.journal, record.language) = ("1", 2021, "Lancet", "eng")
    record.types = ["Review", "Journal Article"]
    let document = Document(record, stored: [])
    #expect(
      document
        == Document(
          id: "1", year: 2021, journal: "Lancet", types: ["Review", "Journal Article"], language: "eng",
          source: "PubMed", values: [.init(.journal, "Lancet"), .init(.identifier, "1")]))
  }
}
