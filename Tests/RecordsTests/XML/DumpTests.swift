import Records
import Testing
import TestSupport

@Test func dump() throws {
  for folder in ["pubmed_xml", "jats", "endnote_xml", "other_xml"] {
    for path in XMLFiles.paths(in: folder) {
      let b = XMLFiles.bytes(of: path)
      for (k, r) in [("P", try XMLReading.pubMed(b)), ("J", try XMLReading.jats(b)), ("E", try XMLReading.endNote(b))] {
        if folder == "pubmed_xml" && k != "P" || folder == "jats" && k != "J" || folder == "endnote_xml" && k != "E" { continue }
        print("ROW", k, path.split(separator: "/").suffix(3).joined(separator: "/"), r.records.count, r.skipped.count, r.warnings.count)
        for d in r.skipped + r.warnings { print("  DIAG", d) }
        if folder != "endnote_xml" || path.contains("jabref") { for x in r.records { print("REC \(x)") } }
      }
    }
  }
}
