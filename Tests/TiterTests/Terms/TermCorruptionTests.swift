import TestSupport
import Testing
import Titer

/// Damaged dictionaries: each reader gives an error or an answer, and answers are well formed.
@Suite struct TermCorruptionTests {
  private static let vocabulary = Vocabulary(
    (0..<40).map { "t\($0)" } + ["", "é日本", String(repeating: "ab", count: 127)]
      + (0..<8).map { "abcabcabcabcabcabc\($0)" })
  private static let requests: [TermRequest] = [
    .prefix([0x74]), .wildcards("*"), .wildcards("*1"), .regex("[^t].*|t[0-9]"),
    .fuzzy("t11", distance: 2, exactPrefix: 0),
  ]

  /// Does all that reads a dictionary of two sections.
  private static func read(_ terms: [UInt8], _ index: [UInt8]) throws {
    let sections = try SectionFile(documents: 1, from: .terms, to: .termBlocks) { file throws(IndexError) in
      try file.append(.terms, terms)
      try file.append(.termBlocks, index)
    }
    guard let dictionary = try? TermDictionary(sections.file) else { return }
    for term in [vocabulary.terms[0], vocabulary.terms[3], vocabulary.terms[50], [0x74, 0x32], [0xFF]] {
      if let entry = try? dictionary.entry(of: term) { #expect(entry.documentFrequency > 0) }
    }
    var visited = 0
    try? dictionary.visit { (_, entry) in visited += entry.documentFrequency > 0 ? 1 : 0 }
    let count = dictionary.count
    #expect(visited <= count)
    for request in requests {
      var finder = try TermFinder(request)
      guard let matches = try? finder.matches(in: dictionary) else { continue }
      #expect(matches.terms.count <= count)
    }
  }

  private static func sections() throws -> (terms: [UInt8], index: [UInt8]) {
    let file = try vocabulary.file()
    let (terms, index) = (file.file.bytes(.terms), file.file.bytes(.termBlocks))
    return (terms.indices.map { terms[$0] }, index.indices.map { index[$0] })
  }

  @Test(arguments: [0x01, 0x10, 0x80, 0xFF] as [UInt8]) func noFlippedByteCrashes(bits: UInt8) throws {
    let (terms, index) = try Self.sections()
    for place in terms.indices {
      var damaged = terms
      damaged[place] ^= bits
      try Self.read(damaged, index)
    }
    for place in index.indices {
      var damaged = index
      damaged[place] ^= bits
      try Self.read(terms, damaged)
    }
  }

  @Test func noCutCrashes() throws {
    let (terms, index) = try Self.sections()
    for count in terms.indices { try Self.read(Array(terms[..<count]), index) }
    for count in index.indices { try Self.read(terms, Array(index[..<count])) }
    // A dictionary whose index knows that it was cut.
    for count in terms.indices {
      var shorter = index
      for place in 0..<8 { shorter[index.count - 8 + place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
      try Self.read(Array(terms[..<count]), shorter)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func noRandomBytesCrash(seed: UInt64) throws {
    let (terms, index) = try Self.sections()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var damaged = terms
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        damaged[Int.random(in: 0..<terms.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try Self.read(damaged, index)
    }
  }
}
