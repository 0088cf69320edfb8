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
      while let (document, counts) = try list.next() {
        try append(document, counts, to: &term)
        if !bytes.isEmpty { try append(positions: &reader, counts, to: &term) }
      }
      try expect(reader.isAtEnd, toBe: true, "the end of a term's positions:")
    case .blocks:
      try readBlocks(postings, bytes, into: &term)
    }
    try expect(term.documents.count, toBe: entry.documentFrequency, "documents of a term")
    return term
  }

  private func append(_ document: UInt32, _ counts: FieldCounts, to term: inout TermOccurrences) throws(FormatError) {
    guard document < file.documents, term.documents.last.map({ $0 < document }) ?? true else {
      throw FormatError(expected: "ascending documents below \(file.documents)", found: "\(document)")
    }
    guard counts.total > 0 else { throw FormatError(expected: "at least one occurrence", found: "none") }
    term.append(document, counts)
  }

  private func append(
    positions: inout ByteReader, _ counts: FieldCounts, to term: inout TermOccurrences
  ) throws(FormatError) {
    var place = 0
    for _ in 0..<Int(counts.title) + Int(counts.abstract) + Int(counts.keywords) {
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
      guard !positions.isEmpty else {
        try unsafe readPairs(postings, cursor, number) { (_, document, counts) throws(FormatError) in
          try append(document, counts, to: &term)
        }
        continue
      }
      let table = try directory.superblock(number, pairs: Int(unsafe cursor.pairs))
      var reader = ByteReader(try positions.checkedExtracting(table.data))
      var last = -1
      try unsafe readPairs(postings, cursor, number) { (rank, document, counts) throws(FormatError) in
        if rank > last, rank % PostingsFormat.positionsGroup == 0 {
          try expect(table.offsets[rank / PostingsFormat.positionsGroup], toBe: reader.offset, "offset of positions")
        }
        last = rank
        try append(document, counts, to: &term)
        try append(positions: &reader, counts, to: &term)
      }
      try expect(reader.isAtEnd, toBe: true, "the end of a superblock's positions:")
    }
  }

  /// Calls `body` with each document of a superblock, and the rank of its pair.
  private func readPairs(
    _ postings: TermPostings, _ cursor: lanes_cursor, _ number: Int,
    _ body: (_ rank: Int, _ document: UInt32, _ counts: FieldCounts) throws(FormatError) -> Void
  ) throws(FormatError) {
    let blocks = unsafe SuperblockReader(cursor)
    for rank in 0..<Int(unsafe cursor.pairs) {
      let (block, lanes) = try blocks.pair(rank)
      for (lane, code) in lanes {
        let document = UInt32((number << 8 + block) << 6 + lane)
        try body(rank, document, code > 0 ? FieldCounts(code: code) : try postings.exception(of: document))
      }
    }
  }
}
