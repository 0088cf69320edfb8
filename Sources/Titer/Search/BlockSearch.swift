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
/// Where few blocks can hold all that must be there, they are looked at without bounds.
///
/// Nothing that could be among the best is left out: every bound is rounded up, and a bound that equals the score to be
/// beaten is looked at, since a tie is decided by identifiers. The idea of block-max bounds is that of Ding and Suel (SIGIR 2011).
@safe struct BlockSearch: ~Copyable {
  private static let batch = 8
  private static let mostNarrowTerms = 12
  // From so many blocks of a superblock on, and for wide sums, terms are walked instead of looked up.
  private static let worthGathering = 24
  // From so many lanes of a block on, terms are scored one after the other instead of lanes.
  private static let manyLanes = 6
  // So many blocks cost less to look at than to bound.
  private static let fewBlocks = 512
  /// Terms up to which 16-bit sums are fine enough.
  static let mostTerms = 128

  private let query: SegmentQuery
  private let match: QueryPlan.Match?
  private let ranks: Ranks
  private var top: TopKeys
  private let shared: SharedThreshold
  private let termCount: Int
  private let blocks: Int
  private let superblocks: Int
  private let isRestricted: Bool
  /// Whether every answer holds all terms.
  private let isConjunction: Bool
  /// The places of the terms that every answer holds; `nil` where the segment doesn't hold one of them.
  private let required: [Int]?
  // Per term, what a bound of 1 counts in sums, what it adds to a score at most, and the term's number in the query.
  private let weights: UnsafeMutablePointer<UInt16>
  private let units: UnsafeMutablePointer<Double>
  private let numbers: UnsafeMutablePointer<Int>
  // A score of 1 in sums.
  private let perScore: Double
  private let sums: UnsafeMutablePointer<UInt16>
  /// By superblock the greatest sum that a block can have, 0 where none is of use.
  private let most: UnsafeMutablePointer<UInt32>
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let slots: UnsafeMutablePointer<UInt32>
  // What a walk over a superblock's terms finds; made when it is first wanted.
  private var gathered: UnsafeMutablePointer<lanes_pair>?
  private let gatheredCounts: UnsafeMutablePointer<UInt32>
  // By lane of a block, its norm and its score.
  private let norms: UnsafeMutablePointer<Float>
  private let scores: UnsafeMutablePointer<Float>
  private var batchBlocks = InlineBatch()
  private var threshold: Float = 0
  /// The least sum that a block must have to hold a document of use.
  private var least = 1
  private var scaledFor: Float = -1
  private var scaledSuperblock = -1

  /// A search of `query` for the best `limit` documents.
  init(_ query: SegmentQuery, limit: Int, shared: SharedThreshold) throws(FormatError) {
    self.query = query
    self.shared = shared
    match = query.plan.isUnion ? nil : query.plan.match
    ranks = try Ranks(query.segment.file)
    top = TopKeys(limit: limit)
    let terms = query.terms.terms
    termCount = terms.count
    blocks = (query.segment.documents + PostingsFormat.lanes - 1) / PostingsFormat.lanes
    superblocks = query.terms.superblocks
    isRestricted = query.isRestricted
    isConjunction = match != nil && query.plan.isConjunction && terms.allSatisfy { $0.table.fields == .all }
    let places = match == nil ? [] : query.plan.requiredTerms.map { query.placeOf[$0] - 1 }
    required =
      places.contains(-1)
      ? nil : places.sorted { terms[$0].entry.documentFrequency < terms[$1].entry.documentFrequency }
    var (total, bests) = (0.0, 0.0)
    for term in terms {
      let best = Double(term.list?.best ?? term.postings.best)
      total += best * Double(term.unit)
      bests += best
    }
    perScore = total > 0 ? max(0, 65_000 - bests) / total : 1
    unsafe weights = .allocate(capacity: termCount + 1)
    unsafe units = .allocate(capacity: termCount + 1)
    unsafe numbers = .allocate(capacity: termCount + 1)
    for (index, term) in terms.enumerated() {
      // At least 1: a document whose terms add nothing answers too.
      unsafe weights[index] = UInt16(max(1, min((Double(term.unit) * perScore).rounded(.up), 65_535)))
      unsafe units[index] = Double(term.unit)
      unsafe numbers[index] = term.number
    }
    unsafe most = .allocate(capacity: superblocks + 1)
    unsafe most.initialize(repeating: 0, count: superblocks + 1)
    unsafe sums = .allocate(capacity: (superblocks + 1) * PostingsFormat.blocks)
    unsafe pairs = .allocate(capacity: Self.batch * (termCount + 1))
    unsafe gathered = nil
    unsafe gatheredCounts = .allocate(capacity: PostingsFormat.blocks)
    unsafe norms = .allocate(capacity: 2 * PostingsFormat.lanes)
    unsafe scores = unsafe norms + PostingsFormat.lanes
    unsafe norms.initialize(repeating: 0, count: 2 * PostingsFormat.lanes)
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
  }

  deinit {
    unsafe weights.deallocate()
    unsafe units.deallocate()
    unsafe numbers.deallocate()
    unsafe most.deallocate()
    unsafe sums.deallocate()
    unsafe pairs.deallocate()
    unsafe gathered?.deallocate()
    unsafe gatheredCounts.deallocate()
    unsafe norms.deallocate()
    unsafe slots.deallocate()
  }

  /// The keys of the best documents, the best first.
  ///
  /// - Complexity: O(pairs of the terms) for the bounds, and what of the rest they can't exclude.
  consuming func best() throws(FormatError) -> [UInt64] {
    guard termCount > 0, required != nil else { return [] }
    if try !visitFewBlocks() {
      prime()
      addBounds()
      try visit(from: firstTier())
      try visit(from: 1)
    }
    return top.sorted()
  }

  /// Raises the score that must be reached to be of use to what any thread knows.
  private mutating func raiseThreshold() {
    let score = max(top.score, shared.value)
    guard score > threshold else { return }
    threshold = score
    least = max(1, Int(Double(score) * perScore * 0.9999))
  }

  /// Takes the best parts that the index keeps as a first threshold, where they hold: for unions of whole segments.
  private mutating func prime() {
    if match == nil, !isRestricted, query.scoring.isStandard(query.segment.referenceLength) {
      for term in query.terms.terms where term.table.fields == .all {
        shared.raise(term.weight * term.postings.part(reachedBy: top.limit) * 0.999)
      }
    }
    raiseThreshold()
  }

  private func cursors(_ superblock: Int) -> UnsafeMutablePointer<lanes_cursor> {
    unsafe query.terms.cursors + superblock * termCount
  }

  /// Sums up the bounds of all blocks whose superblock may be of use.
  private mutating func addBounds() {
    for number in 0..<superblocks {
      let cursors = unsafe cursors(number)
      var sum: UInt32 = 0
      for term in 0..<termCount { sum += unsafe UInt32(weights[term]) * cursors[term].best }
      guard sum >= least else { continue }
      let sums = unsafe sums + number * PostingsFormat.blocks
      let possible = possibleBlocks(number)
      guard !possible.isEmpty else { continue }
      unsafe most[number] = sum
      unsafe sums.initialize(repeating: 0, count: PostingsFormat.blocks)
      for term in 0..<termCount where unsafe cursors[term].pairs > 0 {
        unsafe lanes_add_bounds(sums, cursors[term].bounds, cursors[term].pairs, weights[term])
      }
      if match != nil { unsafe possible.clearOthers(sums) }
    }
    // Damaged bytes may name blocks behind the last.
    for block in blocks..<max(blocks, superblocks * PostingsFormat.blocks) { unsafe sums[block] = 0 }
  }

  private func possibleBlocks(_ superblock: Int) -> BlockSet {
    guard let match, let required else { return .all }
    let cursors = unsafe cursors(superblock)
    var blocks = BlockSet.all
    for place in required where unsafe cursors[place].pairs == 0 { return BlockSet() }
    for place in required where !blocks.isEmpty { unsafe blocks.keep(cursors[place]) }
    if isConjunction || blocks.isEmpty { return blocks }
    return unsafe blocks.intersection(BlockSet(match, query.plan, cursors, query.placeOf))
  }

  /// Looks at all blocks that may hold an answer, in order, if they are few; returns whether they were.
  private mutating func visitFewBlocks() throws(FormatError) -> Bool {
    guard match != nil else { return false }
    var possible: [(superblock: Int, blocks: BlockSet)] = []
    var count = 0
    for number in 0..<superblocks {
      let blocks = possibleBlocks(number)
      if blocks.isEmpty { continue }
      possible.append((number, blocks))
      count += blocks.count
      if count > Self.fewBlocks { return false }
    }
    for (superblock, set) in possible {
      for word in 0..<4 {
        for bit in LaneSequence(set.words[word]) {
          let block = superblock * PostingsFormat.blocks + 64 * word + bit
          if block < blocks { try add(block, superblock) }
        }
      }
      try evaluateBatch(superblock)
    }
    return true
  }

  /// A sum that about as many blocks reach as hold the best documents.
  private func firstTier() -> Int {
    var greatest: [UInt16] = []
    for number in 0..<superblocks where unsafe most[number] > 0 {
      for group in 0..<4 { greatest.append(unsafe lanes_greatest(sums + (number * 256 + group * 64))) }
    }
    let wanted = max(12, top.limit / 8)
    guard greatest.count > wanted else { return 1 }
    unsafe greatest.withUnsafeMutableBufferPointer { unsafe TopKeys.partition($0, greatest: wanted) }
    return Int(greatest[wanted - 1])
  }

  /// Looks at all blocks whose sums are at least `tier` and that were not looked at yet.
  private mutating func visit(from tier: Int) throws(FormatError) {
    for number in 0..<superblocks {
      if unsafe Int(most[number]) < max(tier, least) { continue }
      if isWide, try visitGathered(number, from: tier) { continue }
      for group in 0..<4 {
        let first = number * PostingsFormat.blocks + 64 * group
        let low = max(tier, least)
        guard low <= 65_535 else { return }
        for bit in LaneSequence(unsafe lanes_select(sums + first, UInt16(low))) { try add(first + bit, number) }
      }
      try evaluateBatch(number)
    }
  }

  /// Looks at the blocks of a superblock after a walk over its terms, if they are many; returns whether they were.
  private mutating func visitGathered(_ number: Int, from tier: Int) throws(FormatError) -> Bool {
    let low = max(tier, least)
    guard low <= 65_535 else { return true }
    let first = number * PostingsFormat.blocks
    var words = SIMD4<UInt64>()
    for word in 0..<4 { words[word] = unsafe lanes_select(sums + (first + 64 * word), UInt16(low)) }
    let count = (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
    guard count >= Self.worthGathering else { return false }
    let cursors = unsafe cursors(number)
    let pairs = unsafe gathered ?? .allocate(capacity: PostingsFormat.blocks * termCount)
    unsafe gathered = unsafe pairs
    unsafe withUnsafeBytes(of: &words) {
      unsafe lanes_gather(
        cursors, UInt32(termCount), $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self), pairs,
        gatheredCounts)
    }
    for word in 0..<4 {
      for bit in LaneSequence(words[word]) {
        let block = 64 * word + bit
        raiseThreshold()
        unsafe scale(cursors, number)
        let isOfUse = unsafe Int(sums[first + block]) >= least
        unsafe sums[first + block] = 0
        if isOfUse {
          try unsafe evaluate(first + block, cursors, pairs + block * termCount, Int(gatheredCounts[block]))
        }
      }
    }
    return true
  }

  /// Puts a block on the batch, and works on it when it is full.
  private mutating func add(_ block: Int, _ superblock: Int) throws(FormatError) {
    batchBlocks.append(block)
    if batchBlocks.count == Self.batch { try evaluateBatch(superblock) }
  }

  /// Finds the pairs of a few blocks of a superblock, so that the memory of one is fetched while another is worked on.
  private mutating func evaluateBatch(_ superblock: Int) throws(FormatError) {
    let batch = batchBlocks
    guard batch.count > 0 else { return }
    batchBlocks.removeAll()
    let cursors = unsafe cursors(superblock)
    var counts = SIMD8<UInt32>()
    for index in 0..<batch.count {
      counts[index] = unsafe lanes_find(
        cursors, UInt32(termCount), UInt8(batch[index] & 255), pairs + index * termCount)
    }
    for index in 0..<batch.count {
      unsafe lanes_resolve(cursors, pairs + index * termCount, counts[index])
      query.segment.lengths.prefetch(block: batch[index])
    }
    raiseThreshold()
    unsafe scale(cursors, superblock)
    for index in 0..<batch.count {
      let block = batch[index]
      let isOfUse = unsafe most[superblock] == 0 || Int(sums[block]) >= least
      unsafe sums[block] = 0
      if isOfUse { try unsafe evaluate(block, cursors, pairs + index * termCount, Int(counts[index])) }
    }
  }

  private var isWide: Bool { termCount > Self.mostNarrowTerms }

  /// What the threshold is in lane sums.
  private var laneThreshold: UInt32 { isWide ? 20_000 : 200 }

  /// Sets what the bounds of the terms come to in lane sums.
  private mutating func scale(_ cursors: UnsafeMutablePointer<lanes_cursor>, _ superblock: Int) {
    guard threshold > 0, threshold != scaledFor || superblock != scaledSuperblock else { return }
    scaledFor = threshold
    scaledSuperblock = superblock
    let perScore = Double(laneThreshold) / Double(threshold) * 65_536 * 1.0001
    let most = isWide ? 4_294_967_295.0 : 16_777_215.0
    for term in 0..<termCount {
      unsafe cursors[term].scale = UInt32(min((units[term] * perScore).rounded(.up), most))
    }
  }

  private mutating func evaluate(
    _ block: Int, _ cursors: UnsafePointer<lanes_cursor>, _ pairs: UnsafeMutablePointer<lanes_pair>, _ count: Int
  ) throws(FormatError) {
    guard !isConjunction || count == termCount else { return }
    var lanes: UInt64
    if isConjunction {
      unsafe lanes = lanes_common(pairs, UInt32(count))
    } else if scaledFor > 0 {
      unsafe lanes = lanes_filter(cursors, pairs, UInt32(count), laneThreshold, isWide)
    } else {
      unsafe lanes = lanes_masks(pairs, UInt32(count))
    }
    lanes &= isRestricted || block == blocks - 1 ? query.allowed(inBlock: block) : ~0
    guard lanes != 0 else { return }
    for index in 0..<count { unsafe slots[numbers[Int(pairs[index].term)]] = UInt32(index + 1) }
    if let match, !isConjunction, query.plan.phrases.isEmpty {
      lanes = try unsafe query.lanes(match, of: lanes, block, pairs, slots)
    }
    for lane in LaneSequence(lanes) { ranks.prefetch(block << 6 + lane) }
    try unsafe score(&lanes, block, pairs)
    // Scoring costs less than telling whether a phrase is there.
    if let match, !query.plan.phrases.isEmpty, lanes != 0 {
      lanes = try unsafe query.lanes(match, of: lanes, block, pairs, slots)
    }
    for lane in LaneSequence(lanes) {
      top.offer(TopKeys.key(score: unsafe scores[lane], rank: ranks[block << 6 + lane]))
    }
    if top.score > threshold {
      shared.raise(top.score)
      raiseThreshold()
    }
    for index in 0..<count { unsafe slots[numbers[Int(pairs[index].term)]] = 0 }
  }

  /// Sets `scores` of some lanes of a block, and keeps those that reach the threshold.
  private func score(_ lanes: inout UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>) throws(FormatError) {
    let isScored = unsafe lanes.nonzeroBitCount >= Self.manyLanes && scoreTogether(lanes, block, pairs)
    for lane in LaneSequence(lanes) {
      if !isScored { unsafe scores[lane] = try unsafe query.score(lane, block, pairs, slots) }
      if unsafe scores[lane] < threshold { lanes &= ~(1 << UInt64(lane)) }
    }
  }

  /// Sets `scores` term by term, in the order of the query; returns whether all counts were plain.
  private func scoreTogether(_ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>) -> Bool {
    for lane in LaneSequence(lanes) {
      unsafe norms[lane] = query.scoring.norm(length: query.segment.lengths[block << 6 + lane])
      unsafe scores[lane] = 0
    }
    return unsafe query.addParts(scores, lanes, pairs, slots, norms)
  }
}

/// Up to 8 blocks.
private struct InlineBatch {
  private var blocks = SIMD8<Int>()
  private(set) var count = 0

  subscript(index: Int) -> Int { blocks[index] }

  mutating func append(_ block: Int) {
    blocks[count] = block
    count += 1
  }

  mutating func removeAll() { count = 0 }
}
