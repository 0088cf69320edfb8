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
    var masks = LaneMasks()
    let cursors = try unsafe cursors(postings)
    for superblock in unsafe cursors.indices {
      masks.removeAll()
      try unsafe masks.add(cursors[superblock], in: fields)
      let first = superblock * PostingsFormat.blocks
      masks.keep(PostingsFormat.blocks) { deletions.live(inBlock: first + $0) }
      count += masks.count(blocks: PostingsFormat.blocks)
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
