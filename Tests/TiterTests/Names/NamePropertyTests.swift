import TestSupport
import Testing
import Titer

/// Random texts full of names, in one segment or several, merged or not.
@Suite struct NamePropertyTests {
  private static let budgets = [0, 20_000, 1 << 30]

  /// Words rank as the oracle says, to the bit.
  @Test(arguments: 0..<12) func wordsRankAsTheOracleSays(seed: Int) throws {
    var (random, texts) = Self.texts(seed)
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, memoryBudget: Self.budgets[seed % Self.budgets.count])
    var oracle = Oracle(chain: .biomedical)
    for (number, text) in texts.enumerated() {
      let document = Document(id: "\(number)", title: text, abstract: texts[(number * 7) % texts.count])
      try writer.add(document)
      oracle.add(document)
    }
    for number in 0..<5 {
      try writer.delete(id: "\(number * 3)")
      oracle.delete(id: "\(number * 3)")
    }
    try writer.commit()
    let index = try Index(path: folder.path)
    #expect(try Comparison.difference(index, oracle) == nil, "seed \(seed)")
    for _ in 0..<40 {
      let query = Query([.words(RandomNames.part(of: texts.randomElement(using: &random) ?? "", &random))])
      let difference = try Comparison.difference(index, oracle, query)
      #expect(difference == nil, "seed \(seed)")
    }
  }

  /// A phrase finds the texts in which it is highlighted, whether positions are read by blocks or, in one text, one by one.
  @Test(arguments: 0..<12) func aPhraseFindsWhereItIsHighlighted(seed: Int) throws {
    var (random, texts) = Self.texts(seed)
    let folder = TemporaryFolder()
    var writer = try IndexWriter(path: folder.path, memoryBudget: Self.budgets[seed % Self.budgets.count])
    for (number, text) in texts.enumerated() { try writer.add(Document(id: "\(number)", abstract: text)) }
    try writer.commit()
    let index = try Index(path: folder.path)
    for _ in 0..<40 {
      let part = RandomNames.part(of: texts.randomElement(using: &random) ?? "", &random)
      for clause in [Query.Clause.phrase(part), .exact(part)] {
        let query = Query([clause])
        let found = Set(try index.search(query, limit: texts.count).map(\.id))
        var highlighter = Highlighter(query, chain: .biomedical)
        let highlighted = texts.indices.filter { !highlighter.matches(in: texts[$0]).isEmpty }
        #expect(found == Set(highlighted.map { "\($0)" }), "seed \(seed): \(clause)")
        #expect(try index.count(query) == found.count, "seed \(seed): \(clause)")
        let inText = try index.search(Query([.field(.abstract, clause)]), limit: texts.count).map(\.id)
        #expect(found == Set(inText), "seed \(seed): \(clause)")
      }
    }
  }

  private static func texts(_ seed: Int) -> (SeededGenerator, [String]) {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<60).map { _ in RandomNames.text(&random) }
    return (random, texts)
  }
}

/// Texts of a few names in many spellings.
private enum RandomNames {
  private static let pieces = [
    "IL", "CD", "CAR", "T", "CART", "cart", "beta", "kappaB", "6", "19", "1", "α", "β", "cell", "cells", "tumour",
    "tumors",
    "positive", "type", "II", "I", "phase", "2", "V600E", "10mg", "1alpha", "R", "S", "L1", "PD", "NF", "anti", "the",
    "and", "follow", "up",
  ]
  private static let joiners = [" ", " ", " ", " ", "-", "-", "", "", "/", "+ ", ". ", ", ", "(", ") ", "_", ","]

  static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1..<14, using: &random) {
      text += (pieces.randomElement(using: &random) ?? "") + (joiners.randomElement(using: &random) ?? "")
    }
    return text
  }

  /// Some words of a text, at times written otherwise.
  static func part(of text: String, _ random: inout SeededGenerator) -> String {
    let words = text.split(separator: " ")
    guard !words.isEmpty else { return "cell" }
    let start = Int.random(in: 0..<words.count, using: &random)
    let end = min(start + Int.random(in: 0..<3, using: &random), words.count - 1)
    let part = words[start...end].joined(separator: " ")
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return part.replacing("-", with: "")
    case 1: return part.replacing("-", with: " ")
    default: return part
    }
  }
}
