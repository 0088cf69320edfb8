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
  private static let mostNarrowTerms = 12
  // From so many blocks of a superblock on, and for wide sums, terms are walked instead of looked up.
  private static let worthGathering = 24
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
  private var bounds: BlockBounds
  private var isBounded = false
  /// By superblock the blocks that can hold an answer; none where all can.
  private var possible: [BlockSet] = []
  // Per term, what a bound of 1 adds to a score at most, and the term's number in the query.
  private let units: UnsafeMutablePointer<Double>
  private let numbers: UnsafeMutablePointer<Int>
  // The blocks of a superblock to look at, and the pairs of a few of them.
  private let listed: UnsafeMutablePointer<UInt8>
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let counts: UnsafeMutablePointer<UInt32>
  private let slots: UnsafeMutablePointer<UInt32>
  // What a walk over a superblock's terms finds; made when it is first wanted.
  private var gathered: UnsafeMutablePointer<lanes_pair>?
  // By lane of a block, its score.
  private let scores: UnsafeMutablePointer<Float>
  // The documents of a few blocks that may be among the best, their scores in the upper half.
  private let found: UnsafeMutablePointer<UInt64>
  private var foundCount = 0
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
    bounds = BlockBounds(query)
    unsafe units = .allocate(capacity: termCount + 1)
    unsafe numbers = query.terms.numbers
    for (index, term) in terms.enumerated() {
      unsafe units[index] = Double(term.unit)
    }
    unsafe listed = .allocate(capacity: PostingsFormat.blocks)
    unsafe pairs = .allocate(capacity: Int(LANES_BATCH) * (termCount + 1))
    unsafe counts = .allocate(capacity: PostingsFormat.blocks)
    unsafe gathered = nil
    unsafe scores = .allocate(capacity: PostingsFormat.lanes)
    unsafe found = .allocate(capacity: Int(LANES_BATCH) * PostingsFormat.lanes)
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
  }

  deinit {
    unsafe units.deallocate()
    unsafe listed.deallocate()
    unsafe pairs.deallocate()
    unsafe counts.deallocate()
    unsafe gathered?.deallocate()
    unsafe scores.deallocate()
    unsafe found.deallocate()
    unsafe slots.deallocate()
  }

  /// The keys of the best documents, the best first.
  ///
  /// - Complexity: O(pairs of the terms) for the bounds, and what of the rest they can't exclude.
  consuming func best() throws(FormatError) -> [UInt64] {
    guard termCount > 0, required != nil else { return [] }
    if findPossibleBlocks() <= Self.fewBlocks {
      try visitPossibleBlocks()
    } else {
      prime()
      addBounds()
      isBounded = true
      try visit(from: bounds.tier(max(12, top.limit)))
      try visit(from: 1)
    }
    return top.sorted()
  }

  /// Sets `possible`, unless all blocks are, and returns how many blocks can hold an answer.
  private mutating func findPossibleBlocks() -> Int {
    guard let match, let required else { return .max }
    possible.reserveCapacity(superblocks)
    var count = 0
    for number in 0..<superblocks {
      possible.append(possibleBlocks(number, match, required))
      count += possible[number].count
    }
    return count
  }

  private func possibleBlocks(_ superblock: Int, _ match: QueryPlan.Match, _ required: [Int]) -> BlockSet {
    let cursors = unsafe cursors(superblock)
    var blocks = BlockSet.all
    for place in required where unsafe cursors[place].pairs == 0 { return BlockSet() }
    for place in required where !blocks.isEmpty { unsafe blocks.keep(cursors[place]) }
    if isConjunction || blocks.isEmpty { return blocks }
    return unsafe blocks.intersection(BlockSet(match, query.plan, cursors, query.placeOf))
  }

  /// Raises the score that must be reached to be of use to what any thread knows.
  private mutating func raiseThreshold() {
    let score = max(top.score, shared.value)
    guard score > threshold else { return }
    threshold = score
    least = bounds.least(reaching: score)
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

  /// How many blocks a superblock has.
  private func blocks(in superblock: Int) -> Int {
    min(PostingsFormat.blocks, blocks - superblock * PostingsFormat.blocks)
  }

  /// Sums up the bounds of all blocks whose superblock may be of use.
  private mutating func addBounds() {
    for number in 0..<superblocks where bounds.reaches(least, superblock: number) {
      let possible = match == nil ? nil : possible[number]
      if possible?.isEmpty != true { bounds.add(superblock: number, blocks: blocks(in: number), possible: possible) }
    }
  }

  /// Looks at all blocks that may hold an answer, in order.
  private mutating func visitPossibleBlocks() throws(FormatError) {
    for number in 0..<superblocks where !possible[number].isEmpty {
      var count = unsafe possible[number].list(into: listed)
      // Damaged bytes may name blocks behind the last.
      while count > 0, unsafe Int(listed[count - 1]) >= blocks(in: number) { count -= 1 }
      try visit(count, number)
    }
  }

  /// Looks at all blocks whose sums are at least `tier` and that were not looked at yet.
  private mutating func visit(from tier: Int) throws(FormatError) {
    for number in 0..<superblocks {
      let low = max(tier, least)
      guard low <= 65_535 else { return }
      let count = unsafe bounds.list(number, from: low, into: listed)
      if isWide, count >= Self.worthGathering {
        try visitGathered(count, number)
      } else {
        try visit(count, number)
      }
    }
  }

  /// Looks at the first `count` listed blocks of a superblock after a walk over its terms.
  private mutating func visitGathered(_ count: Int, _ number: Int) throws(FormatError) {
    let cursors = unsafe cursors(number)
    let pairs = unsafe gathered ?? .allocate(capacity: PostingsFormat.blocks * termCount)
    unsafe gathered = unsafe pairs
    unsafe BlockSet(listed, count: count).withWords {
      unsafe lanes_gather(cursors, UInt32(termCount), $0, pairs, counts)
    }
    for index in 0..<count {
      let block = unsafe listed[index]
      raiseThreshold()
      if bounds.take(number, block) >= least {
        unsafe scale(cursors, number)
        try unsafe evaluate(number, block, cursors, pairs + Int(block) * termCount, Int(counts[Int(block)]))
      }
      if index % Int(LANES_BATCH) == Int(LANES_BATCH) - 1 || index == count - 1 { offerFound() }
    }
  }

  /// Looks at the first `count` listed blocks of a superblock, a few at a time.
  private mutating func visit(_ count: Int, _ number: Int) throws(FormatError) {
    let cursors = unsafe cursors(number)
    for first in stride(from: 0, to: count, by: Int(LANES_BATCH)) {
      let batch = min(Int(LANES_BATCH), count - first)
      unsafe lanes_look_up(cursors, UInt32(termCount), listed + first, UInt32(batch), pairs, counts)
      for index in 0..<batch {
        query.segment.lengths.prefetch(block: number * PostingsFormat.blocks + Int(unsafe listed[first + index]))
      }
      raiseThreshold()
      unsafe scale(cursors, number)
      for index in 0..<batch {
        let block = unsafe listed[first + index]
        if isBounded, bounds.take(number, block) < least { continue }
        try unsafe evaluate(number, block, cursors, pairs + index * termCount, Int(counts[index]))
      }
      offerFound()
    }
  }

  /// Offers what was found since the last time, whose ranks were fetched meanwhile.
  private mutating func offerFound() {
    for index in 0..<foundCount {
      let (score, document) = unsafe (Float(bitPattern: UInt32(found[index] >> 32)), Int(found[index] & 0xFFFF_FFFF))
      top.offer(TopKeys.key(score: score, rank: ranks[document]))
    }
    foundCount = 0
    shared.raise(top.score)
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

  /// Adds the documents of a block that may be among the best to those that were found.
  private mutating func evaluate(
    _ superblock: Int, _ place: UInt8, _ cursors: UnsafePointer<lanes_cursor>,
    _ pairs: UnsafeMutablePointer<lanes_pair>, _ count: Int
  ) throws(FormatError) {
    guard !isConjunction || count == termCount else { return }
    let block = superblock * PostingsFormat.blocks + Int(place)
    var lanes = unsafe lanesOfUse(cursors, pairs, UInt32(count))
    if isRestricted || block == blocks - 1 { lanes &= query.allowed(inBlock: block) }
    guard lanes != 0 else { return }
    for index in 0..<count { unsafe slots[numbers[Int(pairs[index].term)]] = UInt32(index + 1) }
    try matchAndScore(&lanes, unsafe BlockTerms(block: block, pairs: pairs, count: count, slots: slots))
    for lane in LaneSequence(lanes) {
      ranks.prefetch(block << 6 + lane)
      unsafe found[foundCount] = UInt64(scores[lane].bitPattern) << 32 | UInt64(block << 6 + lane)
      foundCount += 1
    }
    for index in 0..<count { unsafe slots[numbers[Int(pairs[index].term)]] = 0 }
  }

  /// The lanes that may hold what is asked for, and may reach the threshold; the masks of the pairs are set if there are any.
  private func lanesOfUse(
    _ cursors: UnsafePointer<lanes_cursor>, _ pairs: UnsafeMutablePointer<lanes_pair>, _ count: UInt32
  ) -> UInt64 {
    if isConjunction { return unsafe lanes_common(pairs, count) }
    guard scaledFor > 0 else { return unsafe lanes_masks(pairs, count) }
    return unsafe lanes_filter(cursors, pairs, count, laneThreshold, isWide)
  }

  /// Keeps the lanes that answer the query and reach the threshold, and sets their scores.
  private func matchAndScore(_ lanes: inout UInt64, _ held: BlockTerms) throws(FormatError) {
    let hasPhrases = match != nil && !query.plan.conditions.isEmpty
    // Scoring costs less than telling whether a phrase is there, and is in vain while every answer is of use.
    let isScoredFirst = hasPhrases && threshold > 0
    if let match, !isScoredFirst, hasPhrases || !isConjunction {
      lanes = try query.lanes(match, of: lanes, held)
    }
    if lanes != 0 { try unsafe query.score(&lanes, reaching: threshold, held, scores) }
    if let match, isScoredFirst, lanes != 0 {
      lanes = try query.lanes(match, of: lanes, held)
    }
  }
}
