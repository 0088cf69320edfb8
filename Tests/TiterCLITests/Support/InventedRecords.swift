import TestSupport

/// Records of random words, for tests that need many of them.
struct InventedRecords {
  private static let syllables = ["ba", "ce", "di", "fo", "gu", "lan", "mer", "nis", "por", "tul"]
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// Lines of JSON whose identifiers are `R0`, `R1` and so on, and whose titles begin with `word`.
  mutating func jsonLines(_ count: Int, word: String) -> String {
    var lines = ""
    for number in 0..<count {
      lines += #"{"_id":"R\#(number)","title":"\#(word) \#(words(8))","text":"\#(words(90))"}"# + "\n"
    }
    return lines
  }

  private mutating func words(_ count: Int) -> String {
    var words: [String] = []
    for _ in 0..<count {
      // Three syllables make 1,000 words.
      var number = Int.random(in: 0..<1000, using: &random)
      var word = ""
      for _ in 0..<3 {
        word += Self.syllables[number % 10]
        number /= 10
      }
      words.append(word)
    }
    return words.joined(separator: " ")
  }
}
