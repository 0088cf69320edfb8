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
    guard let match = query.plan.match else { return 0 }
    var masks = LaneMasks()
    var count = 0
    for superblock in 0..<query.terms.superblocks {
      try fill(&masks, match, superblock)
      let first = superblock * PostingsFormat.blocks
      let blocks = (existing(superblock) + PostingsFormat.lanes - 1) / PostingsFormat.lanes
      if query.isRestricted { masks.keep(blocks) { query.allowed(inBlock: first + $0) } }
      count += masks.count(blocks: blocks)
    }
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
    var masks = LaneMasks()
    for superblock in 0..<query.terms.superblocks {
      try fill(&masks, match, superblock)
      let first = superblock * PostingsFormat.blocks
      for index in 0..<PostingsFormat.blocks where masks[index] != 0 {
        let lanes = masks[index] & query.allowed(inBlock: first + index)
        if lanes != 0 { try body(first + index, lanes) }
      }
    }
  }

  /// Sets `masks` to the lanes of a superblock that answer `match`, deleted ones included.
  private func fill(_ masks: inout LaneMasks, _ match: QueryPlan.Match, _ superblock: Int) throws(FormatError) {
    masks.removeAll()
    switch match {
    case .term(let number):
      add(number, to: &masks, superblock)
      if query.plan.terms[number].fields != .all { try narrow(&masks, to: match, superblock) }
    case .phrase(let number):
      let required = query.plan.phrases[number].required
      try fill(&masks, .all(required.map { group in .any(group.map { .term($0) }) }), superblock)
      try narrow(&masks, to: match, superblock)
    case .all(let parts):
      try fillAll(&masks, parts, superblock)
    case .any(let parts):
      var other = LaneMasks()
      for part in parts {
        if case .term(let number) = part, query.plan.terms[number].fields == .all {
          add(number, to: &masks, superblock)
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

  private func add(_ number: Int, to masks: inout LaneMasks, _ superblock: Int) {
    let place = query.placeOf[number]
    if place > 0 { unsafe masks.add(query.terms.cursors[superblock * termCount + place - 1]) }
  }

  /// How many documents there are from the first of a superblock on.
  private func existing(_ superblock: Int) -> Int { documents - superblock * PostingsFormat.documents }

  /// Keeps the lanes that answer `match` when they are looked at one by one.
  private func narrow(_ masks: inout LaneMasks, to match: QueryPlan.Match, _ superblock: Int) throws(FormatError) {
    for index in 0..<PostingsFormat.blocks where masks[index] != 0 {
      let block = superblock * PostingsFormat.blocks + index
      let count = findPairs(block)
      defer { clearSlots(count) }
      masks[index] = try unsafe query.lanes(match, of: masks[index], block, pairs, slots)
    }
  }

  /// Sets `pairs` and `slots` to the terms of a block, and returns how many there are.
  private func findPairs(_ block: Int) -> Int {
    let cursors = unsafe query.terms.cursors + block / PostingsFormat.blocks * termCount
    var (place, count) = (UInt8(block & 255), 0 as UInt32)
    unsafe lanes_look_up(cursors, UInt32(termCount), &place, 1, pairs, &count)
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
