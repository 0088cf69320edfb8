internal import CLanes

/// The terms of a query that a segment holds, as the kernels read them: a cursor a superblock and term.
///
/// A term that is kept as a plain list is given the form of the others here, in memory, with its parts as bounds.
@safe final class SegmentTerms {
  /// A term of the query that the segment holds.
  struct Term {
    /// Its number in the query.
    let number: Int
    /// Its lists.
    let entry: TermEntry
    /// Its postings.
    let postings: TermPostings
    /// Its weight; 0 for one that doesn't add to the score.
    let weight: Float
    /// What a bound of 1 can add to a score.
    let unit: Float
    /// What its codes come to.
    let table: FrequencyTable
    /// Where it is kept as a list.
    let list: ListedTerm?

    /// The most that it can add to a score.
    var most: Float { unit * Float(list?.best ?? postings.best) }
  }

  /// The terms, the one that can add most first.
  let terms: [Term]
  /// The superblocks of the segment.
  let superblocks: Int
  /// By superblock, the cursors of all terms.
  let cursors: UnsafeMutablePointer<lanes_cursor>
  private let listBytes: UnsafeMutablePointer<UInt8>

  /// The cursors of `terms` in a segment of `superblocks` superblocks.
  init(_ terms: [Term], superblocks: Int) throws(FormatError) {
    let sorted = terms.sorted { $0.most == $1.most ? $0.number < $1.number : $0.most > $1.most }
    self.terms = sorted
    self.superblocks = superblocks
    let count = superblocks * sorted.count
    unsafe cursors = .allocate(capacity: max(count, 1))
    let sizes = sorted.map { $0.list.map { $0.bytes.count + Int(LANES_SLACK) } ?? 0 }
    unsafe listBytes = .allocate(capacity: max(sizes.reduce(0, +), 1))
    unsafe cursors.initialize(repeating: lanes_cursor(), count: count)
    var place = unsafe listBytes
    for (index, term) in sorted.enumerated() {
      if let list = term.list {
        unsafe list.fill(cursors + index, stride: sorted.count, bytes: place)
        unsafe place += sizes[index]
      } else {
        try unsafe term.postings.fill(cursors + index, stride: sorted.count)
      }
    }
  }

  deinit {
    unsafe cursors.deallocate()
    unsafe listBytes.deallocate()
  }
}

/// A term that is kept as a plain list, read, and given the form of superblocks.
struct ListedTerm {
  /// The documents in which it counts, ascending.
  private(set) var documents: [UInt32] = []
  /// The counts of those whose code is 0.
  private(set) var exceptions: [UInt32: FieldCounts] = [:]
  /// All documents of the list, and the number of its positions before each.
  private(set) var places: [(document: UInt32, before: Int)] = []
  /// The number of its positions.
  private(set) var total = 0
  /// The bytes of its superblocks, bounds before payload.
  private(set) var bytes: [UInt8] = []
  /// The greatest bound.
  private(set) var best: UInt8 = 0
  private var superblocks: [(number: Int, pairs: Int, bounds: Int, payload: Int, end: Int)] = []

  /// Reads the list of `postings`; documents in which `table` finds no occurrence are left out.
  init(_ postings: TermPostings, _ table: FrequencyTable, _ lengths: Lengths, _ scoring: BM25) throws(FormatError) {
    var writer = SuperblockWriter()
    var (superblock, block, part) = (-1, -1, Float(0))
    var before = 0
    // A closure can't mutate several of these and throw a typed error, so the list is collected first.
    var list: [(UInt32, FieldCounts)] = []
    list.reserveCapacity(postings.documentFrequency)
    try postings.visitList { list.append(($0, $1)) }
    documents.reserveCapacity(list.count)
    places.reserveCapacity(list.count)
    for (document, counts) in list {
      places.append((document, before))
      before += Int(counts.total)
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
      documents.append(document)
    }
    if block >= 0 { writer.endPair(block: UInt8(block & 255), best: part) }
    end(&writer, superblock)
    total = before
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
  fileprivate func fill(
    _ cursors: UnsafeMutablePointer<lanes_cursor>, stride: Int, bytes place: UnsafeMutablePointer<UInt8>
  ) {
    for (index, byte) in bytes.enumerated() { unsafe (place + index).initialize(to: byte) }
    unsafe (place + bytes.count).initialize(repeating: 0, count: Int(LANES_SLACK))
    for part in superblocks {
      unsafe cursors[part.number * stride] = unsafe lanes_cursor(
        bounds: place + part.bounds, payload: place + part.payload, pairs: UInt32(part.pairs),
        size: UInt32(part.end - part.payload), best: UInt32(best), scale: 0, exceptions: place, exception_count: 0,
        first_block: UInt32(part.number * PostingsFormat.blocks))
    }
  }
}
