import TestSupport
import Testing
import Titer

@Suite struct TermDictionaryTests {
  /// Terms with an entry each that no other has.
  private static func entries(_ terms: [String]) -> [(term: [UInt8], entry: TermEntry)] {
    var (postings, positions) = (3, 5)
    return terms.enumerated().map { number, term in
      let entry = TermEntry(
        documentFrequency: number + 1, postings: postings..<postings + number % 7,
        positions: positions..<positions + number % 300)
      (postings, positions) = (entry.postings.upperBound, entry.positions.upperBound)
      return (Array(term.utf8), entry)
    }
  }

  private static func file(_ entries: [(term: [UInt8], entry: TermEntry)]) throws -> SectionFile {
    var writer = TermDictionaryWriter()
    for (term, entry) in entries { writer.append(term, entry) }
    return try SectionFile(documents: 1, from: .terms, to: .termBlocks) { file throws(IndexError) in
      try writer.write(to: &file)
    }
  }

  private static func sorted(_ terms: some Sequence<String>) -> [String] {
    terms.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  // Blocks hold 32 terms.
  @Test(arguments: [0, 1, 31, 32, 33, 64, 65, 1000]) func presentAndAbsentTermsAreToldApart(count: Int) throws {
    let entries = Self.entries(Self.sorted((0..<count).map { "t\($0)" }))
    let sections = try Self.file(entries)
    let dictionary = try TermDictionary(sections.file)
    let found = dictionary.count
    #expect(found == count)
    for (term, entry) in entries {
      let present = try dictionary.entry(of: term)
      #expect(present == entry)
      for other in [term + [0], Array(term.dropLast()) + [term[term.count - 1] + 20], Array(term.dropLast())] {
        let absent = try dictionary.entry(of: other)
        #expect(absent == entries.first { $0.term == other }?.entry)
      }
    }
    for other in ["", "a", "z", "t", "\u{10FFFF}"] {
      let absent = try dictionary.entry(of: Array(other.utf8))
      #expect(absent == nil, "“\(other)”")
    }
  }

  @Test func longSharedPrefixesAndNonASCIIRoundTrip() throws {
    let prefix = String(repeating: "prefix", count: 500)
    let terms = Self.sorted((0..<100).map { prefix + String(repeating: "x", count: $0) } + ["é", "e\u{301}", "日本", ""])
    let entries = Self.entries(terms)
    let sections = try Self.file(entries)
    var visited: [(term: [UInt8], entry: TermEntry)] = []
    try TermDictionary(sections.file).visit { visited.append(($0, $1)) }
    #expect(visited.map(\.term) == entries.map(\.term))
    #expect(visited.map(\.entry) == entries.map(\.entry))
  }

  @Test func aCountThatNoBlocksHoldIsReported() throws {
    let table: [UInt8] = [33, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: 0, count: 16)
    let sections = try SectionFile(documents: 1, from: .termBlocks, to: .termBlocks) { file throws(IndexError) in
      try file.append(.termBlocks, table)
    }
    #expect(throws: FormatError(expected: "at most 32 terms", found: "33")) {
      _ = try TermDictionary(sections.file).count
    }
  }
}
