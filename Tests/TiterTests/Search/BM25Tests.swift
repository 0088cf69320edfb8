import Testing
import Titer

@Suite struct BM25Tests {
  // By hand: ln(1 + (10 − 3 + 0.5) / (3 + 0.5)) = ln(11 / 3.5) = 1.1451323.
  @Test func aWeightIsTheDocumentedFormulas() {
    let scoring = BM25(documents: 10, tokens: 100)
    #expect(abs(scoring.weight(documentFrequency: 3, count: 1) - 1.145_132_3) < 1e-6)
    #expect(abs(scoring.weight(documentFrequency: 3, count: 2) - 2.290_264_6) < 1e-6)
  }

  // By hand, of the average length 10: 2 / (2 + 0.9 · (0.6 + 0.4 · 20 / 10)) = 2 / 3.26; of length 10: 2 / 2.9.
  @Test func aPartIsTheDocumentedFormulas() {
    let scoring = BM25(documents: 10, tokens: 100)
    #expect(abs(scoring.part(weight: 1, frequency: 2, length: 20) - 0.613_496_9) < 1e-6)
    #expect(abs(scoring.part(weight: 3, frequency: 2, length: 10) - 2.068_965_5) < 1e-6)
  }

  // A score above 0 is how the engine tells that a document matches.
  @Test func aTermThatAllDocumentsHoldStillCounts() {
    let scoring = BM25(documents: 100_000_000, tokens: 100_000_000)
    let weight = scoring.weight(documentFrequency: 100_000_000, count: 1)
    #expect(weight > 0)
    #expect(scoring.part(weight: weight, frequency: 1, length: 100_000) > 0)
  }

  @Test func anEmptyCollectionGivesNumbers() {
    let scoring = BM25(documents: 0, tokens: 0)
    #expect(scoring.weight(documentFrequency: 0, count: 1).isFinite)
    #expect(scoring.part(weight: 1, frequency: 1, length: 1) == 0)
  }
}
