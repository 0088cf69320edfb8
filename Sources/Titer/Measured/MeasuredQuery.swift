internal import CLanes

/// A query against one segment, whose parts can be called one by one.
@_spi(Benchmarks) @safe public final class MeasuredQuery {
  private let query: SegmentQuery

  init(_ query: SegmentQuery) {
    self.query = query
  }

  /// The terms that the segment holds.
  public var terms: Int { query.terms.terms.count }

  /// The superblocks of the segment.
  public var superblocks: Int { query.terms.superblocks }

  /// The `lanes_cursor`s of all terms, superblock after superblock; they live as long as the query.
  public var cursors: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(query.terms.cursors) }

  /// The positions of the group of the pair `rank`, as the kernels take them; `nil` for a term that is kept as a plain list.
  public func positions(
    ofTerm term: Int, superblock: Int, rank: Int
  ) throws(IndexError) -> Range<UnsafePointer<UInt8>>? {
    let measured = query.terms.terms[term]
    guard measured.list == nil else { return nil }
    let pairs = unsafe query.terms.cursors[superblock * terms + term].pairs
    return try unsafe query.segment.reading { () throws(FormatError) in
      let place = try PositionsPlace(measured.entry, query.segment.file, superblocks: superblocks)
      return unsafe place.group(rank / PostingsFormat.positionsGroup, superblock, pairs: Int(pairs))
    }
  }

  /// Finds the best `limit` documents by bounds and returns how many there are.
  public func best(_ limit: Int) throws(IndexError) -> Int {
    try query.segment.reading { () throws(FormatError) in
      try BlockSearch(query, limit: limit, shared: SharedThreshold()).best().count
    }
  }

  /// How many documents answer.
  public func count() throws(IndexError) -> Int {
    try query.segment.reading { () throws(FormatError) in try SetSearch(query).count() }
  }
}
