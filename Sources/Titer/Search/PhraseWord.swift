internal import CLanes

/// A term of a phrase in one segment, whose positions are read where they lie, a block at a time.
@safe struct PhraseWord {
  /// Where the positions of the pair begin that was read last.
  @safe private struct Reached {
    let superblock: Int
    let rank: UInt32
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
  }

  /// Its place among the segment's terms.
  private let place: Int
  private let postings: TermPostings
  private let positions: PositionsPlace?
  private let listed: ListedPositions?
  private let termCount: Int
  // Of the segment's terms, which outlive this.
  private let cursors: UnsafePointer<lanes_cursor>
  private var reached: Reached?

  /// The term at `place` among `terms`.
  init(_ place: Int, _ terms: SegmentTerms, _ file: SegmentFile) throws(FormatError) {
    self.place = place
    let term = terms.terms[place]
    postings = term.postings
    positions = term.list == nil ? try PositionsPlace(term.entry, file, superblocks: terms.superblocks) : nil
    listed =
      term.list == nil
      ? nil : try ListedPositions(term.postings, file.bytes(.positions).checkedExtracting(term.entry.positions))
    termCount = terms.terms.count
    unsafe cursors = UnsafePointer(terms.cursors)
  }

  /// Reads the positions in some lanes of a block, all of which hold the term.
  ///
  /// They are written to `target`, and to `counts` how many each lane has; the answer is how many there are in all. It is fastest from
  /// block to block in order. It is `nil` where the fast way can't tell: because there are more than `most`, or because the bytes are
  /// damaged.
  mutating func read(
    _ lanes: UInt64, _ pair: UnsafePointer<lanes_pair>, ofBlock block: Int, _ target: UnsafeMutablePointer<UInt32>,
    _ counts: UnsafeMutablePointer<UInt32>, most: Int
  ) -> Int? {
    if let listed { return unsafe listed.read(lanes, block, target, counts, most: most) }
    let superblock = block / PostingsFormat.blocks
    let cursor = unsafe cursors + (superblock * termCount + place)
    guard let from = unsafe nearest(pair, cursor, superblock) else { return nil }
    var start: UnsafePointer<UInt8>? = unsafe from.start
    let count = unsafe lanes_positions(
      cursor, pair, lanes, &start, from.end, from.rank, target, UInt32(most), counts)
    guard count >= 0, let start = unsafe start else { return nil }
    unsafe reached = Reached(superblock: superblock, rank: UInt32(pair.pointee.rank), start: start, end: from.end)
    return Int(count)
  }

  /// The nearest place before a pair whose positions are known: that reached last, or the beginning of its group.
  private func nearest(
    _ pair: UnsafePointer<lanes_pair>, _ cursor: UnsafePointer<lanes_cursor>, _ superblock: Int
  ) -> Reached? {
    let rank = UInt32(unsafe pair.pointee.rank)
    let group = Int(rank) / PostingsFormat.positionsGroup
    let first = UInt32(group * PostingsFormat.positionsGroup)
    if let reached, reached.superblock == superblock, first...rank ~= reached.rank { return reached }
    let range = unsafe positions?.group(group, superblock, pairs: Int(cursor.pointee.pairs))
    return unsafe range.map {
      unsafe Reached(superblock: superblock, rank: first, start: $0.lowerBound, end: $0.upperBound)
    }
  }

  /// How often the word is in which text of a document, in which that doesn't fit a code; `nil` where the bytes are damaged.
  func exception(in document: UInt32) -> FieldCounts? { try? postings.exception(of: document) }
}
