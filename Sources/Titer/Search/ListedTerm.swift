internal import CLanes

/// A term that is kept as a plain list, read, and given the form of superblocks.
struct ListedTerm {
  /// The counts of those whose code is 0.
  private(set) var exceptions: [UInt32: FieldCounts] = [:]
  /// The bytes of its superblocks, bounds before payload.
  private(set) var bytes: [UInt8] = []
  /// The greatest bound.
  private(set) var best: UInt8 = 0
  private var superblocks: [(number: Int, pairs: Int, bounds: Int, payload: Int, end: Int)] = []

  /// Reads the list of `postings`; documents in which `table` finds no occurrence are left out.
  init(_ postings: TermPostings, _ table: FrequencyTable, _ lengths: Lengths, _ scoring: BM25) throws(FormatError) {
    var writer = SuperblockWriter()
    var (superblock, block, part) = (-1, -1, Float(0))
    var list = postings.list
    while let (document, counts) = try list.next() {
      guard table.holds(counts) else { continue }
      if Int(document) >> 6 != block {
        if block >= 0 { writer.endPair(block: UInt8(block & 255), best: part) }
        (block, part) = (Int(document) >> 6, 0)
        if block >> 8 != superblock {
          end(&writer, superblock)
          superblock = block >> 8
        }
      }
      let code = counts.code
      if code == 0 { exceptions[document] = counts }
      writer.append(lane: UInt8(document & 63), code: code)
      let frequency = table.frequency(counts)
      part = max(part, frequency / (frequency + scoring.norm(length: lengths[Int(document)])))
    }
    if block >= 0 { writer.endPair(block: UInt8(block & 255), best: part) }
    end(&writer, superblock)
  }

  private mutating func end(_ writer: inout SuperblockWriter, _ number: Int) {
    guard writer.pairs > 0 else { return }
    let bounds = bytes.count
    writer.appendBounds(to: &bytes)
    let payload = bytes.count
    writer.appendPayload(to: &bytes)
    best = max(best, writer.best)
    superblocks.append((number, writer.pairs, bounds, payload, bytes.count))
    writer.removeAll()
  }

  /// Copies the bytes to `place` and sets the cursors of the superblocks that it has.
  func fill(
    _ cursors: UnsafeMutablePointer<lanes_cursor>, stride: Int, bytes place: UnsafeMutablePointer<UInt8>
  ) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { unsafe place.initialize(from: start, count: bytes.count) }
    }
    unsafe (place + bytes.count).initialize(repeating: 0, count: Int(LANES_SLACK))
    for part in superblocks {
      unsafe cursors[part.number * stride] = unsafe lanes_cursor(
        bounds: place + part.bounds, payload: place + part.payload, pairs: UInt32(part.pairs),
        size: UInt32(part.end - part.payload), best: UInt32(best), scale: 0, exceptions: place, exception_count: 0,
        first_block: UInt32(part.number * PostingsFormat.blocks))
    }
  }
}
