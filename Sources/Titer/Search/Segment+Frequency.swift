internal import CLanes

extension Segment {
  /// How many documents that are not deleted hold a term in some texts.
  ///
  /// - Complexity: O(1) where nothing is deleted and all texts count; O(blocks with deletions + superblocks) where all texts
  ///   count; else O(documents that hold the term).
  func liveFrequency(_ entry: TermEntry, in fields: FieldSet) throws(FormatError) -> Int {
    try entry.checkFrequency(documents: documents)
    if fields == .all {
      return try deletions.count == 0
        ? entry.documentFrequency : entry.documentFrequency - deletedFrequency(TermPostings(entry, file))
    }
    let query = try SegmentQuery(
      QueryPlan(term: fields), self, entries: [entry], weights: [0], scoring: BM25(averageLength: 1))
    return try SetSearch(query).count()
  }

  /// How many deleted documents hold a term.
  private func deletedFrequency(_ postings: TermPostings) throws(FormatError) -> Int {
    var count = 0
    guard postings.form == .blocks else {
      var list = postings.list
      while let (document, _) = try list.next() { count += deletions.contains(Int(document)) ? 1 : 0 }
      return count
    }
    let superblocks = PostingsFormat.superblocks(documents: documents)
    var cursors = unsafe [lanes_cursor](repeating: lanes_cursor(), count: superblocks)
    try unsafe cursors.withUnsafeMutableBufferPointer { (buffer) throws(FormatError) in
      try unsafe postings.fill(buffer.baseAddress.unsafelyUnwrapped, stride: 1)
    }
    for (block, deleted) in deletedBlocks {
      var (pair, place, found) = unsafe (lanes_pair(), UInt8(block & 255), 0 as UInt32)
      unsafe lanes_look_up(&cursors[block / PostingsFormat.blocks], 1, &place, 1, &pair, &found)
      count += unsafe (lanes_masks(&pair, found) & deleted).nonzeroBitCount
    }
    return count
  }
}
