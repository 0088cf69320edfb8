import Foundation
@_spi(Benchmarks) import Titer

/// Titer's side of analysis.py: the tokens of its English chain, or how fast it makes them.
enum Analysis {
  /// Writes a line for each text of a file, with position:term for each token.
  static func write(_ texts: String) throws {
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    var lines: [UInt8] = []
    try visit(texts) { text in
      analyzer.analyze(text, into: &tokens)
      for (number, token) in tokens.tokens.enumerated() {
        if number > 0 { lines.append(UInt8(ascii: " ")) }
        lines.append(contentsOf: "\(token.position):".utf8)
        lines.append(contentsOf: tokens.bytes[token.term])
      }
      lines.append(UInt8(ascii: "\n"))
      guard lines.count > 1 << 20 else { return }
      FileHandle.standardOutput.write(Data(lines))
      lines.removeAll(keepingCapacity: true)
    }
    FileHandle.standardOutput.write(Data(lines))
  }

  /// Goes over the texts, which are in memory, and returns the tokens of a pass and the seconds of each.
  static func measure(_ texts: String, passes: Int) throws -> (tokens: Int, seconds: [Double]) {
    var analyzer = EnglishAnalyzer()
    var tokens = TokenBuffer()
    return try timed(passes) {
      var count = 0
      try visit(texts) { text in
        analyzer.analyze(text, into: &tokens)
        count += tokens.tokens.count
      }
      return count
    }
  }

  /// Analyses the texts as indexing does, by a chain, and returns the occurrences of terms of a pass and the seconds of each.
  static func measureIndexing(_ texts: String, by chain: AnalysisChain, passes: Int) throws -> (
    tokens: Int, seconds: [Double]
  ) {
    var strings: [String] = []
    try visit(texts) { text in
      strings.append(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    var analysis = MeasuredAnalysis(chain)
    return timed(passes) { analysis.analyze(strings) }
  }

  /// The tokens of a pass, which `pass` returns, and the seconds of each.
  private static func timed(_ passes: Int, _ pass: () throws -> Int) rethrows -> (tokens: Int, seconds: [Double]) {
    var seconds: [Double] = []
    var count = 0
    for _ in 0..<passes {
      let start = ContinuousClock.now
      count = try pass()
      seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    return (count, seconds)
  }

  /// Calls `body` with each text of a file: four bytes of length, the highest first, and UTF-8.
  private static func visit(_ path: String, _ body: (Span<UInt8>) -> Void) throws {
    let bytes = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    var index = 0
    while index + 4 <= bytes.count {
      let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      body(bytes.span.extracting(index + 4..<index + 4 + length))
      index += 4 + length
    }
  }
}
