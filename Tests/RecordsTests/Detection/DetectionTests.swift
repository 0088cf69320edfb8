import Records
import TestSupport
import Testing

struct DetectionTests {
  @Test(arguments: [
    ("TY  - JOUR\n", RecordFormat.ris), ("Record #1 of 2\n\nTY - JOUR", .ris), ("JF  - J\nTI  - T\n", .ris),
    ("\u{FEFF}\nPMID- 1\n", .medline), ("FN Clarivate Analytics\n", .webOfScience), ("PT J\nAU A", .webOfScience),
    ("% text\n@Article {key,", .bibTeX), ("text before\n  @comment(x)", .bibTeX),
    ("{\"_id\": 1}", .jsonLines), ("<DOC>\n<DOCNO>1", .trec), ("title,abstract\na,b", .csv), ("Title;Year\n", .csv),
    ("id\ttitle\n", .tsv), ("\"Title\",\"Other, thing\",Year\n", .csv), ("a,b\n1,2\n3,4", .csv),
    ("<?xml version='1.0'?><!-- <article> --><PubmedArticleSet>", .pubmedXML), ("<DeleteCitation>", .pubmedXML),
    ("<!DOCTYPE article PUBLIC 'x'><article>", .jats), ("<pmc-articleset>", .jats),
    ("<xml>\n<records>", .endNoteXML),
  ])
  func formatsAreToldByContent(_ text: String, _ format: RecordFormat) {
    #expect(RecordFormat.detect(Array(text.utf8)) == format)
  }

  @Test(arguments: [
    "", "  \n", "prose without any structure", "<html>", "<xml><other>",
    "<article xmlns='http://docbook.org/ns/docbook'>",
    "PK\u{3}\u{4}", "<", "<!--", "One sentence, two parts.\nAnother.",
  ])
  func otherTextsHaveNoFormat(_ text: String) {
    #expect(RecordFormat.detect(Array(text.utf8)) == nil)
  }

  @Test func utf16IsSeenThrough() {
    let bytes = "TY  - JOUR\nTI  - T\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(RecordFormat.detect([0xFF, 0xFE] + bytes) == .ris)
    #expect(RecordFormat.detect(bytes) == .ris)
  }
}
