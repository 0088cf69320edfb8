import Records
import Testing
import Titer

struct RecordIdentityTests {
  private func record(_ fill: (inout Record) -> Void) -> Record {
    var record = Record(format: .ris)
    fill(&record)
    record.finish()
    return record
  }

  @Test func idIsPMIDThenAccessionThenFingerprint() {
    #expect(record { ($0.pmid, $0.accession) = ("007 [pmid]", "WOS:1") }.id == "7")
    #expect(record { ($0.doi, $0.accession) = ("10.1/x", "WOS:1") }.id == "WOS:1")
    #expect(record { ($0.doi, $0.title) = ("10.1/x", "T") }.id.count == 16)
    #expect(record { ($0.id, $0.pmid) = ("own", "1") }.id == "own")
  }

  @Test func aBareNumberIsNoAccession() {
    #expect(record { ($0.title, $0.accession) = ("T", "12345") }.id.count == 16)
  }

  @Test func fingerprintForgivesPrintingOnly() {
    let one = record { ($0.title, $0.year) = ("T-cell therapy.", 2020) }
    #expect(one.id == record { ($0.title, $0.year) = ("T-Cell  Therapy", 2020) }.id)
    #expect(one.id != record { ($0.title, $0.year) = ("T-cell therapy", 2021) }.id)
    #expect(one.id != record { ($0.title, $0.volume) = ("T-cell therapy", "2020") }.id)
  }

  @Test func fingerprintIsTheSameForEver() {
    #expect(record { $0.title = "" }.id == Record(format: .csv).fingerprint)
    #expect(record { ($0.title, $0.year) = ("A title", 2020) }.id == "77a6a5bd6c9f55b3")
  }

  @Test func withoutATitleEverythingCounts() {
    let one = record { $0.abstract = [AbstractSection(text: "a")] }
    #expect(one.id != record { $0.abstract = [AbstractSection(text: "b")] }.id)
  }

  @Test(arguments: [
    ("10.1234/ABC", "10.1234/abc"), ("https://doi.org/10.1234/a", "10.1234/a"),
    ("http://dx.doi.org/10.1/a%2Fb", "10.1/a/b"),
    ("doi:10.1/a", "10.1/a"), ("doi: 10.1/a.", "10.1/a"), ("DOI 10.1/a", "10.1/a"), ("10.1/a [doi]", "10.1/a"),
    ("10.1/a[doi]", "10.1/a"), ("10.1016/S2665-9913(24)00377-1", "10.1016/s2665-9913(24)00377-1"),
    ("10.1/(a))", "10.1/(a)"),
    ("https://doi.org/doi:10.1/a", "10.1/a"), ("http://10.1.2.3/x", ""), ("http://example.org/10.1/a", ""),
    ("10.1", ""),
    ("Review", ""), ("", ""), ("10./a", ""), ("10.1/", ""),
  ])
  func doiHasOneForm(_ printed: String, _ expected: String) {
    #expect(record { $0.doi = printed }.doi == expected)
  }

  @Test func documentHasTheSearchedTexts() {
    let record = record {
      ($0.title, $0.keywords, $0.mesh) = ("T", ["k"], ["Humans"])
      $0.abstract = [AbstractSection(label: "AIM", text: "a"), AbstractSection(text: "b")]
    }
    let expected = Document(
      id: record.id, title: "T", abstract: "AIM: a\nb", keywords: ["k", "Humans"], source: "RIS",
      values: [.init(.heading, "Humans"), .init(.heading, "k"), .init(.identifier, record.id)], stored: [1])
    #expect(Document(record, stored: [1]) == expected)
  }
}
