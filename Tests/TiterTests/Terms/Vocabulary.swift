import TestSupport
import Titer

/// Terms in order with an entry each that no other has: what a dictionary is compared with.
struct Vocabulary {
  let terms: [[UInt8]]
  let entries: [TermEntry]

  /// The terms of `strings`, each once, in order; entries of small and of large lists, if none are given.
  init(_ strings: [String], entries: [TermEntry]? = nil) {
    terms = Set(strings.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
    self.entries = entries ?? Self.entries(terms.count)
  }

  /// At most `count` random terms; short ones for models that take exponential time.
  init(random: inout SeededGenerator, count: Int, short: Bool = false) {
    let terms = (0..<count).map { _ in Self.randomTerm(&random) }
    self.init(short ? terms.filter { $0.utf8.count < 20 } : terms)
  }

  private static func entries(_ count: Int) -> [TermEntry] {
    var (postings, positions) = (3, 5)
    return (0..<count).map { number in
      let sizes = (number % 7 == 0 ? 40 * number : number % 9, number % 300)
      defer { (postings, positions) = (postings + sizes.0, positions + sizes.1) }
      return TermEntry(
        documentFrequency: number % 3 == 0 ? 1 : number + 1, postings: postings..<postings + sizes.0,
        positions: positions..<positions + sizes.1)
    }
  }

  /// A term of few characters, so that terms are often alike and prefixes of each other; rarely one of 255 bytes.
  static func randomTerm(_ random: inout SeededGenerator) -> String {
    let characters = ["a", "a", "b", "c", "é", "日", "𝒳"]
    let start = ["", "", "", "abcabcab", "abcabcabcabcabcab"][Int.random(in: 0..<5, using: &random)]
    let length = Int.random(in: 0...60, using: &random) == 0 ? 255 - start.utf8.count : 0
    let rest = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      characters[Int.random(in: 0..<characters.count, using: &random)]
    }
    return start + (length > 0 ? String(repeating: "a", count: length) : rest.joined())
  }

  /// A dictionary's file with the terms.
  func file() throws -> SectionFile {
    var writer = TermDictionaryWriter()
    for (term, entry) in zip(terms, entries) { writer.append(term, entry) }
    return try SectionFile(documents: 1, from: .terms, to: .termBlocks) { file throws(IndexError) in
      try writer.write(to: &file)
    }
  }

  /// The entry of a term, by comparison with all.
  func entry(of term: [UInt8]) -> TermEntry? { terms.firstIndex(of: term).map { entries[$0] } }

  /// The terms that `distance` gives a number.
  func matches(_ distance: (String) -> Int?) -> [TermMatch] {
    zip(terms, entries).compactMap { term, entry in
      distance(String(decoding: term, as: UTF8.self)).map { TermMatch(term: term, entry: entry, distance: $0) }
    }
  }
}
