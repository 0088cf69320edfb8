internal import CLanes

/// Finds all documents of a segment that answer a query, a superblock at a time.
@safe final class SetSearch {
  private let query: SegmentQuery
  private let documents: Int
  private let walk = PairWalk()
  private let slots: UnsafeMutablePointer<UInt32>

  /// A search of `query`.
  init(_ query: SegmentQuery) {
    self.query = query
    documents = query.segment.documents
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
  }

  deinit {
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
      fillRequired(&masks, number, superblock)
      try narrow(&masks, to: number, superblock)
    case .all(let parts): try fillAll(&masks, parts, superblock)
    case .any(let parts): try fillAny(&masks, parts, superblock)
    case .not(let part):
      try fill(&masks, part, superblock)
      masks.formComplement(existing(superblock))
    }
  }

  /// Sets `masks` to the lanes that answer all parts; conditions are looked at last, and only where the others hold.
  private func fillAll(_ masks: inout LaneMasks, _ parts: [QueryPlan.Match], _ superblock: Int) throws(FormatError) {
    masks.formComplement(existing(superblock))
    var other = LaneMasks()
    for part in parts where part.condition == nil && !masks.isEmpty {
      try fill(&other, part, superblock)
      masks.formIntersection(other)
    }
    for case let number? in parts.lazy.map(\.condition) where !masks.isEmpty {
      fillRequired(&other, number, superblock)
      masks.formIntersection(other)
      try narrow(&masks, to: number, superblock)
    }
  }

  /// Sets `masks`, which are empty, to the lanes that answer any part; conditions are looked at last, and only where no other holds.
  private func fillAny(_ masks: inout LaneMasks, _ parts: [QueryPlan.Match], _ superblock: Int) throws(FormatError) {
    var other = LaneMasks()
    for part in parts where part.condition == nil {
      if case .term(let number) = part {
        try add(number, to: &masks, superblock)
      } else {
        try fill(&other, part, superblock)
        masks.formUnion(other)
      }
    }
    for case let number? in parts.lazy.map(\.condition) {
      fillRequired(&other, number, superblock)
      other.subtract(masks)
      try narrow(&other, to: number, superblock)
      masks.formUnion(other)
    }
  }

  /// Sets `masks` to the lanes that hold what a condition requires, in whatever texts: the condition tells.
  private func fillRequired(_ masks: inout LaneMasks, _ number: Int, _ superblock: Int) {
    masks.removeAll()
    masks.formComplement(existing(superblock))
    var held = LaneMasks()
    for group in query.plan.conditions[number].required where !masks.isEmpty {
      held.removeAll()
      for case let place in group.lazy.map({ self.query.placeOf[$0] - 1 }) where place >= 0 {
        unsafe held.add(query.terms.cursor(place, superblock: superblock).pointee)
      }
      masks.formIntersection(held)
    }
  }

  /// Adds the lanes that hold a term in the texts that count.
  private func add(_ number: Int, to masks: inout LaneMasks, _ superblock: Int) throws(FormatError) {
    let place = query.placeOf[number] - 1
    guard place >= 0 else { return }
    let cursor = unsafe query.terms.cursor(place, superblock: superblock)
    let term = query.terms.terms[place]
    // A list has no documents but those that count.
    if term.list != nil || term.table.fields == .all {
      unsafe masks.add(cursor.pointee)
    } else {
      try unsafe masks.add(cursor.pointee, in: term.table.fields)
    }
  }

  /// How many documents there are from the first of a superblock on.
  private func existing(_ superblock: Int) -> Int { documents - superblock * PostingsFormat.documents }

  /// Keeps the lanes that meet a condition, all of which hold what it requires.
  private func narrow(_ masks: inout LaneMasks, to number: Int, _ superblock: Int) throws(FormatError) {
    let blocks = BlockSet(masks)
    guard !blocks.isEmpty else { return }
    let numbers = unsafe query.terms.numbers
    let places = query.plan.conditions[number].terms.lazy.map { self.query.placeOf[$0] - 1 }.filter { $0 >= 0 }
    var lists = PairLists(walk)
    try lists.find(places, query.terms, superblock, in: blocks)
    for index in 0..<PostingsFormat.blocks where masks[index] != 0 {
      let block = superblock * PostingsFormat.blocks + index
      let lanes = masks[index]
      masks[index] = try unsafe lists.withPairs(ofBlock: index) { (pairs) throws(FormatError) in
        guard let start = pairs.baseAddress else { return 0 }
        for slot in pairs.indices { unsafe slots[numbers[Int(pairs[slot].term)]] = UInt32(slot + 1) }
        defer { for slot in pairs.indices { unsafe slots[numbers[Int(pairs[slot].term)]] = 0 } }
        let held = unsafe BlockTerms(block: block, pairs: start, count: pairs.count, slots: slots)
        return try query.lanes(meeting: number, of: lanes, held)
      }
    }
  }
}

extension QueryPlan.Match {
  /// The number of the condition that it is.
  fileprivate var condition: Int? {
    if case .places(let number) = self { number } else { nil }
  }
}
