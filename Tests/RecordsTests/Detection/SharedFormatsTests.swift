import Records
import TestSupport
import Testing

/// Reads real exports, which stand beside the package and aren't part of it; without them these tests are skipped.
@Suite(.enabled(if: SharedData.folder != nil, "there is no ../shared/data beside the package"))
struct SharedFormatsTests {
  private func files(in folder: String) -> [String] {
    SharedData.folder.map { Files.below("\($0)/formats/\(folder)") } ?? []
  }

  /// Files that are not of their folder's format: empty ones, one with nothing but comments, and a stray export.
  private static let exceptions: [String: RecordFormat?] = [
    "_empty.bib": nil, "MODSImporterTestMinimal.bib": nil, "MedlineImporterTestMinimalEntry.bib": nil,
    "encodingWithoutNewline.bib": nil, "IsiImporterTestEmpty.isi": nil, "example_wos.ris": .webOfScience,
  ]

  @Test(arguments: [
    ("ris", [RecordFormat.ris]), ("nbib", [.medline]), ("wos_isi", [.webOfScience]), ("bibtex", [.bibTeX]),
    ("csv", [.csv, .tsv]), ("endnote_xml", [.endNoteXML]), ("pubmed_xml", [.pubmedXML]),
  ])
  func formatIsToldForEveryFile(_ folder: String, _ formats: [RecordFormat]) throws {
    let files = files(in: folder)
    #expect(!files.isEmpty)
    for path in files {
      let detected = try RecordFormat.detect(Input(path: path).peek())
      let name = String(path[(path.lastIndex(of: "/") ?? path.startIndex)...].dropFirst())
      if let expected = Self.exceptions[name] {
        #expect(detected == expected, "\(path)")
      } else {
        #expect(detected.map(formats.contains) == true, "\(path): \(String(describing: detected))")
      }
    }
  }

  @Test func xmlOfOtherKindsHasNoFormat() throws {
    for path in files(in: "other_xml") where !path.contains("MedlineImporterTest") {
      #expect(try RecordFormat.detect(Input(path: path).peek()) == nil, "\(path)")
    }
  }

  @Test(arguments: [RecordFormat.ris, .medline])
  func taggedFilesComeBackAsTheyWere(_ format: RecordFormat) throws {
    let writer: any RecordWriter = format == .ris ? RISWriter() : MEDLINEWriter()
    for path in files(in: format.rawValue) where !path.hasSuffix("example_wos.ris") {
      let records = try Reading(RecordFile(path: path)).records
      let isSame = try Reading(writer.text(of: records), as: format).records == records
      #expect(isSame, "\(path)")
    }
  }

  @Test(arguments: [
    ("ris/asysd/zotero_export.ris", 1000, 0), ("ris/van_de_Schoot_2017/schoot-lgmm-ptsd-included-1.ris", 363, 0),
    ("ris/asreview/baseline_reference_types.ris", 59, 2), ("ris/asreview/ovid_psycinfo.ris", 6, 1),
    ("nbib/revtools/restoration_pubmed.nbib", 104, 0), ("wos_isi/revtools/restoration_WoS.ciw", 247, 0),
    ("wos_isi/litsearchr/zoorec.txt", 134, 0), ("ris/rispy/example_wos.ris", 2, 0),
  ])
  func countsAreThoseOfTheFiles(_ path: String, _ records: Int, _ skipped: Int) throws {
    let root = try #require(SharedData.folder)
    let reading = try Reading(RecordFile(path: "\(root)/formats/\(path)"))
    #expect(reading.records.count == records)
    #expect(reading.skipped.count == skipped)
  }

  @Test func theFoundingRecordIsWhole() throws {
    let root = try #require(SharedData.folder)
    let reading = try Reading(RecordFile(path: "\(root)/seed.ris"))
    let record = try #require(reading.records.first)
    #expect(reading.records.count == 1 && reading.skipped.isEmpty && reading.warnings.isEmpty)
    #expect(record.id == "SCOPUS:105001524292")
    #expect(record.title == "CAR T-cell therapy in autoimmune diseases: where are we and where are we going?")
    #expect(record.authors.count { $0.isOrganisation } == 1)
    #expect(record.authors.count { !$0.isOrganisation } == 22)
    #expect(record.authors.last?.invertedName == "Avouac, Jérome")
    #expect(record.doi == "10.1016/s2665-9913(24)00377-1")
    #expect(record.year == 2025)
    #expect(record.journal == "The Lancet Rheumatology")
    #expect(record.abstract.count == 1)
    #expect(record.source.first { $0.tag == "N1" }?.value == "Publisher Copyright:\n© 2025 Elsevier Ltd")
  }
}
