internal import CLanes

/// By block of a segment, a bound of the scores there: the sum of its terms' weighted best parts, as 16-bit integers rounded up.
@safe struct BlockBounds: ~Copyable {
  /// The blocks of a superblock whose bounds are looked at together when the first ones are chosen.
  private static let group = 64

  private let cursors: UnsafeMutablePointer<lanes_cursor>
  private let termCount: Int
  private let superblocks: Int
  // Per term, what a bound of 1 counts in sums.
  private let weights: UnsafeMutablePointer<UInt16>
  /// A score of 1 in sums.
  private let perScore: Double
  private let sums: UnsafeMutablePointer<UInt16>
  /// By superblock the greatest sum that a block has at first, 0 where none is of use.
  private let most: UnsafeMutablePointer<UInt16>
  private var groupMost: [UInt16] = []

  /// Bounds of the terms of `query`, to be added up.
  init(_ query: SegmentQuery) {
    let terms = query.terms.terms
    termCount = terms.count
    superblocks = query.terms.superblocks
    unsafe cursors = query.terms.cursors
    var (total, bests) = (0.0, 0.0)
    for term in terms {
      let best = Double(term.list?.best ?? term.postings.best)
      total += best * Double(term.unit)
      bests += best
    }
    perScore = total > 0 ? max(0, 65_000 - bests) / total : 1
    unsafe weights = .allocate(capacity: termCount + 1)
    for (index, term) in terms.enumerated() {
      // At least 1: a document whose terms add nothing answers too.
      unsafe weights[index] = UInt16(max(1, min((Double(term.unit) * perScore).rounded(.up), 65_535)))
    }
    unsafe most = .allocate(capacity: superblocks + 1)
    unsafe most.initialize(repeating: 0, count: superblocks + 1)
    unsafe sums = .allocate(capacity: (superblocks + 1) * PostingsFormat.blocks)
  }

  deinit {
    unsafe weights.deallocate()
    unsafe most.deallocate()
    unsafe sums.deallocate()
  }

  /// The least sum of a block that can hold a document of score `score`.
  func least(reaching score: Float) -> Int { max(1, Int(Double(score) * perScore * 0.9999)) }

  /// Whether the best parts of the terms in a superblock come to `least` or more.
  func reaches(_ least: Int, superblock: Int) -> Bool {
    let cursors = unsafe cursors + superblock * termCount
    var sum: UInt32 = 0
    for term in 0..<termCount { sum += unsafe UInt32(weights[term]) * cursors[term].best }
    return sum >= least
  }

  /// Adds up the bounds of the first `blocks` blocks of a superblock, and leaves 0 where `possible` has no block.
  mutating func add(superblock: Int, blocks: Int, possible: BlockSet?) {
    let cursors = unsafe cursors + superblock * termCount
    let sums = unsafe sums + superblock * PostingsFormat.blocks
    unsafe sums.initialize(repeating: 0, count: PostingsFormat.blocks)
    for term in 0..<termCount where unsafe cursors[term].pairs > 0 {
      unsafe lanes_add_bounds(sums, cursors[term].bounds, cursors[term].pairs, weights[term])
    }
    unsafe possible?.clearOthers(sums)
    // Damaged bytes may name blocks behind the last.
    for block in blocks..<max(blocks, PostingsFormat.blocks) { unsafe sums[block] = 0 }
    var greatest: UInt16 = 0
    for first in stride(from: 0, to: PostingsFormat.blocks, by: Self.group) {
      let sum = unsafe lanes_greatest(sums + first)
      if sum > 0 { groupMost.append(sum) }
      greatest = max(greatest, sum)
    }
    unsafe most[superblock] = greatest
  }

  /// A sum that about as many blocks as `wanted` reach, or more; 1 where there are fewer.
  func tier(_ wanted: Int) -> Int {
    wanted > groupMost.count / 4 ? tierOfSample(wanted) : tierOfGroups(wanted)
  }

  /// A sum that `wanted` groups of blocks reach.
  private func tierOfGroups(_ wanted: Int) -> Int {
    var greatest = groupMost
    unsafe greatest.withUnsafeMutableBufferPointer { unsafe TopKeys.partition($0, greatest: wanted) }
    return Int(greatest[wanted - 1])
  }

  /// A sum that `wanted` blocks reach, if the others are like every fourth.
  private func tierOfSample(_ wanted: Int) -> Int {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { counts in
      unsafe counts.initialize(repeating: 0)
      for superblock in 0..<superblocks where unsafe most[superblock] > 0 {
        let sums = unsafe sums + superblock * PostingsFormat.blocks
        for block in stride(from: 0, to: PostingsFormat.blocks, by: 4) { unsafe counts[Int(sums[block] >> 8)] += 4 }
      }
      var (count, tier) = (0, 255)
      while tier > 0 {
        count += Int(unsafe counts[tier])
        if count >= wanted { break }
        tier -= 1
      }
      return max(1, tier << 8)
    }
  }

  /// Lists the blocks of a superblock whose sums are at least `low`, ascending, and returns how many there are.
  func list(_ superblock: Int, from low: Int, into blocks: UnsafeMutablePointer<UInt8>) -> Int {
    guard unsafe Int(most[superblock]) >= low else { return 0 }
    return Int(unsafe lanes_list(sums + superblock * PostingsFormat.blocks, UInt16(low), blocks))
  }

  /// Takes a block out, whose place in its superblock is given, and returns its sum.
  func take(_ superblock: Int, _ block: UInt8) -> Int {
    let place = unsafe sums + (superblock * PostingsFormat.blocks + Int(block))
    defer { unsafe place.pointee = 0 }
    return Int(unsafe place.pointee)
  }
}
