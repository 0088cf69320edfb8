import Foundation
import Records
import Testing
import Titer

@Suite struct MeSHFileTests {
  private func thesaurus(_ text: String) throws -> Thesaurus {
    let file = FileManager.default.temporaryDirectory.appending(path: "mesh-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try MeSHFile.read(path: file.path)
  }

  private let xml = """
    <?xml version="1.0"?>
    <!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20250101.dtd">
    <DescriptorRecordSet LanguageCode = "eng">
    <DescriptorRecord DescriptorClass = "1">
      <DescriptorUI>D009393</DescriptorUI>
      <DescriptorName><String>Nephritis</String></DescriptorName>
      <AllowableQualifiersList><AllowableQualifier><QualifierReferredTo>
        <QualifierName><String>blood</String></QualifierName>
      </QualifierReferredTo></AllowableQualifier></AllowableQualifiersList>
      <SeeRelatedList><SeeRelatedDescriptor><DescriptorReferredTo>
        <DescriptorName><String>Kidney</String></DescriptorName>
      </DescriptorReferredTo></SeeRelatedDescriptor></SeeRelatedList>
      <TreeNumberList><TreeNumber>C12.050</TreeNumber><TreeNumber>C12.200</TreeNumber></TreeNumberList>
      <ConceptList><Concept><ConceptName><String>Nephritis</String></ConceptName><TermList>
        <Term><TermUI>T1</TermUI><String>Nephritis</String></Term>
        <Term><TermUI>T2</TermUI><String>Inflammation &amp; Kidney</String></Term>
      </TermList></Concept></ConceptList>
    </DescriptorRecord>
    <DescriptorRecord DescriptorClass = "1">
      <DescriptorName><String>Lupus Nephritis</String></DescriptorName>
      <TreeNumberList><TreeNumber>C12.050.351</TreeNumber></TreeNumberList>
    </DescriptorRecord>
    </DescriptorRecordSet>
    """

  private let ascii = """
    *NEWRECORD
    RECTYPE = D
    MH = Nephritis
    ENTRY = Inflammation & Kidney|T047|EQV
    MN = C12.050
    MN = C12.200

    *NEWRECORD
    MH = Lupus Nephritis
    MN = C12.050.351
    """

  private let table = """
    mesh_id\tlabel\tentry_terms\ttree_numbers
    D009393\tNephritis\tInflammation & Kidney\tC12.050|C12.200
    D008181\tLupus Nephritis\t\tC12.050.351
    """

  @Test func allFormsSayTheSame() throws {
    for text in [xml, ascii, table] {
      let thesaurus = try thesaurus(text)
      #expect(thesaurus.exploded("nephritis") == ["Lupus Nephritis", "Nephritis"])
      #expect(thesaurus.exploded("inflammation & kidney") == ["Lupus Nephritis", "Nephritis"])
      #expect(thesaurus.exploded("Lupus Nephritis") == ["Lupus Nephritis"])
      #expect(thesaurus.count == 2)
    }
  }

  @Test func whatIsNoneIsAnError() {
    for text in ["", "name\tplace\nNephritis\tC12\n", "<DescriptorRecordSet>", "<records/>", "<a></b>"] {
      #expect(throws: ReadError.self, "\(text)") { try thesaurus(text) }
    }
  }
}
