internal import CLanes

/// A term of a phrase in one segment, whose positions are read where they lie, a block at a time.
@safe struct PhraseWord {
  /// Its number in the query.
  let number: Int
  /// In how many documents of the segment it is.
  let documentFrequency: Int
  private let place: Int
  private let positions: PositionsPlace?
  private let listed: ListedPositions?
  private let termCount: Int
  // Of the segment's terms, which outlive this.
  private let cursors: UnsafePointer<lanes_cursor>

  /// The term at `place` among `terms`.
  init(_ number: Int, _ place: Int, _ terms: SegmentTerms, _ file: SegmentFile) throws(FormatError) {
    self.number = number
    self.place = place
    let term = terms.terms[place]
    documentFrequency = term.postings.documentFrequency
    positions = term.list == nil ? try PositionsPlace(term.entry, file, superblocks: terms.superblocks) : nil
    listed =
      term.list == nil
      ? nil : try ListedPositions(term.postings, file.bytes(.positions).checkedExtracting(term.entry.positions))
    termCount = terms.terms.count
    unsafe cursors = UnsafePointer(terms.cursors)
  }

  /// Reads the positions in some lanes of a block, all of which hold the term, into `target`, and how many each lane has into
  /// `counts`; returns how many there are in all.
  ///
  /// Returns `nil` where the fast way can't tell: because counts are exceptions, because there are more than `most`, or because the
  /// bytes are damaged.
  func read(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>,
    _ target: UnsafeMutablePointer<UInt32>, _ counts: UnsafeMutablePointer<UInt32>, most: Int
  ) -> Int? {
    if let listed { return unsafe listed.read(lanes, block, target, counts, most: most) }
    let superblock = block / PostingsFormat.blocks
    let pair = unsafe pairs + (Int(slots[number]) - 1)
    let cursor = unsafe cursors + (superblock * termCount + place)
    let group = Int(unsafe pair.pointee.rank) / PostingsFormat.positionsGroup
    guard let range = unsafe positions?.group(group, superblock, pairs: Int(cursor.pointee.pairs)) else { return nil }
    let count = unsafe lanes_positions(
      cursor, pair, lanes, range.lowerBound, range.upperBound, UInt32(group * PostingsFormat.positionsGroup), target,
      UInt32(most), counts)
    return count >= 0 ? Int(count) : nil
  }
}
