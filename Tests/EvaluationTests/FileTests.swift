import Evaluation
import Testing

/// Files of judgements and runs.
@Suite struct FileTests {
  @Test func formsOfJudgementsAreToldApart() throws {
    let expected = Qrels(grades: ["1": ["a": 2, "b": -1], "2": ["a": 0]])
    for text in [
      "1 0 a 2\n1 0 b -1\n2 0 a 0\n", "2\t0\ta\t0\r\n1\t0\ta\t2\r\n\r\n1 Q0  b   -1",
      "\u{FEFF}1 0 a 2.0\n1 0 b -1\n2 0 a +0",
      "query-id\tcorpus-id\tscore\n1\ta\t2\n1\tb\t-1\n2\ta\t0\n", "1\ta\t2\n1\tb\t-1\n2\ta\t0", "1 a 2\n1 b -1\n2 a 0",
      "\n\nqid\tdocid\trelevance\r\n2\ta\t0\r\n \t\r\n1\ta\t2\r\n1\tb\t-1.0",
    ] {
      #expect(try Qrels(text) == expected, "\(text)")
    }
    #expect(try Qrels("").grades.isEmpty && Run("\n").scores.isEmpty)
    let spaced = try Qrels("query-id\tcorpus-id\tscore\n1\ta document\t1\n")
    #expect(spaced.grades == ["1": ["a document": 1]])
    #expect(expected.topics == ["1", "2"] && expected.judgements(of: "3").isEmpty)
    #expect(expected.judgements(of: "1").map(\.document) == ["a", "b"])
  }

  @Test func scoresAreReadToTheNearest() throws {
    var random = SystemRandomNumberGenerator()
    var texts = [
      "1", "-0.5", ".5", "5.", "1e3", "1E-3", "+2.5e+2", "inf", "-Infinity", "123456789012345678901234567890", "1e400",
    ]
    texts += ["0.1", "9007199254740993", "3.4028236e38", "1e-46", "8.589973e9", "17.1418003", "1.17549435e-38"]
    for _ in 0..<2000 { texts.append("\(Float(bitPattern: random.next() & 0x7F7F_FFFF))") }
    for _ in 0..<2000 { texts.append("\(Double.random(in: -100...100, using: &random))") }
    let run = try Run(texts.enumerated().map { "1 Q0 d\($0) 1 \($1) t\n" }.joined())
    let scores = run.scores["1"]
    for (index, text) in texts.enumerated() {
      #expect(try scores?["d\(index)"] == Float(#require(Double(text))), "\(text)")
    }
  }

  @Test func namesAreBytes() throws {
    // Composed and decomposed: one string to Swift, two documents.
    let run = try Run("1 Q0 \u{E9} 1 2 t\n1 Q0 e\u{301} 1 1 t\n")
    let qrels = try Qrels("1 0 e\u{301} 1\n")
    #expect(ReciprocalRank().mean(of: run, under: qrels) == 0.5)
    #expect(run.results(of: "1").map(\.score) == [2, 1] && run.scores["1"]?.count == 1)
    // No UTF-8 at all.
    let bytes = Array("1 Q0 ".utf8) + [0xFF, 0xFE, 0x00, 0x80] + Array(" 1 1 t".utf8)
    #expect(try Run(utf8: bytes).topics == ["1"])
  }

  /// Their names were shown mended, and not found when they were asked for, so that a written run left them out.
  @Test func topicsWhoseNamesAreNoUTF8AreFound() throws {
    let run = try Run(utf8: [0xFF] + Array("1 Q0 d 1 2.0 t\n".utf8))
    #expect(run.topics == ["\u{FFFD}1"] && run.ranking(of: "\u{FFFD}1") == ["d"])
    #expect(run.text == "\u{FFFD}1 Q0 d 1 2.0 t\n")
    let qrels = try Qrels(utf8: [0xFF] + Array("1 0 d 1\n".utf8))
    #expect(qrels.judgements(of: "\u{FFFD}1").map(\.grade) == [1])
  }

  @Test func aRunIsWrittenStrictlyDecreasing() throws {
    let run = try Run("2 Q0 x 1 1 my\n1 Q0 a 1 2 my\n1 Q0 b 1 2 my\n1 Q0 c 1 2.0000002 my\n1 Q0 d 1 -1 my\n")
    #expect(run.tag == "my")
    #expect(
      run.text == """
        1 Q0 c 1 2.0000002 my
        1 Q0 b 2 2.0 my
        1 Q0 a 3 1.9999999 my
        1 Q0 d 4 -1.0 my
        2 Q0 x 1 1.0 my

        """)
    let again = try Run(run.text)
    #expect(again.topics.map(again.ranking(of:)) == run.topics.map(run.ranking(of:)))
    let least = Run(tag: "a b", scores: ["t 1": ["x": -.infinity, "y": .infinity, "z": -.infinity]])
    #expect(least.text == "t_1 Q0 y 1 3.0 a_b\nt_1 Q0 z 2 2.0 a_b\nt_1 Q0 x 3 1.0 a_b\n")
  }

  private static let runLine = "topic, Q0, document, rank, score and tag"
  private static let qrelsLine = "topic, iteration, document and grade"

  @Test(arguments: [
    (
      "1 Q0 a 1 2 t\n\n1 Q0 b\n",
      "line 3: expected \(runLine), found 3 fields; lines of 3 fields are judgements, which come before the run"
    ),
    (
      "1 0 a 1\n",
      "line 1: expected \(runLine), found 4 fields; lines of 4 fields are judgements, which come before the run"
    ),
    ("x", "line 1: expected \(runLine), found 1 field"),
    ("1 Q0 a 1 2\n", "line 1: expected \(runLine), found 5 fields"),
    (
      "1 Q0 a b 1 2 t\n",
      "line 1: expected \(runLine), found 7 fields; a document's name and a tag must not hold white space"
    ),
    ("1 Q0 a 1 high t\n", "line 1: expected a number as score, found high"),
    ("1 Q0 a 1 nan t\n", "line 1: expected a number as score, found nan"),
    ("1 Q0 a 1 0x10 t\n", "line 1: expected a number as score, found 0x10"),
    ("1 Q0 a 1 1,5 t\n", "line 1: expected a number as score, found 1,5"),
    ("1 Q0 a 1 1e t\n", "line 1: expected a number as score, found 1e"),
    (
      "1 Q0 a 1 2 t\n2 Q0 a 1 2 t\n1 Q0 b 1 2 t\n1 Q0 a 2 1 t\n2 Q0 a 2 1 t\n",
      "line 4: expected a document once a topic, found “a” again for topic “1”, as in line 1; remove one of the two"
    ),
  ])
  func malformedRunsAreLocated(text: String, message: String) {
    let error = #expect(throws: TRECError.self) { try Run(text) }
    #expect("\(error.map { "\($0)" } ?? "")" == message)
  }

  @Test(arguments: [
    ("1 0\n", "line 1: expected \(qrelsLine), found 2 fields"),
    ("1 0 a 1\n1 0 a b 1\n", "line 2: expected \(qrelsLine), found 5 fields"),
    (
      "1 Q0 a 1 2 t\n",
      "line 1: expected \(qrelsLine), found 6 fields; lines of six fields are those of a run, which comes after the judgements"
    ),
    ("1 0 a x\n", "line 1: expected a whole number as grade, found x"),
    ("1 0 a 1.5\n", "line 1: expected a whole number as grade, found 1.5"),
    ("1 0 a 99999999999\n", "line 1: expected a whole number as grade, found 99999999999"),
    ("1 0 a \u{1B}[31m\n", "line 1: expected a whole number as grade, found \u{FFFD}[31m"),
    (
      "1 0 a \(String(repeating: "y", count: 70))",
      "line 1: expected a whole number as grade, found \(String(repeating: "y", count: 60))…"
    ),
    (
      "query-id\tcorpus-id\tscore\n1\ta\n", "line 2: expected topic, document and grade, parted by tabs, found 2 fields"
    ),
    ("query-id\tcorpus-id\tscore\n1\ta b\t\n", "line 2: expected a whole number as grade, found "),
    ("1\ta\tx\n", "line 1: expected a whole number as grade, found x"),
    (
      "1 0 a 1\n1 0 b 1\n1 0 a 2\n",
      "line 3: expected one judgement of a document, found “a” again for topic “1”, as in line 1; remove one of the two"
    ),
  ])
  func malformedJudgementsAreLocated(text: String, message: String) {
    let error = #expect(throws: TRECError.self) { try Qrels(text) }
    #expect("\(error.map { "\($0)" } ?? "")" == message)
  }

  @Test func randomBytesAreReadOrRefused() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("12ab \t\n\r.-+eQ0%inf".utf8) + [0, 0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let qrels = try? Qrels(utf8: bytes)
      let run = try? Run(utf8: bytes)
      _ = (qrels?.grades, run?.text)
      _ = try? Measures.named(String(decoding: bytes, as: UTF8.self))
    }
  }
}
