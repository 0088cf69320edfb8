import Records
import TestSupport
import Testing

struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> (lines: [String], warnings: [Diagnostic]) {
    let input = Input(name: "sample", bytes: bytes)
    var reader = try LineReader(input)
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append(String(decoding: line, as: UTF8.self))
      #expect(reader.lineNumber == lines.count)
      #expect(lines.last.map { Array($0.utf8) } == Array(line))
    }
    #expect(try reader.next() == nil)
    return (lines, input.takeWarnings())
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndEnds(_ end: String) throws {
    let text = ["one", "", "three", " ", "fünf"].map { $0 + end }.joined()
    #expect(try lines(Array(text.utf8)).lines == ["one", "", "three", " ", "fünf"])
    #expect(try lines(Array((text + "six").utf8)).lines == ["one", "", "three", " ", "fünf", "six"])
  }

  @Test func lineEndsMayBeMixed() throws {
    #expect(try lines(Array("a\rb\nc\r\n\r\rd\n\re".utf8)).lines == ["a", "b", "c", "", "", "d", "", "e"])
  }

  @Test func nothingHasNoLines() throws {
    #expect(try lines([]).lines.isEmpty)
    #expect(try lines([0xEF, 0xBB, 0xBF]).lines.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesCrossChunks(_ end: String) throws {
    let expected = (0..<60_000).map { String(repeating: "x", count: $0 % 37) + "é\($0)" }
    #expect(try lines(Array(expected.map { $0 + end }.joined().utf8)).lines == expected)
  }

  @Test func aLineMayBeLongerThanChunks() throws {
    let long = String(repeating: "é", count: 1_000_000)
    #expect(try lines(Array("a\n\(long)\r\nb".utf8)).lines == ["a", long, "b"])
  }

  @Test func byteOrderMarkGoes() throws {
    #expect(try lines([0xEF, 0xBB, 0xBF] + Array("TY".utf8)).lines == ["TY"])
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsRead(isBigEndian: Bool, hasMark: Bool) throws {
    let text = "TY  - JOUR\r\nTI  - T\u{308} cells 𝛼 – β\r\nER  - \r\n"
    let bytes = utf16((hasMark ? "\u{FEFF}" : "") + text, isBigEndian: isBigEndian)
    let (found, warnings) = try lines(bytes)
    #expect(found == ["TY  - JOUR", "TI  - T\u{308} cells 𝛼 – β", "ER  - "])
    #expect(warnings.isEmpty)
  }

  @Test func longUTF16CrossesChunks() throws {
    let expected = (0..<40_000).map { "line \($0) 𝛼" }
    let text = "\u{FEFF}" + expected.joined(separator: "\n")
    #expect(try lines(utf16(text, isBigEndian: false)).lines == expected)
  }

  @Test func halfCharactersOfUTF16AreReported() throws {
    let (found, warnings) = try lines([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x00, 0xDC, 0x43])
    #expect(found == ["A\u{FFFD}B\u{FFFD}\u{FFFD}"])
    #expect(warnings.count == 1)
  }

  @Test func windows1252IsReadAndReportedOnce() throws {
    let (found, warnings) = try lines(Array("a\n".utf8) + [0x93, 0xE9, 0x94, 0x0A, 0x80, 0x0A] + Array("ß".utf8))
    #expect(found == ["a", "“é”", "€", "ß"])
    #expect(warnings.map(\.line) == [2])
    #expect(warnings.first?.expected == "UTF-8")
  }

  @Test func oneBadByteCostsNoneOfItsNeighbours() throws {
    #expect(try lines(Array("naïve ".utf8) + [0xFF] + Array(" β".utf8)).lines == ["naïve ÿ β"])
  }

  @Test func everySequenceIsJudgedAsTheStandardLibraryDoes() throws {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    let leads: [UInt8] = [0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0x41]
    for _ in 0..<2_000 {
      let bytes: [UInt8] = (0..<6).map { _ in
        let lead = leads[Int.random(in: 0..<leads.count, using: &generator)]
        return Bool.random(using: &generator) ? lead : .random(in: 0x80...0xBF, using: &generator)
      }
      let found = try lines(bytes).lines
      if let expected = String(validating: bytes, as: UTF8.self) { #expect(found == [expected], "seed \(seed)") }
    }
  }
}
