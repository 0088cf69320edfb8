internal import CLanes

extension Segment {
  /// How many documents that are not deleted hold a term in some texts.
  ///
  /// - Complexity: O(1) where nothing is deleted and all texts count; O(blocks with deletions + superblocks) where all texts
  ///   count; else O(documents that hold the term), about 1 ns each.
  func liveFrequency(_ entry: TermEntry, in fields: FieldSet) throws(FormatError) -> Int {
    try entry.checkFrequency(documents: documents)
    if fields == .all {
      return try deletions.count == 0
        ? entry.documentFrequency : entry.documentFrequency - deletedFrequency(TermPostings(entry, file))
    }
    return try frequency(TermPostings(entry, file), in: fields)
  }

  /// How many documents that are not deleted hold a term in some texts.
  private func frequency(_ postings: TermPostings, in fields: FieldSet) throws(FormatError) -> Int {
    var count = 0
    guard postings.form == .blocks else {
      var list = postings.list
      while let (document, counts) = try list.next() {
        count += counts.stands(in: fields) && !deletions.contains(Int(document)) ? 1 : 0
      }
      return count
    }
    let walk = PairWalk()
    let cursors = try unsafe cursors(postings)
    for superblock in unsafe cursors.indices {
      var cursor = unsafe cursors[superblock]
      try unsafe walk.visit(.all, &cursor) { (block, lanes, codes) throws(FormatError) in
        let block = superblock * PostingsFormat.blocks + block
        let held = try unsafe postings.lanes(lanes, codes, block, in: fields)
        count += (held & deletions.live(inBlock: block)).nonzeroBitCount
      }
    }
    return count
  }

  private func cursors(_ postings: TermPostings) throws(FormatError) -> [lanes_cursor] {
    let superblocks = PostingsFormat.superblocks(documents: documents)
    var cursors = unsafe [lanes_cursor](repeating: lanes_cursor(), count: superblocks)
    try unsafe cursors.withUnsafeMutableBufferPointer { (buffer) throws(FormatError) in
      // A segment without documents has no terms.
      try unsafe postings.fill(buffer.baseAddress.unsafelyUnwrapped, stride: 1)
    }
    return unsafe cursors
  }

  /// How many deleted documents hold a term.
  private func deletedFrequency(_ postings: TermPostings) throws(FormatError) -> Int {
    var count = 0
    guard postings.form == .blocks else {
      var list = postings.list
      while let (document, _) = try list.next() { count += deletions.contains(Int(document)) ? 1 : 0 }
      return count
    }
    var cursors = try unsafe cursors(postings)
    for (block, deleted) in deletedBlocks {
      var (pair, place, found) = unsafe (lanes_pair(), UInt8(block & 255), 0 as UInt32)
      unsafe lanes_look_up(&cursors[block / PostingsFormat.blocks], 1, &place, 1, &pair, &found)
      count += unsafe (lanes_masks(&pair, found) & deleted).nonzeroBitCount
    }
    return count
  }
}

extension TermPostings {
  /// Which lanes of a block hold the term in some texts, given those that hold it anywhere and the codes of their counts.
  func lanes(
    _ lanes: UInt64, _ codes: UnsafePointer<UInt8>, _ block: Int, in fields: FieldSet
  ) throws(FormatError) -> UInt64 {
    let bits = FieldCounts.bits(of: fields)
    if unsafe Self.haveAll(codes, lanes.nonzeroBitCount, bits) { return lanes }
    var held: UInt64 = 0
    for (index, lane) in LaneSequence(lanes).enumerated() {
      let code = unsafe codes[index]
      let holds = try code > 0 ? code & bits != 0 : exception(of: UInt32(block << 6 + lane)).stands(in: fields)
      if holds { held |= 1 << UInt64(lane) }
    }
    return held
  }

  /// Whether each of the first `count` codes, of which there is room for 64, has one of some bits: eight at a time.
  private static func haveAll(_ codes: UnsafePointer<UInt8>, _ count: Int, _ bits: UInt8) -> Bool {
    let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    for start in stride(from: 0, to: count, by: 8) {
      var eight = unsafe UnsafeRawPointer(codes + start).loadUnaligned(as: UInt64.self).littleEndian
      eight &= ones &* UInt64(bits)
      if count - start < 8 { eight |= ~0 << UInt64(8 * (count - start)) }
      // Whether a byte is 0.
      if (eight &- ones) & ~eight & highs != 0 { return false }
    }
    return true
  }
}
