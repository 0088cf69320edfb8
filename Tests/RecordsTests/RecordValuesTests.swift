import Records
import Testing
import Titer

/// The whole values that a record can be found by.
@Suite struct RecordValuesTests {
  private func values(_ attribute: Attribute, _ format: RecordFormat, _ change: (inout Record) -> Void) -> [String] {
    var record = Record(format: format)
    change(&record)
    return Document(record, stored: []).values.filter { $0.attribute == attribute }.map(\.text)
  }

  @Test(arguments: [
    ("Smith", "John Andrew", "Smith JA"), ("Smith", "J. A.", "Smith JA"), ("Smith", "JA", "Smith JA"),
    ("Lefèvre", "Jean-Pierre", "Lefèvre JP"), ("de Vries", "k", "de Vries K"),
    ("GALACTIC-HF Investigators", "", "GALACTIC-HF Investigators"),
  ])
  func authorsHaveInitials(_ family: String, _ given: String, _ expected: String) {
    #expect(values(.author, .ris) { $0.authors = [Author(family: family, given: given)] } == [expected])
  }

  @Test func keywordsAreHeadingsWhereNothingElseCanBe() {
    let change: (inout Record) -> Void = { ($0.mesh, $0.keywords) = (["Humans"], ["lupus"]) }
    #expect(values(.heading, .pubmedXML, change) == ["Humans"])
    #expect(values(.heading, .ris, change) == ["Humans", "lupus"])
  }

  @Test func journalsHaveAllTheirNames() {
    let found = values(.journal, .medline) {
      $0.journal = "The Lancet"
      $0.source = [
        SourceField(tag: "TA", value: "Lancet"), SourceField(tag: "IS", value: "1474-547X (Electronic)"),
        SourceField(tag: "IS", value: "0140-6736 (Print) 7"), SourceField(tag: "SO", value: "Lancet. 2020"),
      ]
    }
    #expect(found == ["The Lancet", "Lancet", "1474-547X", "0140-6736"])
    #expect(values(.journal, .ris) { $0.source = [SourceField(tag: "IS", value: "7")] } == [])
  }

  @Test func identifiersComeOnce() {
    let found = values(.identifier, .medline) { ($0.id, $0.pmid, $0.doi) = ("7", "7", "10.1/x") }
    #expect(found == ["7", "10.1/x"])
  }
}
