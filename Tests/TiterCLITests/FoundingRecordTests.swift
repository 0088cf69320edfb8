import Foundation
import TestSupport
import Testing

private let file: String? = SharedData.folder.map { "\($0)/seed.ris" }
  .flatMap { FileManager.default.isReadableFile(atPath: $0) ? $0 : nil }

/// The record that the project began with: an export whose title, consortium, double abstract and notes are all awkward.
@Suite(.enabled(if: file != nil, "../shared/data/seed.ris is not there"))
struct FoundingRecordTests {
  private let title = "CAR T-cell therapy in autoimmune diseases: where are we and where are we going?"
  private let abstractBeginning = "Chimeric antigen receptor (CAR)-based therapies developed"

  private func indexed() throws -> Scratch {
    let scratch = try Scratch()
    let run = try scratch.titer("index", #require(file), "-o", "sample.idx")
    try #require(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    return scratch
  }

  @Test func `it is found with its whole title`() throws {
    let run = try indexed().onIndex("search", "CAR T-cell autoimmune")
    #expect(run.code == 0)
    #expect(unwrapped(run.output).contains("1. \(title) 2025 · The Lancet Rheumatology · SCOPUS:105001524292 · score "))
  }

  @Test func `every value is read`() throws {
    let output = try indexed().onIndex("show", "SCOPUS:105001524292", "--json").output
    let record = try #require(RecordValues.lines(output).first)
    let authors = try #require(record.authors)
    #expect(record.title == title)
    #expect(record.doi == "10.1016/s2665-9913(24)00377-1")
    #expect(record.year == 2025)
    #expect(authors.count { $0.family != nil } == 22)
    #expect(
      authors.compactMap(\.organisation) == [
        "Club for Innovative Immunotherapies in Immune-mediated Inflammatory diseases (C3I)"
      ])
    #expect(authors.last?.family == "Avouac")
    #expect(record.text?.components(separatedBy: abstractBeginning).count == 2)
  }

  @Test func `it is shown whole`() throws {
    let run = try indexed().onIndex("show", "SCOPUS:105001524292")
    let text = unwrapped(run.output)
    #expect(run.code == 0)
    #expect(text.hasPrefix("\(title) Club for Innovative Immunotherapies"))
    #expect(text.contains("(C3I); Scherlinger, Marc; Nocturne, Gaetane;") && text.contains("; Avouac, Jérome"))
    #expect(text.contains("The Lancet Rheumatology 2025") && text.contains("Review article"))
    #expect(text.contains("10.1016/s2665-9913(24)00377-1") && text.contains("scp=105001524292&partnerID=8YFLogxK"))
    #expect(text.components(separatedBy: abstractBeginning).count == 2)
    let abstract = try #require(fieldsOfFile().first { $0[0] == "N2" }?[1])
    #expect(text.contains(unwrapped(abstract)))
  }

  @Test func `RIS gives back every tag and value of the file`() throws {
    let run = try indexed().onIndex("search", "CAR T-cell autoimmune", "--ris")
    let fields = try fieldsOfFile()
    #expect(fieldsOfRIS(run.output) == fields)
    #expect(fields.count == 40 && fields.contains(["N1", "Publisher Copyright:\n© 2025 Elsevier Ltd"]))
  }

  private func fieldsOfFile() throws -> [[String]] {
    fieldsOfRIS(try String(contentsOfFile: #require(file), encoding: .utf8))
  }

  /// The text without its line breaks and indentation.
  private func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
