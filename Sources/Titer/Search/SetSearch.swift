internal import CLanes

/// Finds all documents of a segment that answer a query, a superblock at a time.
@safe final class SetSearch {
  private let query: SegmentQuery
  private let termCount: Int
  private let documents: Int
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
    try visit { _, lanes in count += lanes.nonzeroBitCount }
    return count
  }

  /// The keys of the best `limit` documents, the best first; those that hold no term have a score of 0.
  func best(_ limit: Int) throws(FormatError) -> [UInt64] {
    let ranks = try Ranks(query.segment.file)
    var top = TopKeys(limit: limit)
    try visit { (block, lanes) throws(FormatError) in
      let count = self.findPairs(block)
      defer { self.clearSlots(count) }
      for lane in LaneSequence(lanes) {
        let score = try unsafe self.query.score(lane, block, self.pairs, self.slots)
        top.offer(TopKeys.key(score: score, rank: ranks[block << 6 + lane]))
      }
    }
    return top.sorted()
  }

  /// Calls `body` with each block that has documents that answer, and with which of its lanes they are.
  func visit(_ body: (_ block: Int, _ lanes: UInt64) throws(FormatError) -> Void) throws(FormatError) {
    guard let match = query.plan.match else { return }
    for superblock in 0..<query.terms.superblocks {
      let masks = try masks(match, superblock)
      let first = superblock * PostingsFormat.blocks
      for (index, mask) in masks.enumerated() where mask != 0 {
        let lanes = mask & query.segment.deletions.live(inBlock: first + index)
        if lanes != 0 { try body(first + index, lanes) }
      }
    }
  }

  /// By block of a superblock, the lanes that answer `match`.
  private func masks(_ match: QueryPlan.Match, _ superblock: Int) throws(FormatError) -> [UInt64] {
    switch match {
    case .term(let number):
      var masks = [UInt64](repeating: 0, count: PostingsFormat.blocks)
      let place = query.placeOf[number]
      if place > 0 {
        unsafe lanes_expand(&masks, query.terms.cursors + (superblock * termCount + place - 1))
        if query.plan.terms[number].fields != .all { try narrow(&masks, to: match, superblock) }
      }
      return masks
    case .phrase(let phrase):
      var masks = try masks(.all(phrase.terms.map { .term($0.number) }), superblock)
      try narrow(&masks, to: match, superblock)
      return masks
    case .all(let parts):
      var left = existing(superblock)
      for part in parts {
        for (index, mask) in try masks(part, superblock).enumerated() { left[index] &= mask }
      }
      return left
    case .any(let parts):
      var found = [UInt64](repeating: 0, count: PostingsFormat.blocks)
      for part in parts {
        if case .term(let number) = part, query.plan.terms[number].fields == .all {
          let place = query.placeOf[number]
          if place > 0 { unsafe lanes_expand(&found, query.terms.cursors + (superblock * termCount + place - 1)) }
        } else {
          for (index, mask) in try masks(part, superblock).enumerated() { found[index] |= mask }
        }
      }
      return found
    case .not(let part):
      var left = existing(superblock)
      for (index, mask) in try masks(part, superblock).enumerated() { left[index] &= ~mask }
      return left
    }
  }

  /// All documents that there are in a superblock.
  private func existing(_ superblock: Int) -> [UInt64] {
    (0..<PostingsFormat.blocks).map { index in
      let left = documents - (superblock * PostingsFormat.blocks + index) * PostingsFormat.lanes
      return left >= 64 ? ~0 : left > 0 ? 1 << UInt64(left) - 1 : 0
    }
  }

  /// Keeps the lanes that answer `match` when they are looked at one by one.
  private func narrow(_ masks: inout [UInt64], to match: QueryPlan.Match, _ superblock: Int) throws(FormatError) {
    for index in masks.indices where masks[index] != 0 {
      let block = superblock * PostingsFormat.blocks + index
      let count = findPairs(block)
      defer { clearSlots(count) }
      masks[index] = try unsafe query.lanes(match, of: masks[index], block, pairs, slots)
    }
  }

  /// Sets `pairs` and `slots` to the terms of a block, and returns how many there are.
  private func findPairs(_ block: Int) -> Int {
    let cursors = unsafe query.terms.cursors + block / PostingsFormat.blocks * termCount
    let count = unsafe lanes_find(cursors, UInt32(termCount), UInt8(block & 255), pairs)
    unsafe lanes_resolve(cursors, pairs, count)
    _ = unsafe lanes_masks(pairs, count)
    for index in 0..<Int(count) {
      unsafe slots[query.terms.terms[Int(pairs[index].term)].number] = UInt32(index + 1)
    }
    return Int(count)
  }

  private func clearSlots(_ count: Int) {
    for index in 0..<count { unsafe slots[query.terms.terms[Int(pairs[index].term)].number] = 0 }
  }
}
