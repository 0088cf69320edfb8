import Titer

/// What the kernels must say of valid terms, by plain loops.
struct KernelModel {
  let question: KernelFindings.Question

  /// The sums of bounds by block.
  var sums: [UInt16] {
    var sums = [UInt16](repeating: 0, count: 256)
    for (term, weight) in zip(question.terms, question.weights) {
      for pair in term.pairs { sums[pair.block] &+= weight &* UInt16(pair.bound) }
    }
    return sums
  }

  /// By group of 64 blocks, those whose sums are at least `low`.
  var selected: [UInt64] {
    (0..<4).map { group in
      (0..<64).reduce(0) { $0 | (sums[64 * group + $1] >= question.low ? 1 << UInt64($1) : 0) }
    }
  }

  /// By group of 64 blocks, the greatest sum.
  var greatest: [UInt16] { (0..<4).map { sums[64 * $0..<64 * $0 + 64].max() ?? 0 } }

  /// The blocks whose sums are at least `low`.
  var listed: [UInt8] { (0...255).filter { sums[Int($0)] >= question.low } }

  /// The sums of the blocks that hold the first term.
  var kept: [UInt16] { (0..<256).map { question.terms[0].pair(in: $0) == nil ? 0 : sums[$0] } }

  /// By term, which blocks hold it.
  var presence: [[UInt64]] {
    question.terms.map { term in
      var words: [UInt64] = [0, 0, 0, 0]
      for pair in term.pairs { words[pair.block / 64] |= 1 << UInt64(pair.block % 64) }
      return words
    }
  }

  /// By term, the lanes of each block.
  var expanded: [[UInt64]] {
    question.terms.map { term in (0..<256).map { term.pair(in: $0)?.mask ?? 0 } }
  }

  /// By term and texts, the lanes of each block that have a code with one of their bits.
  var expandedTexts: [[UInt64]] {
    question.terms.flatMap { term in KernelFindings.texts.map { Self.lanes(of: term, in: $0) } }
  }

  private static func lanes(of term: KernelTerm, in texts: UInt8) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: 256)
    for pair in term.pairs {
      for (lane, code) in pair.lanes where code & texts != 0 { masks[pair.block] |= 1 << UInt64(lane) }
    }
    return masks
  }

  /// By term and texts, whether no counts are exceptions, of which there are none.
  var areSound: [Bool] {
    question.terms.flatMap { term in
      let isSound = term.pairs.allSatisfy { $0.lanes.allSatisfy { $0.code > 0 } }
      return KernelFindings.texts.map { _ in isSound }
    }
  }

  /// The terms of a block, their masks, and their codes twice.
  func block(_ block: UInt8) -> (terms: [Int], masks: [UInt64], codes: [[UInt8]]) {
    let held = question.terms.indices.filter { question.terms[$0].pair(in: Int(block)) != nil }
    let pairs = held.compactMap { question.terms[$0].pair(in: Int(block)) }
    return (held, pairs.map(\.mask), pairs.map { $0.lanes.map(\.code) + $0.lanes.map(\.code) })
  }

  /// The lanes of a block whose sums, none of whose parts or sums exceeds `most`, are at least `threshold`.
  func lanes(_ block: UInt8, threshold: UInt32, most: UInt64) -> UInt64 {
    var sums = [UInt64](repeating: 0, count: 64)
    for term in question.terms {
      guard let pair = term.pair(in: Int(block)) else { continue }
      let part = (UInt64(pair.bound) * UInt64(term.scale) + 65_535) / 65_536
      for (lane, _) in pair.lanes { sums[lane] = min(most, sums[lane] + min(most, part)) }
    }
    return sums.indices.reduce(0) { $0 | (sums[$1] >= threshold ? 1 << UInt64($1) : 0) }
  }

  /// By lane of a block its score; `nil` where a document's counts are exceptions.
  func scores(_ block: UInt8) -> [Float]? {
    let scoring = BM25(documents: 1_000, tokens: 150_000)
    var scores = [Float](repeating: 0, count: 64)
    for (number, term) in question.terms.enumerated() where KernelFindings.weight(number) > 0 {
      for (lane, code) in term.pair(in: Int(block))?.lanes ?? [] {
        guard code > 0 else { return nil }
        scores[lane] += scoring.part(
          weight: KernelFindings.weight(number), frequency: Float(FieldCounts(code: code).total),
          length: UInt32(KernelFindings.length(lane)))
      }
    }
    return scores
  }
}
