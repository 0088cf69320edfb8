import TestSupport
import Testing
import Titer

/// Portable and wide kernels say the same of any bytes, and what plain loops say of valid ones.
@Suite struct KernelTests {
  private static func question(_ terms: [KernelTerm], _ random: inout SeededGenerator) -> KernelFindings.Question {
    KernelFindings.Question(
      terms: terms,
      weights: terms.map { _ in .random(in: 0...(.max), using: &random) >> UInt16.random(in: 0...12, using: &random) },
      blocks: (0..<8).map { _ in .random(in: 0...255, using: &random) }, low: .random(in: 0...(.max), using: &random),
      narrow: Bool.random(using: &random) ? 200 : .random(in: 1...255, using: &random),
      wide: Bool.random(using: &random) ? 20_000 : .random(in: 1...65_535, using: &random))
  }

  private static func validTerms(_ random: inout SeededGenerator) -> [KernelTerm] {
    (0..<Int.random(in: 1...20, using: &random)).map { _ in
      KernelTerm(blocks: [1, 20, 33, 100, 1500][Int.random(in: 0..<5, using: &random)], &random)
    }
  }

  private static func findings(_ question: KernelFindings.Question, portable: Bool) -> KernelFindings {
    Kernels.using(portable: portable) { KernelFindings(question) }
  }

  @Test(arguments: 0..<TestCases.count(usual: 150)) func validBytesAreReadAsWritten(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let question = Self.question(Self.validTerms(&random), &random)
    let (portable, wide) = (Self.findings(question, portable: true), Self.findings(question, portable: false))
    #expect(portable == wide, "seed \(seed)")
    let model = KernelModel(question: question)
    #expect(portable.sums == model.sums, "seed \(seed)")
    #expect(portable.selected == model.selected, "seed \(seed)")
    #expect(portable.greatest == model.greatest, "seed \(seed)")
    #expect(portable.presence == model.presence, "seed \(seed)")
    #expect(portable.expanded == model.expanded, "seed \(seed)")
    #expect(portable.expandedTexts == model.expandedTexts, "seed \(seed)")
    #expect(portable.areSound == model.areSound, "seed \(seed)")
    #expect(portable.listed == model.listed, "seed \(seed)")
    #expect(portable.kept == model.kept, "seed \(seed)")
    for (block, found) in zip(question.blocks, portable.blocks) { Self.compare(block, found, model, "seed \(seed)") }
  }

  private static func compare(
    _ block: UInt8, _ found: KernelFindings.Block, _ model: KernelModel, _ comment: Comment
  ) {
    let expected = model.block(block)
    #expect(found.terms == expected.terms, comment)
    #expect(Array(found.masks.prefix(expected.masks.count)) == expected.masks, comment)
    #expect(found.union == expected.masks.reduce(0, |), comment)
    #expect(found.codes == expected.codes, comment)
    let scores = model.scores(block)
    #expect(found.isScored == (scores != nil), comment)
    if let scores {
      #expect(found.scores == scores.map(\.bitPattern), comment)
      #expect(
        found.reaching == scores.indices.reduce(0 as UInt64) { $0 | (scores[$1] >= 2 ? 1 << UInt64($1) : 0) }, comment)
    }
    #expect(found.lanes[0] == model.lanes(block, threshold: model.question.narrow, most: 255), comment)
    #expect(found.lanes[1] == model.lanes(block, threshold: model.question.wide, most: 65_535), comment)
  }

  @Test(arguments: 0..<TestCases.count(usual: 150)) func randomBytesAreReadAlike(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let terms = (0..<Int.random(in: 1...20, using: &random)).map { _ in KernelTerm(garbage: &random) }
    let question = Self.question(terms, &random)
    let (portable, wide) = (Self.findings(question, portable: true), Self.findings(question, portable: false))
    #expect(portable == wide, "seed \(seed)")
  }

  @Test(arguments: 0..<TestCases.count(usual: 100)) func damagedBytesAreReadAlike(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var terms = Self.validTerms(&random)
    for index in terms.indices where !terms[index].payload.isEmpty {
      for _ in 0..<3 {
        let place = Int.random(in: 0..<terms[index].payload.count, using: &random)
        terms[index].payload[place] = .random(in: 0...255, using: &random)
      }
      let place = Int.random(in: 0..<terms[index].bounds.count, using: &random)
      terms[index].bounds[place] = .random(in: 0...255, using: &random)
    }
    let question = Self.question(terms, &random)
    let (portable, wide) = (Self.findings(question, portable: true), Self.findings(question, portable: false))
    #expect(portable == wide, "seed \(seed)")
  }
}
