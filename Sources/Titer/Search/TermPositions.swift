internal import CLanes

/// Reads the positions of a term in single documents of a segment.
struct TermPositions {
  private let entry: TermEntry
  private let term: SegmentTerms.Term
  private let superblocks: Int
  /// Where the positions of a listed term's documents begin, once they were asked for.
  private var listed: [Int]?

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
    var reader = ByteReader(bytes)
    if term.list == nil {
      try unsafe skipToPair(&reader, bytes, pair, cursor, superblock)
      let before = unsafe (pair.pointee.mask & (1 << UInt64(lane) - 1)).nonzeroBitCount
      let codes = unsafe SuperblockReader(cursor.pointee).codes(Int(pair.pointee.rank)).codes
      try skip(&reader, unsafe pair.pointee.mask, codes[..<before], block: Int(document) >> 6)
    } else {
      try reader.skip(try offset(of: document, bytes))
    }
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

  /// Where a listed term's positions in a document begin.
  private mutating func offset(of document: UInt32, _ bytes: Span<UInt8>) throws(FormatError) -> Int {
    guard let list = term.list else { return 0 }
    if listed == nil { listed = try Self.offsets(list, bytes) }
    let offsets = listed ?? []
    var (low, high) = (0, list.places.count)
    while low < high {
      let middle = (low + high) / 2
      if list.places[middle].document < document { low = middle + 1 } else { high = middle }
    }
    guard low < offsets.count else { throw FormatError(expected: "positions in document \(document)", found: "none") }
    return offsets[low]
  }

  private static func offsets(_ list: ListedTerm, _ bytes: Span<UInt8>) throws(FormatError) -> [Int] {
    var reader = ByteReader(bytes)
    var (offsets, passed): ([Int], Int) = ([], 0)
    for place in list.places {
      while passed < place.before {
        _ = try reader.gap()
        passed += 1
      }
      offsets.append(reader.offset)
    }
    return offsets
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
