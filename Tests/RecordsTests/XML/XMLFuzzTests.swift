import Records
import TestSupport
import Testing

/// No bytes may crash a reader or keep it for ever, and what is cut off must be told.
@Suite(.timeLimit(.minutes(5))) struct XMLFuzzTests {
  private static let sample = PubMedSample.set(
    PubMedSample.article(pmid: "1", abstract: #"<AbstractText Label="A &amp; B">x&alpha;<sup>2</sup></AbstractText>"#)
      + PubMedSample.article(pmid: "2", abstract: "<AbstractText><math><msup><mi>a</mi></msup></math></AbstractText>"),
    prologue: #"<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><!-- c -->"#)

  private func readAll(_ bytes: [UInt8]) throws -> [Reading] {
    try [Reading.pubMed(bytes), Reading.jats(bytes), Reading.endNote(bytes)]
  }

  @Test func everyPrefixIsToldToBeCutShort() throws {
    let end = Self.sample.count - 2
    for count in 0..<end {
      let reading = try Reading.pubMed(Array(Self.sample[..<count]))
      #expect(reading.skipped.count == 1, "\(count) of \(Self.sample.count): \(reading.skipped)")
      #expect(reading.records.allSatisfy { $0.mesh.count == 2 && $0.pmcid == "PMC42" })
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func survivesRandomChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "&", "\"", "/", "<!--", "]]>", "<![CDATA[", "&#0;", "<PubmedArticle>", "</PubmedArticle>", "<?",
    ]
    for _ in 0..<40 {
      var bytes = Self.sample
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        default: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        }
      }
      let reading = try readAll(bytes)[0]
      #expect(reading.records.count + reading.skipped.count >= 1, "seed \(seed)")
    }
  }

  /// The sample files are absent from a plain checkout.
  @Test(.enabled(if: SharedData.folder != nil), arguments: SharedFiles.paths(in: "other_xml"))
  func survivesOtherFormats(path: String) throws {
    for reading in try readAll(SharedFiles.bytes(of: path)) {
      #expect(reading.records.allSatisfy { $0.format == .pubmedXML && !$0.pmid.isEmpty })
    }
  }
}
