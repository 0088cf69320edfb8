import Records
import TestSupport
import Testing

@Suite struct JSONLinesReaderTests {
  private func read(_ text: String) throws -> [Record] {
    try records(JSONLinesReader(input(text)))
  }

  @Test func readsBEIR() throws {
    let record = try #require(
      try read(
        #"{"_id": "MED-10", "title": "Statins", "text": "We asked.", "metadata": {"year": "2019", "n": [1, 2]}}"#
      ).first)
    #expect(record.id == "MED-10")
    #expect(record.title == "Statins")
    #expect(record.abstract == [AbstractSection(text: "We asked.")])
    #expect(record.year == 2019)
    #expect(record.format == .jsonLines)
    #expect(
      record.source == [
        SourceField(tag: "metadata.year", value: "2019"), SourceField(tag: "metadata.n", value: "[1, 2]"),
      ])
  }

  @Test func readsMetadataOfManyKinds() throws {
    let line = #"""
      {"id": 12, "contents": "C", "metadata": {"doi": "https://doi.org/10.1/AB", "pmid": 31, "journal": "J",\#
       "authors": "Liu F.; de Boer, Jan", "url": "http://x", "keywords": "a, b", "mesh": ["M"], "z": {"q": null}}}
      """#
    let record = try #require(try read(line.replacing("\n", with: "")).first)
    #expect(record.id == "12")
    #expect(record.abstract.map(\.text) == ["C"])
    #expect(record.doi == "10.1/ab")
    #expect(record.pmid == "31")
    #expect(record.authors == [Author(family: "Liu", given: "F."), Author(family: "de Boer", given: "Jan")])
    #expect(record.urls == ["http://x"])
    #expect(record.keywords == ["a", "b"])
    #expect(record.mesh == ["M"])
    #expect(record.source.last == SourceField(tag: "metadata.z", value: #"{"q": null}"#))
  }

  @Test func theBestKeyWinsAndTheOthersAreKept() throws {
    let record = try #require(
      try read(#"{"docid": "d", "abstract": "A", "id": 5, "text": "", "contents": "C", "_id": "own", "x": true}"#).first
    )
    #expect(record.id == "own")
    #expect(record.abstract.map(\.text) == ["C"])
    #expect(
      record.source == [
        SourceField(tag: "docid", value: "d"), SourceField(tag: "abstract", value: "A"),
        SourceField(tag: "id", value: "5"), SourceField(tag: "x", value: "true"),
      ])
  }

  @Test func valuesOfTheWrongShapeAreKept() throws {
    let record = try #require(
      try read(#"{"_id": "a", "title": ["T"], "authors": [{"name": "Ann Bo"}], "format": "pdf", "year": "n.d."}"#).first
    )
    #expect(record.title == "")
    #expect(record.authors == [Author(family: "Bo", given: "Ann")])
    #expect(record.source.map(\.tag) == ["title", "authors", "format", "year"])
  }

  @Test func aTextUnlikeItsSectionsIsKept() throws {
    let record = try #require(
      try read(#"{"_id": "a", "text": "full text", "abstract": [{"label": "AIM", "text": "x"}]}"#).first)
    #expect(record.abstract == [AbstractSection(label: "AIM", text: "x")])
    #expect(record.source == [SourceField(tag: "text", value: "full text")])
  }

  @Test func badLinesAreReportedAndPassedOver() throws {
    let text = "{\"_id\":\"a\"}\n\n  \nnot json\n{\"_id\":\"b\",}\n{\"_id\":\"c\"\n[1]\n{\"_id\":\"d\"}\n"
    #expect(try read(text).map(\.id) == ["a", "d"])
    let reports = try skipped(JSONLinesReader(input(text)))
    #expect(reports.map(\.line) == [4, 5, 6, 7])
    #expect(
      reports[1].description
        == "sample:5: expected one JSON object a line; at byte 11 a key in quotes, found “}”; "
        + "write each record on a line of its own")
  }

  @Test func recordsWithoutIdentifierGetOneOfTheirOwn() throws {
    let ids = try read("{\"title\":\"a\"}\n{\"title\":\"b\"}\n{\"pmid\":\"5\"}").map(\.id)
    #expect(Set(ids).count == 3 && !ids.contains(""))
    #expect(ids.last == "5")
  }

  @Test func longLinesAreRead() throws {
    let text = String(repeating: "long \\n line ", count: 400_000)
    let record = try #require(try read(#"{"_id":"1","text":"\#(text)"}"#).first)
    #expect(record.abstract.first?.text.utf8.count == 400_000 * 12)
  }

  @Test func aLineThatIsTooLongCostsItselfAlone() throws {
    let long = #"{"_id":"2","title":"\#(String(repeating: "long ", count: 14_000_000))"}"#
    let reading = try Reading(JSONLinesReader(input("{\"_id\":\"1\"}\n\(long)\n{\"_id\":\"3\"}\n{")))
    #expect(reading.records.map(\.id) == ["1", "3"])
    #expect(reading.skipped.map(\.line) == [2, 4])
    #expect(
      reading.skipped.first?.description
        == "sample:2: expected one JSON object a line, of at most 64 MiB, found a longer line; write each record on a line of "
        + "its own")
  }

  @Test func damageNeverTraps() throws {
    let line = #"{"_id":"1","title":"a\u00e9\ud83d\ude00","metadata":{"n":[1.5e3,true,null,{"x":"\n"}]},"year":2020}"#
    #expect(try readDamaged(line + "\n" + line, seed: 11, reader: JSONLinesReader.init) > 0)
  }
}
