import Records
import TestSupport
import Testing

@Suite struct XMLFaultTests {
  private static let three = ["1", "2", "3"].map { PubMedSample.article(pmid: $0) }

  private func text(_ abstract: String, prologue: String = "") throws -> Reading {
    let article = PubMedSample.article(abstract: "<AbstractText>\(abstract)</AbstractText>")
    return try Reading.pubMed(PubMedSample.set(article, prologue: prologue), name: "a.xml")
  }

  // MARK: Malformed input

  @Test(arguments: [
    "<AbstractText>a < b</AbstractText>", "<AbstractText>a & b</AbstractText>", "<AbstractText>a</Abstract>",
    "<AbstractText Label=x>a</AbstractText>", "<AbstractText>\u{1}</AbstractText>",
  ])
  func oneFaultCostsOneRecord(fault: String) throws {
    let bytes = PubMedSample.set(
      Self.three[0] + PubMedSample.article(pmid: "9", abstract: fault) + Self.three[1] + Self.three[2])
    let reading = try Reading.pubMed(bytes, name: "a.xml")
    #expect(reading.records.map(\.id) == ["1", "2", "3"])
    #expect(reading.skipped.count == 1 && reading.warnings.isEmpty, "\(reading.skipped)")
    #expect(reading.records.first?.title == reading.records.last?.title)
  }

  @Test func tellsABareAmpersandFromLongMarkup() throws {
    let fault = "<PubmedArticle><AbstractText>a & b</AbstractText></PubmedArticle>\n"
    let long = "<PubmedArticle><ArticleTitle>\(String(repeating: "word ", count: 1000))</ArticleTitle></PubmedArticle>"
    let reading = try Reading.pubMed(PubMedSample.set(fault + fault + long), name: "a.xml")
    #expect(reading.records.count == 1 && reading.skipped.map(\.line) == [3, 4])
    #expect(reading.skipped.allSatisfy { $0.found.hasPrefix("an & that begins no entity") }, "\(reading.skipped)")
  }

  @Test func namesThePlaceOfEveryFault() throws {
    let fault = PubMedSample.article(abstract: "<AbstractText>a & b</AbstractText>")
    let bytes = PubMedSample.set(fault + Self.three[0] + fault)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let expected = lines.indices.filter { lines[$0].contains("a & b") }.map { $0 + 1 }
    let reading = try Reading.pubMed(bytes, name: "a.xml")
    #expect(reading.skipped.map(\.line) == expected && reading.skipped.allSatisfy { $0.file == "a.xml" })
  }

  @Test func aRecordThatNeverClosesCostsOneRecord() throws {
    let open = PubMedSample.article(pmid: "9").replacing("</PubmedArticle>", with: "")
    let reading = try Reading.pubMed(PubMedSample.set(Self.three[0] + open + Self.three[1]))
    #expect(reading.records.map(\.id) == ["1", "2"])
    #expect(reading.skipped.first?.expected == "a closing tag before the next record")
  }

  @Test func aByteOutsideUTF8CostsOneRecord() throws {
    var bytes = PubMedSample.set(Self.three[0] + PubMedSample.article(pmid: "9", title: "caf#") + Self.three[1])
    bytes = bytes.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
    let reading = try Reading.pubMed(bytes)
    #expect(reading.records.map(\.id) == ["1", "2"] && reading.skipped.count == 1)
  }

  @Test func saysThatAFileIsCutShort() throws {
    let bytes = PubMedSample.set(Self.three[0] + Self.three[1]).dropLast(400)
    let reading = try Reading.pubMed(Array(bytes), name: "a.xml")
    #expect(reading.records.map(\.id) == ["1"] && reading.skipped.count == 1)
    #expect(reading.skipped.first?.remedy == "the file seems cut short: get it again")
  }

  @Test func readsDocumentsOneAfterAnother() throws {
    let document = PubMedSample.set(Self.three[0] + Self.three[1])
    let reading = try Reading.pubMed(document + document + PubMedSample.set(Self.three[2]))
    #expect(reading.records.map(\.id) == ["1", "2", "1", "2", "3"] && reading.skipped.isEmpty)
  }

  @Test func givesUpAfterAThousandFaults() throws {
    let faults = String(repeating: "<PubmedArticle><</PubmedArticle>\n", count: 1100)
    let reading = try Reading.pubMed(PubMedSample.set(faults + Self.three[0]))
    #expect(reading.records.isEmpty && reading.skipped.count == 1000)
    #expect(reading.skipped.last?.remedy.hasPrefix("nothing after it is read") == true)
  }

  @Test func readsMoreThanOneSlice() throws {
    let articles = (1...200).map {
      PubMedSample.article(pmid: "\($0)", abstract: "<AbstractText>βé\($0)</AbstractText>")
    }
    let bytes = PubMedSample.set(articles.joined())
    #expect(bytes.count > 1 << 18)
    let reading = try Reading.pubMed(bytes)
    #expect(reading.records.map(\.id) == (1...200).map(String.init) && reading.skipped.isEmpty)
    #expect(reading.records.map { $0.abstract.first?.text } == (1...200).map { "βé\($0)" })
  }

  // MARK: Encodings

  @Test func readsDeclaredEncodings() throws {
    let latin = PubMedSample.set(
      PubMedSample.article(title: "caf#"), prologue: #"<?xml version="1.0" encoding="ISO-8859-1"?>"#)
    let bytes = String(decoding: latin, as: UTF8.self).unicodeScalars.map { UInt8($0 == "#" ? 0xE9 : $0.value) }
    let reading = try Reading.pubMed(bytes)
    #expect(reading.records.first?.title == "café" && reading.records.first?.authors.first?.given == "Jérome")
  }

  @Test func readsUTF16() throws {
    let text = String(
      decoding: PubMedSample.set(Self.three.joined(), prologue: #"<?xml version="1.0" encoding="UTF-16"?>"#),
      as: UTF8.self)
    let units = [0xFEFF] + Array(text.utf16)
    let reading = try Reading.pubMed(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    #expect(reading.records.map(\.id) == ["1", "2", "3"], "\(reading.skipped)")
    #expect(reading.records.first?.authors.first?.given == "Jérome")
  }

  @Test func saysThatItStopsInAnEncodingItCannotResume() throws {
    let fault = PubMedSample.article(abstract: "<AbstractText>a & b</AbstractText>")
    let latin = PubMedSample.set(
      Self.three[0] + fault + Self.three[1], prologue: #"<?xml version="1.0" encoding="ISO-8859-1"?>"#)
    let bytes = String(decoding: latin, as: UTF8.self).unicodeScalars.map { UInt8($0.value) }
    let reading = try Reading.pubMed(bytes)
    #expect(reading.records.map(\.id) == ["1"] && reading.skipped.count == 1)
    #expect(reading.skipped.first?.remedy.contains("its encoding isn't UTF-8") == true)
  }

  // MARK: Entities

  private static let external = #"<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM" "pubmed.dtd">"#

  @Test(arguments: ["", external])
  func knowsTheEntitiesOfHTML(prologue: String) throws {
    let reading = try text("&alpha;&nbsp;&le; 5&deg;", prologue: prologue)
    #expect(reading.records.first?.abstract.first?.text == "α\u{A0}≤ 5°")
    #expect(reading.warnings.isEmpty && reading.skipped.isEmpty)
  }

  @Test(arguments: ["", external])
  func keepsUnknownEntitiesAndWarnsOnce(prologue: String) throws {
    let reading = try text("a &what; b &what; c", prologue: prologue)
    #expect(reading.records.first?.abstract.first?.text == "a &what; b &what; c")
    #expect(reading.warnings.map(\.found) == ["&what;"] && reading.skipped.isEmpty)
  }

  @Test func expandsEntitiesInAttributes() throws {
    let article = PubMedSample.article(abstract: #"<AbstractText Label="&beta; &lt; &amp;lt; &what;">x</AbstractText>"#)
    let reading = try Reading.pubMed(PubMedSample.set(article, prologue: Self.external))
    #expect(reading.records.first?.abstract.first?.label == "β < &lt; &what;")
  }

  @Test func expandsDeclaredEntities() throws {
    let reading = try text("&a; &b;", prologue: #"<!DOCTYPE r [<!ENTITY a "one &b;"><!ENTITY b "two&#38;#x3b1;">]>"#)
    #expect(reading.records.first?.abstract.first?.text == "one twoα twoα")
  }

  @Test func readsNoExternalEntity() throws {
    for declaration in [#"<!ENTITY x SYSTEM "file:///etc/passwd">"#, #"<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;"#]
    {
      let reading = try text("a &x; b", prologue: "<!DOCTYPE r [\(declaration)]>")
      #expect(reading.records.first?.abstract.first?.text == "a &x; b")
      #expect(reading.warnings.map(\.found) == ["&x;"])
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["&l9;", "&e9;", "&loop;", String(repeating: "&l2;", count: 30_000)])
  func refusesEntitiesThatExplode(reference: String) throws {
    let levels = (1...9).map { level in
      let ten = String(repeating: "&l\(level - 1);", count: 10)
      let empty = String(repeating: "&e\(level - 1);", count: 10)
      return "<!ENTITY l\(level) \"\(ten)\"><!ENTITY e\(level) \"\(empty)\">"
    }
    let entities = "<!ENTITY l0 \"lol\"><!ENTITY e0 \"\"><!ENTITY loop \"&loop;\">" + levels.joined()
    let reading = try text(reference, prologue: "<!DOCTYPE r [\(entities)]>")
    #expect(reading.records.isEmpty && reading.skipped.count == 1)
    #expect(reading.skipped.first?.found.contains("stands for too much text") == true, "\(reading.skipped)")
  }

  // MARK: Bounds

  @Test(.timeLimit(.minutes(5)), arguments: ["<a>", "<PubmedArticle>", "<PubmedArticle><a>"])
  func refusesDeepNesting(tag: String) throws {
    let reading = try Reading.pubMed(Array(String(repeating: tag, count: 1_000_000)))
    #expect(reading.records.isEmpty && !reading.skipped.isEmpty)
  }

  @Test(.timeLimit(.minutes(5)))
  func refusesEndlessMarkup() throws {
    let comment = "<!--" + String(repeating: "x", count: 3 << 20)
    let reading = try Reading.pubMed(PubMedSample.set(Self.three[0] + comment + Self.three[1] + Self.three[2]))
    #expect(reading.records.map(\.id) == ["1", "2", "3"] && reading.skipped.count == 1)
  }

  @Test(.timeLimit(.minutes(5)))
  func refusesATagWithoutEnd() throws {
    let tag = "<PubmedArticle a=\"" + String(repeating: " ", count: 3 << 20)
    let reading = try Reading.pubMed(PubMedSample.set(tag + Self.three[0]))
    #expect(reading.records.map(\.id) == ["1"] && reading.skipped.count == 1)
  }

  @Test(
    .timeLimit(.minutes(5)), arguments: ["word word word word word word ", "<p/>", "</AbstractText><AbstractText>"])
  func refusesARecordWithoutEnd(content: String) throws {
    let long = String(repeating: content, count: (16 << 20) / 15)
    let bytes = PubMedSample.set(PubMedSample.article(abstract: "<AbstractText>\(long)</AbstractText>") + Self.three[0])
    let reading = try Reading.pubMed(bytes)
    #expect(reading.records.map(\.id) == ["1"] && reading.skipped.count == 1)
    #expect(reading.skipped.first?.expected == "a record of at most 16777216 bytes")
  }
}
