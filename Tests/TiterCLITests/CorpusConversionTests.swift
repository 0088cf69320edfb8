import Foundation
import Testing

/// The sample corpus, turned into each format and read back.
@Suite struct CorpusConversionTests {
  @Test(arguments: ["ris", "csv", "jsonl", "bibtex", "nbib"], ["records.ris", "pubmed.xml"])
  func `titles, abstracts, authors, years and DOIs survive`(format: String, file: String) throws {
    let scratch = try Scratch()
    let original = try RecordValues.lines(scratch.titer("convert", Corpus.path(file), "--to", "jsonl", "-q").output)
    #expect(try scratch.titer("convert", Corpus.path(file), "--to", format, "-q", "-o", "converted").code == 0)
    let back = try scratch.titer("convert", "converted", "--to", "jsonl")
    #expect(back.code == 0 && back.errors.hasPrefix("\(original.count) records in "), "\(back.errors)")
    #expect(!back.errors.contains("warning") && !back.errors.contains("skipped"))
    let records = try RecordValues.lines(back.output)
    #expect(original.count == (file == "records.ris" ? 94 : 74) && records.count == original.count)
    for (record, expected) in zip(records, original) { #expect(values(record) == values(expected), "\(expected.id)") }
  }

  @Test func `RIS comes back as RIS, field by field`() throws {
    let run = try Titer(["convert", Corpus.path("records.ris"), "--to", "ris", "-q"])
    let file = try String(contentsOfFile: Corpus.path("records.ris"), encoding: .utf8)
    #expect(fieldsOfRIS(run.output) == fieldsOfRIS(file))
  }

  /// All but the identifier, which is a fingerprint where a format has no place for an accession number.
  private func values(_ record: RecordValues) -> RecordValues {
    var record = record
    record.id = ""
    return record
  }
}
