import TestSupport
import Testing
import Titer

@Suite struct DocumentOrderTests {
  @Test(arguments: [UInt64(1), 2, 3]) func isPermutation(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let termCount = Int.random(in: 1...300, using: &random)
      let documents = Int.random(in: 0...600, using: &random)
      let forward = Self.documents(documents, termCount: termCount, using: &random)
      let settings = Self.settings(blockSize: Int.random(in: 1...70, using: &random))
      let order = DocumentOrder.bisected(forward, termCount: termCount, threads: 1, settings: settings)
      #expect(order.sorted() == Array(0..<UInt32(documents)), "seed \(seed)")
    }
  }

  // Up to 4 documents of any of 3 terms, in blocks of 1 to 3.
  @Test func isPermutationOfAllSmallInputs() {
    for documents in 0...4 {
      for bits in 0..<(1 << (3 * documents)) {
        var forward = ForwardIndex()
        for document in 0..<documents {
          forward.append((0..<3).filter { (bits >> (3 * document + $0)) & 1 == 1 }.map(UInt32.init))
        }
        let settings = Self.settings(blockSize: 1 + bits % 3)
        let order = DocumentOrder.bisected(forward, termCount: 3, threads: 1, settings: settings)
        guard order.sorted() == Array(0..<UInt32(documents)) else {
          Issue.record("\(order) is no permutation, of documents \(documents), terms \(bits)")
          return
        }
      }
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000]) func keepsOrderOfDocumentsWithoutTerms(documents: Int) {
    var forward = ForwardIndex()
    for _ in 0..<documents { forward.append([]) }
    let order = DocumentOrder.bisected(forward, termCount: 0, threads: 2)
    #expect(order == Array(0..<UInt32(documents)))
  }

  // Terms get numbers below 65,535 only: of these 70,010 the commonest do, which half of the documents hold.
  @Test func countsCommonestTerms() {
    let holders = Set((0..<128).filter { $0 % 4 == 1 || ($0 >= 64 && $0 % 4 > 1) })
    var forward = ForwardIndex()
    for document in 0..<128 {
      let rare = document % 32 == 0 ? UInt32(0)..<70_000 : 0..<0
      forward.append(holders.contains(document) ? 70_000..<70_010 : rare)
    }
    let order = DocumentOrder.bisected(
      forward, termCount: 70_010, threads: 1, settings: Self.settings(blockSize: 64))
    #expect(Set(order.suffix(64).map(Int.init)) == holders)
    #expect(order.sorted() == Array(0..<128))
  }

  @Test(arguments: [UInt64(1), 2]) func isSameForAnyThreads(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let clustered = Clusters(count: 20, documents: 3000, using: &random)
    let orders = [1, 2, 3, 8].map {
      DocumentOrder.bisected(
        clustered.forward, termCount: Clusters.termCount, threads: $0, settings: Self.settings(blockSize: 64))
    }
    #expect(orders.allSatisfy { $0 == orders[0] }, "seed \(seed)")
  }

  // By chance, 1 document in 16 lies before one of its own cluster.
  @Test(arguments: [UInt64(1), 2, 3]) func findsClusters(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let clustered = Clusters(count: 16, documents: 16 * 128, using: &random)
    let settings = Self.settings(blockSize: 64)
    let order = DocumentOrder.bisected(
      clustered.forward, termCount: Clusters.termCount, threads: 1, settings: settings)
    let shuffled = Array(0..<UInt32(order.count))
    let before = clustered.neighbours(shuffled)
    let after = clustered.neighbours(order)
    #expect(before < order.count / 12, "seed \(seed)")
    #expect(after > 9 * order.count / 10, "seed \(seed)")
    #expect(2.5 * clustered.pairs(order, blockSize: 64) < clustered.pairs(shuffled, blockSize: 64), "seed \(seed)")
  }

  private static func settings(blockSize: Int) -> DocumentOrder.Settings {
    var settings = DocumentOrder.Settings()
    settings.minimumFrequency = 1
    settings.maximumShare = 1
    settings.blockSize = blockSize
    return settings
  }

  private static func documents(
    _ count: Int, termCount: Int, using random: inout SeededGenerator
  ) -> ForwardIndex {
    var forward = ForwardIndex()
    for _ in 0..<count {
      let length = Int.random(in: 0...20, using: &random)
      forward.append(Set((0..<length).map { _ in UInt32.random(in: 0..<UInt32(termCount), using: &random) }))
    }
    return forward
  }
}

/// Documents of planted clusters, shuffled: 10 terms from 40 of the cluster's own, and 5 from 100 that all share.
private struct Clusters {
  static let termCount = 1000
  private(set) var forward = ForwardIndex()
  private var clusters: [Int]

  init(count: Int, documents: Int, using random: inout SeededGenerator) {
    clusters = (0..<documents).map { $0 % count }
    clusters.shuffle(using: &random)
    for cluster in clusters {
      let own = Self.terms(10, from: 100 + 40 * cluster, count: 40, using: &random)
      forward.append(own + Self.terms(5, from: 0, count: 100, using: &random))
    }
  }

  private static func terms(
    _ number: Int, from first: Int, count: Int, using random: inout SeededGenerator
  ) -> [UInt32] {
    (first..<first + count).shuffled(using: &random).prefix(number).map(UInt32.init)
  }

  /// How many documents lie before one of their own cluster.
  func neighbours(_ order: [UInt32]) -> Int {
    zip(order, order.dropFirst()).count { clusters[Int($0)] == clusters[Int($1)] }
  }

  /// How many different pairs there are of a term and a block that it is in.
  func pairs(_ order: [UInt32], blockSize: Int) -> Double {
    var pairs: Set<Int> = []
    for (position, document) in order.enumerated() {
      for index in forward.starts[Int(document)]..<forward.starts[Int(document) + 1] {
        pairs.insert(position / blockSize * Self.termCount + Int(forward.terms[index]))
      }
    }
    return Double(pairs.count)
  }
}
