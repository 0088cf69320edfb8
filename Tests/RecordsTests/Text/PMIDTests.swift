import Records
import Testing

struct PMIDTests {
  @Test(arguments: [
    ("23690738", "23690738"), ("23690738[pmid]", "23690738"), ("007 [pmid]", "7"), ("123.0", "123"), ("123.1", "123"),
    ("PMID: 123", "123"), ("MEDLINE:123", "123"), ("https://pubmed.ncbi.nlm.nih.gov/123/", "123"), (" 123\n", "123"),
    ("123; PMC9", "123"),
    ("PMC123", ""), ("10.1016/123", ""), ("12a", ""), ("12345678901", ""), ("", ""), ("/", ""), ("none", ""),
  ])
  func numberHasOneForm(_ printed: String, _ expected: String) {
    var record = Record(format: .csv)
    record.pmid = printed
    record.finish()
    #expect(record.pmid == expected)
  }
}
