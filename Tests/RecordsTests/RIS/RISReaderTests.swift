import Records
import TestSupport
import Testing

struct RISReaderTests {
  private func record(_ text: String) throws -> Record {
    let reading = try Reading(text, as: .ris)
    #expect(reading.skipped.isEmpty)
    return try #require(reading.records.first)
  }

  @Test func standardEntryIsMapped() throws {
    let record = try record(
      """
      TY  - JOUR
      TI  - Sample title of a trial
      AU  - Doe, Jane A.
      AU  - Sample Trial Group
      PY  - 2019/05//
      JF  - Journal of Samples
      VL  - 12
      IS  - 3
      SP  - 101
      EP  - 109
      DO  - https://doi.org/10.1234/ABC.5%3C6
      AN  - WOS:000123
      LA  - English
      KW  - lupus; car-t, cells
      KW  - lupus
      M3  - Article
      UR  - http://example.org/a;b
      AB  - An abstract.
      ER  - 

      """)
    #expect(record.title == "Sample title of a trial")
    #expect(record.authors.map(\.invertedName) == ["Doe, Jane A.", "Sample Trial Group"])
    #expect(record.authors.map(\.isOrganisation) == [false, true])
    #expect(record.year == 2019)
    #expect(record.journal == "Journal of Samples")
    #expect([record.volume, record.issue, record.pages] == ["12", "3", "101-109"])
    #expect(record.doi == "10.1234/abc.5<6")
    #expect(record.id == "WOS:000123")
    #expect(record.keywords == ["lupus", "car-t, cells"])
    #expect(record.types == ["Article"])
    #expect(record.urls == ["http://example.org/a;b"])
    #expect(record.abstract == [AbstractSection(text: "An abstract.")])
    #expect(record.source.count == 18)
    #expect(record.format == .ris)
  }

  @Test(arguments: ["  - ", " - ", "- ", "  -  ", "   - ", "\t- ", "  -"])
  func spacingMayVary(_ gap: String) throws {
    let record = try record("TY\(gap)JOUR\nTI\(gap)Tea\nER\(gap)\nTI\(gap)Next\n")
    #expect(record.title == "Tea")
    #expect(record.source.map(\.tag) == ["TY", "TI"])
  }

  @Test(arguments: [("ty", "ti", "er"), ("  TY", "  TI", "  ER"), ("\u{FEFF}TY", "\u{FEFF}TI", "\u{FEFF}ER")])
  func tagsMayBeSmallIndentedOrMarked(_ type: String, _ title: String, _ end: String) throws {
    let record = try record("\(type)  - JOUR\n\(title)  - Tea\n\(end)  - \nTI  - Next\n")
    #expect(record.title == "Tea")
    #expect(record.source.map(\.tag) == ["TY", "TI"])
  }

  @Test func wrappedTextIsNoField() throws {
    let record = try record(
      "TY  - JOUR\nTI  - T\nAB  - Deaths were\nTB - associated\nER - positive\n  tumours\nER  -\n")
    #expect(record.abstract.map(\.text) == ["Deaths were TB - associated ER - positive tumours"])
    #expect(record.source.last?.value == "Deaths were\nTB - associated\nER - positive\n  tumours")
  }

  @Test func emptyTagsSwallowNothing() throws {
    let record = try record("TY  - JOUR\nSP  -\nEP  - \nTI  - T\nAB  -\nER  -\n")
    #expect(record.source.map(\.value) == ["JOUR", "", "", "T", ""])
    #expect(record.title == "T")
  }

  @Test func listsMayRunOverLines() throws {
    let record = try record("TY  - JOUR\nKW  - One\nTwo\n\nThree\nAU  - A, B\nC, D\nTI  - T\n\n\nER  - \n")
    #expect(record.keywords == ["One", "Two", "Three"])
    #expect(record.authors.map(\.family) == ["A", "C"])
    #expect(record.source.last?.value == "T")
  }

  @Test func headersAndStrayTextArePassedOver() throws {
    let text =
      "Record #1 of 2\nProvider: X\n1.\nTY  - JOUR\nTI  - A\nER  - \n\nRecord #2 of 2\nTY  - JOUR\nTI  - B\nER  -"
    #expect(try Reading(text).records.map(\.title) == ["A", "B"])
  }

  @Test func typeMayComeLaterAndEndMayBeMissing() throws {
    let text = "TI  - A\nTY  - JOUR\nER  - \nTY  - JOUR\nTI  - B\nTY  - BOOK\nTI  - C\n"
    let reading = try Reading(text, as: .ris)
    #expect(reading.records.map(\.title) == ["A", "B", "C"])
    #expect(reading.records.map(\.types) == [["JOUR"], ["JOUR"], ["BOOK"]])
  }

  @Test func typesOnEndAreOneEntry() throws {
    let text = String(repeating: "TY  - JOUR\n", count: 20_000) + "TI  - A\nTY  - BOOK\nTI  - B\nER  - "
    #expect(try Reading(text).records.map(\.title) == ["A", "B"])
  }

  @Test func abstractThatIsThereTwiceCountsOnce() throws {
    let record = try record("TY  - JOUR\nN2  - Same  text\nAB  - Same text\nER  - \n")
    #expect(record.abstract == [AbstractSection(text: "Same text")])
  }

  @Test func secondTitleIsSubtitleOnlyBesideAJournal() throws {
    #expect(try record("TI  - A\nT2  - sub\nJF  - J\nER  -").title == "A: sub")
    #expect(try record("TI  - A\nT2  - Journal of B\nER  -").journal == "Journal of B")
    #expect(try record("TI  - A\nT2  - J. Chem. Phys.\nJF  - The Journal of Chemical Physics\nER  -").title == "A")
    #expect(try record("TY  - CHAP\nTI  - A\nT2  - Book\nJF  - Series\nER  -").title == "A")
    let full = try record("TI  - A\nT2  - Journal of Chemical Physics\nJO  - J. Chem. Phys.\nER  -")
    #expect(full.journal == "Journal of Chemical Physics")
  }

  @Test func pmidIsTakenOnlyFromPubMed() throws {
    #expect(try record("TI  - A\nAN  - 123\nDP  - NLM\nER  -").id == "123")
    #expect(try record("TI  - A\nU1  - 456[pmid]\nER  -").pmid == "456")
    #expect(try record("TI  - A\nAN  - 123\nDB  - ERIC\nER  -").pmid == "")
    #expect(try record("TI  - A\nAN  - 123\nDB  - ERIC\nER  -").id.count == 16)
  }

  @Test func entriesWithoutContentAreSkippedWithTheirPlace() throws {
    let reading = try Reading("TY  - JOUR\nTI  - A\nER  - \n\nTY  - JOUR\nER  - \n", as: .ris)
    #expect(reading.records.count == 1)
    #expect(reading.skipped.map(\.line) == [5])
    #expect(reading.skipped.first?.found == "an entry with only TY")
  }

  @Test func entriesWithLittleContentAreKeptWithAWarning() throws {
    var reader = try RISReader(input("TY  - JOUR\nDO  - 10.1/x\nER  - \n"))
    guard case .warning(let warning) = try reader.next(), case .record(let record) = try reader.next() else {
      Issue.record("expected a warning and then its record")
      return
    }
    #expect(warning.line == 1 && warning.found == "an entry with only TY, DO")
    #expect(record.doi == "10.1/x")
    #expect(try reader.next() == nil)
  }

  @Test func aFileWithoutEntriesIsReported() throws {
    #expect(try Reading("no tags here\nat all\n", as: .ris).skipped.map(\.line) == [1])
    #expect(try Reading("\n\n", as: .ris) == Reading("", as: .ris))
  }

  @Test func entitiesBecomeCharacters() throws {
    #expect(
      try record("TI  - p &lt; 0.05 &amp; &#945;&#x3b2; &unknown; & &#0;\nER  -").title
        == "p < 0.05 & αβ &unknown; & &#0;")
  }

  @Test func anEntryWithoutEndCannotFillTheMemory() throws {
    let lines = String(repeating: "x", count: 1 << 20) + "\n"
    let text = "TY  - JOUR\nTI  - A\nAB  - " + String(repeating: lines, count: 65) + "\nER  - \nTI  - B\nER  -"
    let reading = try Reading(text, as: .ris)
    #expect(reading.skipped.count == 1)
    #expect(reading.records.map(\.title) == ["B"])
  }
}
