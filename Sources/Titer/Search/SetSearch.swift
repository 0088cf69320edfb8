internal import CLanes

/// Finds all documents of a segment that answer a query, a superblock at a time.
@safe final class SetSearch {
  private let query: SegmentQuery
  private let termCount: Int
  private let documents: Int
  private let walk = PairWalk()
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let slots: UnsafeMutablePointer<UInt32>

  /// A search of `query`.
  init(_ query: SegmentQuery) {
    self.query = query
    termCount = query.terms.terms.count
    documents = query.segment.documents
    unsafe pairs = .allocate(capacity: max(termCount, 1))
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe slots.deallocate()
  }

  /// How many documents answer.
  ///
  /// - Complexity: O(pairs of the terms).
  func count() throws(FormatError) -> Int {
    var count = 0
    try visitSuperblocks { (first, masks) in
      count += masks.count(blocks: PostingsFormat.blocks)
    }
    return count
  }

  /// The documents that answer, a bit each, by block.
  func masks() throws(FormatError) -> [UInt64] {
    let blocks = (documents + PostingsFormat.lanes - 1) / PostingsFormat.lanes
    var all = [UInt64](repeating: 0, count: blocks)
    try visitSuperblocks { (first, masks) in
      for index in 0..<min(PostingsFormat.blocks, blocks - first) { all[first + index] = masks[index] }
    }
    return all
  }

  /// Calls `body` with each block that has documents that answer, and with which of its lanes they are.
  func visit(_ body: (_ block: Int, _ lanes: UInt64) throws(FormatError) -> Void) throws(FormatError) {
    try visitSuperblocks { (first, masks) throws(FormatError) in
      for index in 0..<PostingsFormat.blocks where masks[index] != 0 { try body(first + index, masks[index]) }
    }
  }

  /// The keys of the best `limit` documents, the best first; those that hold no term have a score of 0.
  ///
  /// A superblock's answers are scored term after term in the order of the query, so that the sums are those of one document after the
  /// other.
  ///
  /// - Complexity: O(pairs of the terms + postings in the blocks of answers).
  func best(_ limit: Int) throws(FormatError) -> [UInt64] {
    let ranks = try Ranks(query.segment.file)
    let scores = SuperblockScores(query, walk)
    var top = TopKeys(limit: limit)
    try visitSuperblocks { (first, masks) throws(FormatError) in
      try scores.score(masks, first)
      for index in 0..<PostingsFormat.blocks {
        for lane in LaneSequence(masks[index]) {
          let key = TopKeys.key(score: scores[index << 6 + lane], rank: ranks[(first + index) << 6 + lane])
          top.offer(key)
        }
      }
    }
    return top.sorted()
  }

  /// The keys of the first `limit` documents, those of the greatest `value` first.
  func first(_ limit: Int, by value: (_ document: Int) -> Float) throws(FormatError) -> [UInt64] {
    let ranks = try Ranks(query.segment.file)
    var top = TopKeys(limit: limit)
    try visit { (block, lanes) in
      for lane in LaneSequence(lanes) {
        let document = block << 6 + lane
        top.offer(TopKeys.key(score: value(document), rank: ranks[document]))
      }
    }
    return top.sorted()
  }

  /// Calls `body` with each superblock's first block and its documents that answer.
  private func visitSuperblocks(
    _ body: (_ first: Int, _ masks: borrowing LaneMasks) throws(FormatError) -> Void
  ) throws(FormatError) {
    guard let match = query.plan.match else { return }
    var masks = LaneMasks()
    for superblock in 0..<query.terms.superblocks {
      try fill(&masks, match, superblock)
      let first = superblock * PostingsFormat.blocks
      let blocks = (existing(superblock) + PostingsFormat.lanes - 1) / PostingsFormat.lanes
      if query.isRestricted {
        masks.keep(blocks) { query.allowed(inBlock: first + $0) }
      } else if 1...PostingsFormat.blocks ~= blocks {
        // The last block has fewer documents than lanes.
        masks[blocks - 1] &= query.allowed(inBlock: first + blocks - 1)
      }
      masks.removeAll(from: blocks)
      try body(first, masks)
    }
  }

  /// Sets `masks` to the lanes of a superblock that answer `match`, deleted ones included.
  private func fill(_ masks: inout LaneMasks, _ match: QueryPlan.Match, _ superblock: Int) throws(FormatError) {
    masks.removeAll()
    switch match {
    case .term(let number): try add(number, to: &masks, superblock)
    case .documents(let number):
      for index in 0..<PostingsFormat.blocks {
        masks[index] = query.documents(ofSet: number, inBlock: superblock * PostingsFormat.blocks + index)
      }
    case .places(let number):
      let condition = query.plan.conditions[number]
      try fillAll(&masks, condition.required.map { group in .any(group.map { .term($0) }) }, superblock)
      try narrow(&masks, to: match, condition.terms, superblock)
    case .all(let parts):
      try fillAll(&masks, parts, superblock)
    case .any(let parts):
      var other = LaneMasks()
      for part in parts {
        if case .term(let number) = part {
          try add(number, to: &masks, superblock)
        } else {
          try fill(&other, part, superblock)
          masks.formUnion(other)
        }
      }
    case .not(let part):
      try fill(&masks, part, superblock)
      masks.formComplement(existing(superblock))
    }
  }

  private func fillAll(_ masks: inout LaneMasks, _ parts: [QueryPlan.Match], _ superblock: Int) throws(FormatError) {
    guard let first = parts.first else { return masks.formComplement(existing(superblock)) }
    try fill(&masks, first, superblock)
    guard parts.count > 1 else { return }
    var other = LaneMasks()
    for part in parts.dropFirst() where !masks.isEmpty {
      try fill(&other, part, superblock)
      masks.formIntersection(other)
    }
  }

  /// Adds the lanes that hold a term in the texts that count.
  private func add(_ number: Int, to masks: inout LaneMasks, _ superblock: Int) throws(FormatError) {
    let place = query.placeOf[number] - 1
    guard place >= 0 else { return }
    let cursor = unsafe query.terms.cursor(place, superblock: superblock)
    let term = query.terms.terms[place]
    // A list has no documents but those that count.
    if term.list != nil || term.table.fields == .all { return unsafe masks.add(cursor.pointee) }
    try unsafe walk.visit(.all, cursor) { (block, lanes, codes) throws(FormatError) in
      let number = superblock * PostingsFormat.blocks + block
      masks[block] |= try unsafe term.postings.lanes(lanes, codes, number, in: term.table.fields)
    }
  }

  /// How many documents there are from the first of a superblock on.
  private func existing(_ superblock: Int) -> Int { documents - superblock * PostingsFormat.documents }

  /// Keeps the lanes that answer `match`, which has such terms, when they are looked at one by one.
  private func narrow(
    _ masks: inout LaneMasks, to match: QueryPlan.Match, _ terms: [Int], _ superblock: Int
  ) throws(FormatError) {
    for index in 0..<PostingsFormat.blocks where masks[index] != 0 {
      let block = superblock * PostingsFormat.blocks + index
      findPairs(terms, block)
      defer { for number in terms { unsafe slots[number] = 0 } }
      masks[index] = try unsafe query.lanes(match, of: masks[index], block, pairs, slots)
    }
  }

  /// Sets `pairs` and `slots` to those of some terms that a block holds.
  private func findPairs(_ terms: [Int], _ block: Int) {
    var found: UInt32 = 0
    for number in terms {
      let place = query.placeOf[number] - 1
      guard place >= 0 else { continue }
      let cursor = unsafe query.terms.cursor(place, superblock: block / PostingsFormat.blocks)
      guard unsafe cursor.pointee.pairs > 0 else { continue }
      var (within, count) = (UInt8(block & 255), 0 as UInt32)
      unsafe lanes_look_up(cursor, 1, &within, 1, pairs + Int(found), &count)
      guard count > 0 else { continue }
      unsafe pairs[Int(found)].term = UInt32(place)
      found += 1
      unsafe slots[number] = found
    }
    _ = unsafe lanes_masks(pairs, found)
  }
}
