internal import CLanes

/// Finds the best documents of a segment by bounds: first of superblocks, then of blocks, then of lanes, then by their scores.
///
/// 1. Each term keeps the best part that it has in a superblock and in a block. Their weighted sums bound all scores there, as
///    16-bit integers rounded up.
/// 2. The blocks of the highest sums are looked at first, so that the score that is to be beaten is soon high; then all others whose
///    sums reach it, in order.
/// 3. In a block the terms' bounds are added up by lane, 64 lanes at a time, which leaves a few lanes of hundreds of postings.
/// 4. Those are scored exactly, in the order of the query.
///
/// Nothing that could be among the best is left out: every bound is rounded up, and a bound that equals the score to be
/// beaten is looked at, since a tie is decided by identifiers. The idea of block-max bounds is that of Ding and Suel (SIGIR 2011).
@safe final class BlockSearch {
  private static let batch = 8
  private static let mostNarrowTerms = 12
  /// Terms up to which 16-bit sums are fine enough.
  static let mostTerms = 128

  private let query: SegmentQuery
  private let match: QueryPlan.Match?
  private let ranks: Ranks
  private var top: TopKeys
  private let shared: SharedThreshold
  private let termCount: Int
  private let blocks: Int
  // Per term what a bound of 1 counts in sums.
  private var weights: [UInt16] = []
  // A score of 1 in sums.
  private let perScore: Double
  private let sums: UnsafeMutablePointer<UInt16>
  private var most: [UInt32]
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let slots: UnsafeMutablePointer<UInt32>
  private var batchBlocks: [Int] = []
  private var scaledFor: Float = -1

  /// A search of `query` for the best `limit` documents.
  init(_ query: SegmentQuery, limit: Int, shared: SharedThreshold) throws(FormatError) {
    self.query = query
    self.shared = shared
    match = query.plan.isUnion ? nil : query.plan.match
    ranks = try Ranks(query.segment.file)
    top = TopKeys(limit: limit)
    termCount = query.terms.terms.count
    blocks = (query.segment.documents + PostingsFormat.lanes - 1) / PostingsFormat.lanes
    let bests = query.terms.terms.map { Double($0.list?.best ?? $0.postings.best) }
    let units = query.terms.terms.map { Double($0.unit) }
    let total = zip(bests, units).reduce(0) { $0 + $1.0 * $1.1 }
    perScore = total > 0 ? max(0, 65_000 - bests.reduce(0, +)) / total : 1
    // At least 1: a document whose terms add nothing answers too.
    weights = units.map { [perScore] in UInt16(max(1, min(($0 * perScore).rounded(.up), 65_535))) }
    let superblocks = query.terms.superblocks
    most = Array(repeating: 0, count: superblocks)
    unsafe sums = .allocate(capacity: max(superblocks, 1) * PostingsFormat.blocks)
    unsafe pairs = .allocate(capacity: Self.batch * max(termCount, 1))
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe pairs.deallocate()
    unsafe slots.deallocate()
  }

  /// The keys of the best documents, the best first.
  ///
  /// - Complexity: O(pairs of the terms) for the bounds, and what of the rest they can't exclude.
  func best() throws(FormatError) -> [UInt64] {
    prime()
    addBounds()
    try visit(from: firstTier)
    try visit(from: 1)
    return top.sorted()
  }

  /// The score that must be reached to be of use.
  private var threshold: Float { max(top.score, shared.value) }

  /// The least sum that a block must have to hold a document of use.
  private var least: Int { max(1, Int(Double(threshold) * perScore * 0.9999)) }

  /// Takes the best parts that the index keeps as a first threshold, where they hold: for single terms and whole segments.
  private func prime() {
    guard match == nil, query.segment.deletions.count == 0, query.scoring.isStandard(query.segment.referenceLength)
    else { return }
    for term in query.terms.terms where term.table.fields == .all {
      shared.raise(term.weight * term.postings.part(reachedBy: top.limit) * 0.999)
    }
  }

  /// Sums up the bounds of all blocks whose superblock may be of use.
  private func addBounds() {
    let least = least
    for number in 0..<query.terms.superblocks {
      let cursors = unsafe query.terms.cursors + number * termCount
      var sum: UInt32 = 0
      for term in 0..<termCount { sum += unsafe UInt32(weights[term]) * cursors[term].best * (cursors[term].pairs > 0 ? 1 : 0) }
      guard sum >= least else { continue }
      let sums = unsafe sums + number * PostingsFormat.blocks
      var possible: Blocks256?
      if let match {
        let blocks = unsafe Blocks256(match, cursors, query.placeOf)
        guard !blocks.isEmpty else { continue }
        possible = blocks
      }
      most[number] = sum
      unsafe sums.initialize(repeating: 0, count: PostingsFormat.blocks)
      for term in 0..<termCount where unsafe cursors[term].pairs > 0 {
        unsafe lanes_add_bounds(sums, cursors[term].bounds, cursors[term].pairs, weights[term])
      }
      if let possible { unsafe possible.clearOthers(sums) }
    }
    // Damaged bytes may name blocks behind the last.
    for block in blocks..<max(blocks, query.terms.superblocks * PostingsFormat.blocks) { unsafe sums[block] = 0 }
  }

  /// A sum that about as many blocks reach as hold the best documents.
  private var firstTier: Int {
    var greatest: [UInt16] = []
    for number in most.indices where most[number] > 0 {
      for group in 0..<4 { greatest.append(unsafe lanes_greatest(sums + (number * 256 + group * 64))) }
    }
    let wanted = max(12, top.limit / 8)
    guard greatest.count > wanted else { return 1 }
    unsafe greatest.withUnsafeMutableBufferPointer { unsafe TopKeys.partition($0, greatest: wanted) }
    return Int(greatest[wanted - 1])
  }

  /// Looks at all blocks whose sums are at least `tier` and that were not looked at yet.
  private func visit(from tier: Int) throws(FormatError) {
    for number in most.indices where most[number] > 0 {
      guard Int(most[number]) >= max(tier, least) else { continue }
      for group in 0..<4 {
        let first = number * PostingsFormat.blocks + 64 * group
        let low = max(tier, least)
        guard low <= 65_535 else { return }
        for bit in LaneSequence(unsafe lanes_select(sums + first, UInt16(low))) {
          batchBlocks.append(first + bit)
          if batchBlocks.count == Self.batch { try evaluateBatch(number) }
        }
      }
      if !batchBlocks.isEmpty { try evaluateBatch(number) }
    }
  }

  /// Finds the pairs of a few blocks of a superblock, so that the memory of one is fetched while another is worked on.
  private func evaluateBatch(_ superblock: Int) throws(FormatError) {
    let cursors = unsafe query.terms.cursors + superblock * termCount
    var counts = (0, 0, 0, 0, 0, 0, 0, 0)
    try unsafe withUnsafeMutablePointer(to: &counts) { pointer throws(FormatError) in
      let counts = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Int.self)
      for (index, block) in batchBlocks.enumerated() {
        unsafe counts[index] = Int(
          unsafe lanes_find(cursors, UInt32(termCount), UInt8(block & 255), pairs + index * termCount))
      }
      for index in batchBlocks.indices {
        unsafe lanes_resolve(cursors, pairs + index * termCount, UInt32(counts[index]))
      }
      unsafe scale(cursors)
      for (index, block) in batchBlocks.enumerated() {
        let isOfUse = Int(unsafe sums[block]) >= least
        unsafe sums[block] = 0
        if isOfUse { try unsafe evaluate(block, cursors, pairs + index * termCount, counts[index]) }
      }
    }
    batchBlocks.removeAll(keepingCapacity: true)
  }

  private var isWide: Bool { termCount > Self.mostNarrowTerms }

  /// What the threshold is in lane sums.
  private var laneThreshold: UInt32 { isWide ? 20_000 : 200 }

  /// Sets what the bounds of the terms come to in lane sums.
  private func scale(_ cursors: UnsafeMutablePointer<lanes_cursor>) {
    scaledFor = threshold
    guard scaledFor > 0 else { return }
    let perScore = Double(laneThreshold) / Double(scaledFor) * 65_536 * 1.0001
    for term in 0..<termCount {
      unsafe cursors[term].scale = UInt32(
        min((Double(query.terms.terms[term].unit) * perScore).rounded(.up), isWide ? 4_294_967_295 : 16_777_215))
    }
  }

  private func evaluate(
    _ block: Int, _ cursors: UnsafePointer<lanes_cursor>, _ pairs: UnsafeMutablePointer<lanes_pair>, _ count: Int
  ) throws(FormatError) {
    var lanes =
      scaledFor > 0
      ? unsafe lanes_filter(cursors, pairs, UInt32(count), laneThreshold, isWide)
      : unsafe lanes_masks(pairs, UInt32(count))
    lanes &= query.segment.deletions.live(inBlock: block)
    guard lanes != 0 else { return }
    for index in 0..<count {
      unsafe slots[query.terms.terms[Int(pairs[index].term)].number] = UInt32(index + 1)
    }
    defer {
      for index in 0..<count { unsafe slots[query.terms.terms[Int(pairs[index].term)].number] = 0 }
    }
    if let match { lanes = try unsafe query.lanes(match, of: lanes, block, pairs, slots) }
    for lane in LaneSequence(lanes) {
      let score = try unsafe query.score(lane, block, pairs, slots)
      guard score >= threshold else { continue }
      top.offer(TopKeys.key(score: score, rank: ranks[block << 6 + lane]))
      shared.raise(top.score)
    }
  }
}

/// 256 blocks of a superblock, those that may hold a document that answers.
private struct Blocks256 {
  private var words: SIMD4<UInt64>

  private init(_ words: SIMD4<UInt64>) {
    self.words = words
  }

  /// The blocks that may hold what answers `match`.
  init(_ match: QueryPlan.Match, _ cursors: UnsafePointer<lanes_cursor>, _ placeOf: [Int]) {
    switch match {
    case .term(let number):
      var words = SIMD4<UInt64>()
      let place = placeOf[number]
      if place > 0, unsafe cursors[place - 1].pairs > 0 {
        unsafe withUnsafeMutableBytes(of: &words) {
          unsafe lanes_presence(
            $0.baseAddress!.assumingMemoryBound(to: UInt64.self), cursors[place - 1].bounds, cursors[place - 1].pairs)
        }
      }
      self.init(words)
    case .phrase(let phrase):
      unsafe self.init(.all(phrase.terms.map { .term($0.number) }), cursors, placeOf)
    case .all(let parts):
      var left = Blocks256(SIMD4(repeating: ~0))
      for part in parts where !left.isEmpty { left.words &= unsafe Blocks256(part, cursors, placeOf).words }
      self = left
    case .any(let parts):
      var found = Blocks256(SIMD4())
      for part in parts { found.words |= unsafe Blocks256(part, cursors, placeOf).words }
      self = found
    case .not:
      self.init(SIMD4(repeating: ~0))
    }
  }

  var isEmpty: Bool { words == SIMD4() }

  /// Sets the sums of the other blocks to 0.
  func clearOthers(_ sums: UnsafeMutablePointer<UInt16>) {
    for word in 0..<4 {
      for bit in LaneSequence(~words[word]) { unsafe sums[64 * word + bit] = 0 }
    }
  }
}
