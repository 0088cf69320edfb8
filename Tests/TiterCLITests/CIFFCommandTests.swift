import Foundation
import Testing

/// `titer ciff export` and `titer ciff import`.
@Suite struct CIFFCommandTests {
  @Test func anIndexGoesOutAndComesBack() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("ciff", "export", "-o", "sample.ciff").code == 0)
    let imported = try scratch.titer("ciff", "import", "sample.ciff", "-o", "copy.idx")
    #expect(imported.code == 0 && imported.errors.isEmpty)
    #expect(imported.output.hasPrefix("copy.idx: 3 records, "))
    let rankings = try ["sample.idx", "copy.idx"].map { index in
      try scratch.titer("search", "lupus patients sleep", "--trec", "--index", index).output
    }
    #expect(rankings[0] == rankings[1] && !rankings[0].isEmpty)
    #expect(try scratch.titer("check", "--index", "copy.idx").code == 0)
    #expect(try scratch.titer("ciff", "export", "--index", "copy.idx", "-o", "copy.ciff").code == 0)
    let files = try ["sample.ciff", "copy.ciff"].map { try Data(contentsOf: scratch.url.appendingPathComponent($0)) }
    #expect(files[0] == files[1])
  }

  @Test func whatTheFileDoesNotHaveIsSaid() throws {
    let scratch = try Sample.indexed()
    #expect(try scratch.onIndex("ciff", "export", "-o", "sample.ciff").code == 0)
    #expect(try scratch.titer("ciff", "import", "sample.ciff", "-o", "copy.idx").code == 0)
    let phrase = try scratch.titer("search", "\"lupus nephritis\"", "--index", "copy.idx")
    #expect(phrase.code == 2 && phrase.errors.contains("knows where words stand"))
    let more = try scratch.titer("index", "sample.ris", "-o", "copy.idx")
    #expect(more.code == 2 && more.errors.contains("make an index of the records themselves"))
    let shown = try scratch.titer("show", "TEST:1", "--index", "copy.idx")
    #expect(shown.code == 0 && shown.output.contains("TEST:1"))
  }

  @Test func filesThatAreNoneAreRefused() throws {
    let scratch = try Scratch()
    try scratch.write("TY  - JOUR\n", to: "records.ris")
    let run = try scratch.titer("ciff", "import", "records.ris", "-o", "copy.idx")
    #expect(run.code == 2 && run.errors.contains("records.ris: the header: expected 84 bytes at 1, found the end of"))
    #expect(!scratch.has("copy.idx"))
  }
}
