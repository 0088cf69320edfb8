import Glibc
public import Titer

/// Random documents and queries, full of what is rare in real ones.
///
/// The vocabulary is small and drawn by Zipf's law, so that equal documents, tied scores and repeated words are common.
public struct RandomCorpus {
  /// What all choices are drawn from.
  public var random: SeededGenerator
  private var last: Document?
  private let vocabulary: [String]

  // Words that analyzers stem, drop, fold or split, and one longer than any buffer expects.
  private static let rareWords =
    [
      "cells", "lupus", "the", "therapy", "T", "of", "car", "naïve", "CELLS", "trial", "日本", "β-blocker", "x",
      "cell", "mg/kg", "Ärzte", "A\u{308}rzte", "5-HT", "and", "trials", "don't", "🧬", "diabetes", "re-uptake",
      "mellitus", "\u{200B}", "insulin", "COVID-19", "p<0.05", "therapies", "Straße", "o'neill",
    ] + [String(repeating: "very", count: 1200)]

  private static let ids =
    (1...24).map { "\($0)" }
    + ["é", "e\u{301}", "10.1000/x(1)", "PMID:1", "\u{0}", " ", "日本", "ÿ", "z", String(repeating: "i", count: 65_535)]

  /// A corpus that repeats itself from its seed, of words that analyzers stem, drop, fold or split, or of `words`.
  public init(seed: UInt64, words: [String]? = nil) {
    random = SeededGenerator(seed: seed)
    vocabulary = words ?? Self.rareWords
  }

  /// One of about thirty identifiers: digits, prefixes of each other, canonically equal pairs, the longest there may be.
  public mutating func id() -> String { pick(Self.ids) }

  /// The next document; about one in eight repeats the texts of the one before.
  public mutating func document() -> Document {
    if var copy = last, one(in: 8) {
      copy.id = id()
      return copy
    }
    let document = Document(
      id: id(), title: text(upTo: 6), abstract: text(upTo: one(in: 10) ? 120 : 20),
      keywords: (0..<below(4)).map { _ in text(upTo: 3) }, year: one(in: 5) ? nil : 1997 + below(5),
      values: (0..<below(3)).map { _ in Document.Value(.author, author()) }, stored: bytes())
    last = document
    return document
  }

  /// The next of many short documents, whose identifiers are numbers in no order; one in four repeats the one before.
  public mutating func shortDocument(_ number: Int) -> Document {
    let id = "\((number &* 7919) % 1_000_003)"
    if var copy = last, one(in: 4) {
      copy.id = id
      return copy
    }
    // A few hold words more often than a code of counts can tell.
    let longest = one(in: 50) ? 60 : 8
    let document = Document(
      id: id, title: text(upTo: longest / 2), abstract: text(upTo: longest),
      keywords: (0..<below(3)).map { _ in text(upTo: longest / 4) }, year: one(in: 5) ? nil : 1997 + below(5),
      values: (0..<below(3)).map { _ in Document.Value(.author, author()) })
    last = document
    return document
  }

  /// A whole number from 0 to `bound` - 1.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// Whether a chance of one in `count` came true.
  public mutating func one(in count: Int) -> Bool { below(count) == 0 }

  /// Up to `count` words, none as likely as any other number.
  public mutating func text(upTo count: Int) -> String {
    (0..<below(count + 1)).map { _ in word() }.joined(separator: one(in: 9) ? "  " : " ")
  }

  /// So many words.
  mutating func text(of count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }

  /// Up to four neighbouring words of the last document, or any.
  mutating func phrase() -> String {
    guard let last, one(in: 2) else { return text(upTo: 3) }
    let words = last.abstract.split(separator: " ").map(String.init)
    let start = below(words.count + 1)
    return words[start..<min(words.count, start + 1 + below(4))].joined(separator: " ")
  }

  private mutating func word() -> String {
    if one(in: 200) { return "unique\(below(1000))" }
    let rank = exp(Double.random(in: 0..<1, using: &random) * log(Double(vocabulary.count + 1)))
    return vocabulary[min(Int(rank), vocabulary.count) - 1]
  }

  private mutating func bytes() -> [UInt8] {
    let size = [0, 1, 20, 20, 200, 200, 200, 3000][below(8)]
    let random = (0..<size).map { _ in UInt8(truncatingIfNeeded: below(256)) }
    return one(in: 60) ? Array(repeating: UInt8(below(256)), count: 100_000) + random : random
  }

  private mutating func pick(_ values: [String]) -> String { values[below(values.count)] }
}
