package import Titer

/// Random occurrences of a term.
package struct RandomOccurrences {
  /// What all choices are drawn from.
  package var random: SeededGenerator

  /// Occurrences that repeat themselves from their seed.
  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A term of about `density` of `documents` documents, at least one, whose gaps between positions are below `gap`.
  package mutating func term(documents: Int, density: Double, gap: UInt32) -> TermOccurrences {
    var term = TermOccurrences()
    let last = Int.random(in: 0..<documents, using: &random)
    for document in 0..<documents where document == last || Double.random(in: 0..<1, using: &random) < density {
      let counts = counts()
      term.documents.append(UInt32(document))
      term.counts.append(counts)
      var position: UInt32 = 0
      for _ in 0..<counts.total {
        position += .random(in: 0..<gap, using: &random)
        term.positions.append(position)
      }
    }
    return term
  }

  /// Mostly counts of a short code, else of any code, and now and then more than a code can tell.
  private mutating func counts() -> FieldCounts {
    let chance = Int.random(in: 0..<100, using: &random)
    if chance < 75 {
      return FieldCounts(code: FieldCounts.shortCodes[Int.random(in: 0..<3, using: &random)])
    }
    let most: [UInt32] = chance < 96 ? [3, 15, 2] : [6, 30, 5]
    let counts = FieldCounts(
      title: .random(in: 0...most[0], using: &random), abstract: .random(in: 0...most[1], using: &random),
      keywords: .random(in: 0...most[2], using: &random))
    return counts.total > 0 ? counts : FieldCounts(keywords: 1)
  }
}
