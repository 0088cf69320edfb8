internal import CLanes

/// Reads the positions of a term in single documents of a segment.
struct TermPositions {
  private let entry: TermEntry
  private let term: SegmentTerms.Term
  private let superblocks: Int
  /// The positions of a listed term, once they were asked for.
  private var listed: ListedPositions?

  /// The positions of a term of `terms`.
  init(_ term: SegmentTerms.Term, superblocks: Int) {
    entry = term.entry
    self.term = term
    self.superblocks = superblocks
  }

  /// Sets `places` to the positions in the lane `lane` of block `block` (within superblock `superblock`), in which the term's
  /// counts are `counts`.
  mutating func read(
    _ places: inout [UInt32], of pair: UnsafePointer<lanes_pair>, lane: Int, cursor: UnsafePointer<lanes_cursor>,
    superblock: Int, document: UInt32, count: Int, in section: Span<UInt8>
  ) throws(FormatError) {
    let bytes = try section.checkedExtracting(entry.positions)
    if term.list != nil {
      if listed == nil { listed = try ListedPositions(term.postings, bytes) }
      places = Array(listed?.positions(in: document) ?? [])
      return try expect(places.count, toBe: count, "positions in document \(document)")
    }
    var reader = ByteReader(bytes)
    try unsafe skipToPair(&reader, bytes, pair, cursor, superblock)
    let before = unsafe (pair.pointee.mask & (1 << UInt64(lane) - 1)).nonzeroBitCount
    let codes = unsafe SuperblockReader(cursor.pointee).codes(Int(pair.pointee.rank)).codes
    try skip(&reader, unsafe pair.pointee.mask, codes[..<before], block: Int(document) >> 6)
    places.removeAll(keepingCapacity: true)
    var place = 0
    for _ in 0..<count {
      place += try reader.gap()
      guard let position = UInt32(exactly: place) else {
        throw FormatError(expected: "a position of 32 bits", found: "\(place)")
      }
      places.append(position)
    }
  }

  /// Passes over the positions of the superblock's pairs before `pair`.
  private func skipToPair(
    _ reader: inout ByteReader, _ bytes: Span<UInt8>, _ pair: UnsafePointer<lanes_pair>,
    _ cursor: UnsafePointer<lanes_cursor>, _ superblock: Int
  ) throws(FormatError) {
    let rank = Int(unsafe pair.pointee.rank)
    let group = rank / PostingsFormat.positionsGroup
    let directory = PositionsDirectory(bytes, superblocks: superblocks)
    try reader.skip(try directory.start(ofGroup: group, superblock, pairs: Int(unsafe cursor.pointee.pairs)))
    let first = group * PostingsFormat.positionsGroup
    guard first < rank else { return }
    let others = unsafe SuperblockReader(cursor.pointee)
    for before in first..<rank {
      let (mask, codes) = others.codes(before)
      try skip(&reader, mask, codes[...], block: superblock << 8 + others.block(before))
    }
  }

  /// Passes over the positions of lanes of a block: the first ones of `mask`, whose codes are given.
  private func skip(
    _ reader: inout ByteReader, _ mask: UInt64, _ codes: ArraySlice<UInt8>, block: Int
  ) throws(FormatError) {
    for (lane, code) in zip(LaneSequence(mask), codes) {
      let total =
        code > 0
        ? FieldCounts(code: code).total : try term.postings.exception(of: UInt32(block << 6 + lane)).total
      for _ in 0..<total { _ = try reader.gap() }
    }
  }
}
