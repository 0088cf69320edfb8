import Records
import Testing

/// The reader of JSON is seen through records: a key that no field knows is kept as its JSON text.
@Suite struct JSONReaderTests {
  private func title(_ json: String) throws -> String {
    try Record(storedBytes: Array(#"{"title":\#(json)}"#.utf8)).title
  }

  private func error(_ json: String) -> JSONError? {
    do {
      _ = try Record(storedBytes: Array(json.utf8))
      return nil
    } catch { return error }
  }

  @Test func decodesEscapes() throws {
    #expect(try title(#""\"\\\/\b\f\n\r\t\u0041""#) == "\"\\/\u{8}\u{C}\n\r\tA")
    #expect(try title(#""a\uD83D\uDE00b""#) == "a😀b")
    #expect(try title(#""µ\u0000""#) == "µ\u{0}")
  }

  @Test func halfAPairBecomesTheReplacement() throws {
    #expect(try title(#""\uD83D""#) == "\u{FFFD}")
    #expect(try title(#""\uD83Dx\uDE00""#) == "\u{FFFD}x\u{FFFD}")
    #expect(try title(#""\uD83D\u0041""#) == "\u{FFFD}A")
    #expect(try title(#""\uD83D\uD83D\uDE00""#) == "\u{FFFD}😀")
    #expect(try title(#""\uD83D\n""#) == "\u{FFFD}\n")
  }

  @Test func bytesThatAreNotUTF8BecomeTheReplacement() throws {
    let record = try Record(storedBytes: Array(#"{"title":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8))
    #expect(record.title == "\u{FFFD}(")
  }

  @Test func keepsNumbersAsWritten() throws {
    let record = try Record(storedBytes: Array(#"{"x":-0.10e+20,"volume":12345678901234567890123}"#.utf8))
    #expect(record.source == [SourceField(tag: "x", value: "-0.10e+20")])
    #expect(record.volume == "12345678901234567890123")
    #expect(try Record(storedBytes: Array(#"{"year":2.02e3}"#.utf8)).year == 2020)
    #expect(try Record(storedBytes: Array(#"{"year":1e999}"#.utf8)).year == nil)
  }

  @Test(arguments: [
    #"{"a":1,}"#, #"{"a"}"#, #"{"a":}"#, #"{,}"#, #"{"a":1 "b":2}"#, #"{"a":[1,]}"#, #"{"a":[1 2]}"#, #"{"a":01}"#,
    #"{"a":-}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":+1}"#, #"{"a":tru}"#, #"{"a":nulL}"#, #"{"a":"\x"}"#,
    #"{"a":"\u12"}"#, #"{"a":"\u+123"}"#, #"{"a":"\u00g0"}"#, #"{"a":"b}"#, "{\"a\":\"\u{1}\"}", "{'a':1}", "{", "",
    "[]",
    #"{"a":1}}"#, #"{"a":1} x"#, "{\"a\":\"x\ny\"}", #"{"a":[1}"#, #"{"a":{"b":1]}"#, #"{"a":"\"#,
  ])
  func refuses(json: String) {
    #expect(error(json) != nil)
  }

  @Test(arguments: [
    #"{}"#, #" { "a" : [ ] , "b" : { } } "#, #"{"a":[{},[],"",0,-1,1.5,true,false,null]}"#, "\t{\"a\":\r\n0e-1}",
    #"{"a":1e5,"a":2}"#,
  ])
  func accepts(json: String) {
    #expect(error(json) == nil)
  }

  @Test func nestingIsBounded() {
    let deep = #"{"a":\#(String(repeating: "[", count: 127))1\#(String(repeating: "]", count: 127))}"#
    #expect(error(deep) == nil)
    let deeper = #"{"a":\#(String(repeating: "[", count: 100_000))"#
    #expect(error(deeper)?.expected == "at most 128 nested values")
  }

  @Test func errorsAreLocated() {
    #expect(error(#"{"a":nul}"#)?.description == "byte 5: expected “null”, found “nul}”")
    #expect(error(#"{"a":"b"#)?.description == "byte 7: expected the string's closing quote, found the end")
    #expect(error("{\"a\":\"\u{1}\"}")?.found == "the control character 1")
  }
}
