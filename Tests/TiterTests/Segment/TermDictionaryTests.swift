import TestSupport
import Testing
import Titer

@Suite struct TermDictionaryTests {
  // Blocks hold 32 terms.
  @Test(arguments: [0, 1, 31, 32, 33, 64, 65, 1000]) func presentAndAbsentTermsAreToldApart(count: Int) throws {
    let vocabulary = Vocabulary((0..<count).map { "t\($0)" })
    let sections = try vocabulary.file()
    let dictionary = try TermDictionary(sections.file)
    let found = dictionary.count
    #expect(found == count)
    for term in vocabulary.terms {
      for other in [term, term + [0], Array(term.dropLast()) + [term[term.count - 1] + 20], Array(term.dropLast())] {
        try Self.expect(dictionary, other, vocabulary)
      }
    }
    for other in ["", "a", "z", "t", "\u{10FFFF}"] { try Self.expect(dictionary, Array(other.utf8), vocabulary) }
  }

  private static func expect(
    _ dictionary: borrowing TermDictionary, _ term: [UInt8], _ vocabulary: Vocabulary
  ) throws {
    let found = try dictionary.entry(of: term)
    #expect(found == vocabulary.entry(of: term), "\(term)")
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func anyTermIsFoundWhereItIs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = Vocabulary(random: &random, count: Int.random(in: 0...300, using: &random))
    let sections = try vocabulary.file()
    let dictionary = try TermDictionary(sections.file)
    for term in vocabulary.terms { try Self.expect(dictionary, term, vocabulary) }
    for _ in 0..<300 {
      let other = Array(Vocabulary.randomTerm(&random).utf8)
      try Self.expect(dictionary, other, vocabulary)
      let slice = try dictionary.entry(of: ([7] + other + [7])[1..<other.count + 1])
      #expect(slice == vocabulary.entry(of: other))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func allTermsAreVisitedInOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = Vocabulary(random: &random, count: 200)
    let sections = try vocabulary.file()
    var visited: [(term: [UInt8], entry: TermEntry)] = []
    try TermDictionary(sections.file).visit { visited.append(($0, $1)) }
    #expect(visited.map(\.term) == vocabulary.terms)
    #expect(visited.map(\.entry) == vocabulary.entries)
  }

  /// Terms longer than a head holds, that share more than a head holds, and more than an index of 8 bytes tells apart.
  @Test func longSharedPrefixesAndNonASCIIRoundTrip() throws {
    let prefix = String(repeating: "prefix", count: 500)
    let long = (0..<100).map { prefix + String(repeating: "x", count: $0) }
    let vocabulary = Vocabulary(long + ["é", "e\u{301}", "日本", "", "\u{0}", "\u{0}\u{0}", "a\u{0}"])
    let sections = try vocabulary.file()
    var visited: [[UInt8]] = []
    let dictionary = try TermDictionary(sections.file)
    try dictionary.visit { (term, _) in visited.append(term) }
    #expect(visited == vocabulary.terms)
    for term in vocabulary.terms {
      try Self.expect(dictionary, term, vocabulary)
      try Self.expect(dictionary, term + [0x61], vocabulary)
    }
  }

  /// A walk begins at the term that is asked for or the next, and goes on over blocks for as long as it is wanted.
  @Test func walksBeginWhereTheyAreAskedTo() throws {
    let terms = (0..<200).flatMap { number in ["", "\u{1}\u{2}", "x"].map { "t\(number)\($0)" } }
    let vocabulary = Vocabulary(terms)
    let sections = try vocabulary.file()
    let dictionary = try TermDictionary(sections.file)
    let next = vocabulary.terms.map { $0 + [0] }
    for start in vocabulary.terms + next + vocabulary.terms.map({ $0.dropLast() }) {
      var visited: [[UInt8]] = []
      try dictionary.visit(from: start) { term in
        visited.append(term)
        return visited.count < 70
      }
      let expected = vocabulary.terms.filter { !$0.lexicographicallyPrecedes(start) }.prefix(70)
      #expect(visited == Array(expected), "\(start)")
    }
  }

  /// The numbers around which a list's code grows.
  @Test func listsOfAllSizesRoundTrip() throws {
    let sizes = [0, 1, 31, 32, 63, 64, 127, 128, 1 << 14, 1 << 40]
    var entries: [TermEntry] = []
    var (postings, positions) = (1 << 35, 1)
    for frequency in [1, 2, 16, 17, 127, 128, 32_767, 32_768, 32_769, 1 << 20, .max] {
      for size in sizes {
        entries.append(
          TermEntry(
            documentFrequency: frequency, postings: postings..<postings + size,
            positions: positions..<positions + size / 2))
        (postings, positions) = (postings + size, positions + size / 2)
      }
    }
    let terms = entries.indices.map { "t\($0 + 1000)" }
    let vocabulary = Vocabulary(terms, entries: entries)
    let sections = try vocabulary.file()
    let dictionary = try TermDictionary(sections.file)
    for term in vocabulary.terms { try Self.expect(dictionary, term, vocabulary) }
  }

  /// What `IndexFormat` draws.
  @Test func theExampleHasTheseBytes() throws {
    let entries = [0, 1].map {
      TermEntry(documentFrequency: 1, postings: 2 * $0..<2 * $0 + 2, positions: $0..<$0 + 1)
    }
    let sections = try Vocabulary(["car", "cart"], entries: entries).file()
    let terms = sections.file.bytes(.terms)
    let index = sections.file.bytes(.termBlocks)
    #expect(Self.array(terms) == [6, 3, 0x63, 0x61, 0x72, 0x40, 0xC7, 0, 0, 0x81, 0, 0x81, 0])
    let eight = [UInt8](repeating: 0, count: 7)
    #expect(Self.array(index) == [2] + eight + [0] + eight + [0x63, 0x61, 0x72, 0, 0, 0, 0, 0] + [13] + eight)
  }

  private static func array(_ bytes: Span<UInt8>) -> [UInt8] { bytes.indices.map { bytes[$0] } }

  @Test func aCountThatNoBlocksHoldIsReported() throws {
    let table: [UInt8] = [33, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: 0, count: 24)
    let sections = try SectionFile(documents: 1, from: .termBlocks, to: .termBlocks) { file throws(IndexError) in
      try file.append(.termBlocks, table)
    }
    #expect(throws: FormatError(expected: "at most 32 terms in 1 blocks", found: "33")) {
      _ = try TermDictionary(sections.file).count
    }
  }
}
