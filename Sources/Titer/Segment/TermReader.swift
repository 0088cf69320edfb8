internal import CLanes

/// Reads all occurrences of a term in order: what merging and checking need.
package struct TermReader {
  private let file: SegmentFile
  private let superblocks: Int

  /// A reader of the terms in a segment's file.
  package init(_ file: SegmentFile) {
    self.file = file
    superblocks = PostingsFormat.superblocks(documents: file.documents)
  }

  /// The occurrences of the term of `entry`, deleted documents included.
  ///
  /// - Throws: ``FormatError`` when its lists are damaged in any way.
  /// - Complexity: O(occurrences + superblocks).
  package func occurrences(_ entry: TermEntry) throws(FormatError) -> TermOccurrences {
    let postings = try TermPostings(entry, file)
    var term = TermOccurrences()
    let bytes = try file.bytes(.positions).checkedExtracting(entry.positions)
    var reader = ByteReader(bytes)
    switch postings.form {
    case .listed:
      var list = postings.list
      while let (document, counts) = try list.next() { try append(document, counts, to: &term, positions: &reader) }
      try expect(reader.isAtEnd, toBe: true, "the end of a term's positions:")
    case .blocks:
      try readBlocks(postings, bytes, into: &term)
    }
    try expect(term.documents.count, toBe: entry.documentFrequency, "documents of a term")
    return term
  }

  private func append(
    _ document: UInt32, _ counts: FieldCounts, to term: inout TermOccurrences, positions: inout ByteReader
  ) throws(FormatError) {
    guard document < file.documents, term.documents.last.map({ $0 < document }) ?? true else {
      throw FormatError(expected: "ascending documents below \(file.documents)", found: "\(document)")
    }
    let total = Int(counts.title) + Int(counts.abstract) + Int(counts.keywords)
    guard total > 0 else { throw FormatError(expected: "at least one occurrence", found: "none") }
    term.documents.append(document)
    term.counts.append(counts)
    var place = 0
    for _ in 0..<total {
      place += try positions.gap()
      guard let position = UInt32(exactly: place) else {
        throw FormatError(expected: "a position of 32 bits", found: "\(place)")
      }
      term.positions.append(position)
    }
  }

  private func readBlocks(
    _ postings: TermPostings, _ positions: Span<UInt8>, into term: inout TermOccurrences
  ) throws(FormatError) {
    var cursors = unsafe [lanes_cursor](repeating: lanes_cursor(), count: superblocks)
    try unsafe postings.fill(&cursors, stride: 1)
    let directory = PositionsDirectory(positions, superblocks: superblocks)
    for number in 0..<superblocks {
      let cursor = unsafe cursors[number]
      let table = try directory.superblock(number, pairs: Int(unsafe cursor.pairs))
      var reader = ByteReader(try positions.checkedExtracting(table.data))
      try unsafe readPairs(postings, cursor, number, table, &reader, into: &term)
      try expect(reader.isAtEnd, toBe: true, "the end of a superblock's positions:")
    }
  }

  private func readPairs(
    _ postings: TermPostings, _ cursor: lanes_cursor, _ number: Int, _ table: PositionsDirectory.Superblock,
    _ reader: inout ByteReader, into term: inout TermOccurrences
  ) throws(FormatError) {
    let blocks = unsafe SuperblockReader(cursor)
    for rank in 0..<Int(unsafe cursor.pairs) {
      if rank % PostingsFormat.positionsGroup == 0 {
        try expect(table.offsets[rank / PostingsFormat.positionsGroup], toBe: reader.offset, "offset of positions")
      }
      let (block, lanes) = try blocks.pair(rank)
      for (lane, code) in lanes {
        let document = UInt32((number << 8 + block) << 6 + lane)
        let counts = code > 0 ? FieldCounts(code: code) : try postings.exception(of: document)
        try append(document, counts, to: &term, positions: &reader)
      }
    }
  }
}
