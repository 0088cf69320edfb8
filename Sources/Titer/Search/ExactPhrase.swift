internal import CLanes

/// A phrase whose terms stand at fixed distances, ready to be looked for in single documents of one segment.
///
/// The positions are read where they lie. What that fast way can't read, because counts are exceptions or the term is a plain list,
/// is left to ``TermPositions``.
@safe final class ExactPhrase {
  /// A term of the phrase in the segment.
  private struct Word {
    let number: Int
    let place: Int
    let offset: UInt32
    let positions: PositionsPlace?
    let listed: ListedPositions?
  }

  // Positions of a word in one block; the slow way has no limit.
  private static let most = 4_096
  private let words: [Word]
  private let termCount: Int
  private let cursors: UnsafePointer<lanes_cursor>
  private let starts: UnsafeMutablePointer<UInt32>
  private let places: UnsafeMutablePointer<UInt32>
  private let startCounts: UnsafeMutablePointer<UInt32>
  private let placeCounts: UnsafeMutablePointer<UInt32>

  /// `phrase` in the segment of `query`; `nil` where the segment doesn't hold all its terms.
  init?(_ phrase: QueryPlan.Phrase, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile) throws(FormatError) {
    var words: [Word] = []
    var offset = 0
    for unit in phrase.units {
      // What may stand in one place of several is left to the slow way.
      guard let number = unit.onlyTerm, case let place = placeOf[number] - 1, place >= 0 else { return nil }
      offset += unit.skipped
      let entry = terms.terms[place].entry
      let list = terms.terms[place].list
      let positions = list == nil ? try PositionsPlace(entry, file, superblocks: terms.superblocks) : nil
      let listed = list == nil ? nil : try Self.listed(terms.terms[place], file)
      words.append(
        Word(
          number: number, place: place, offset: UInt32(offset), positions: positions, listed: listed))
      offset += unit.steps[0].span
    }
    // The rarer term has fewer positions.
    self.words = words.sorted {
      terms.terms[$0.place].postings.documentFrequency < terms.terms[$1.place].postings.documentFrequency
    }
    termCount = terms.terms.count
    unsafe cursors = UnsafePointer(terms.cursors)
    unsafe starts = .allocate(capacity: Self.most)
    unsafe places = .allocate(capacity: Self.most)
    unsafe startCounts = .allocate(capacity: PostingsFormat.lanes)
    unsafe placeCounts = .allocate(capacity: PostingsFormat.lanes)
  }

  private static func listed(_ term: SegmentTerms.Term, _ file: SegmentFile) throws(FormatError) -> ListedPositions {
    try ListedPositions(term.postings, file.bytes(.positions).checkedExtracting(term.entry.positions))
  }

  deinit {
    unsafe starts.deallocate()
    unsafe places.deallocate()
    unsafe startCounts.deallocate()
    unsafe placeCounts.deallocate()
  }

  /// The lanes of a block, of some that all terms hold, in which the phrase stands; `nil` where the fast way can't tell.
  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64? {
    var left = lanes
    guard unsafe read(words[0], left, block, pairs, slots, starts, startCounts) else { return nil }
    shiftStarts(&left, by: words[0].offset)
    for word in words.dropFirst() where left != 0 {
      guard unsafe read(word, left, block, pairs, slots, places, placeCounts) else { return nil }
      keepStarts(&left, offset: word.offset)
    }
    return left
  }

  /// Turns the first word's positions into starts of the phrase, those before the document's first position left out.
  private func shiftStarts(_ lanes: inout UInt64, by offset: UInt32) {
    guard offset > 0 else { return }
    var (from, to) = (0, 0)
    for lane in LaneSequence(lanes) {
      let end = from + Int(unsafe startCounts[lane])
      let first = to
      for index in from..<end where unsafe starts[index] >= offset {
        unsafe starts[to] = unsafe starts[index] - offset
        to += 1
      }
      unsafe startCounts[lane] = UInt32(to - first)
      if to == first { lanes &= ~(1 << UInt64(lane)) }
      from = end
    }
  }

  /// Keeps the starts from which a word stands at `offset`, and the lanes that have any left.
  private func keepStarts(_ lanes: inout UInt64, offset: UInt32) {
    var (from, to, place) = (0, 0, 0)
    for lane in LaneSequence(lanes) {
      let count = Int(unsafe startCounts[lane])
      let kept = unsafe lanes_keep_starts(
        starts + from, UInt32(count), places + place, placeCounts[lane], offset)
      for index in 0..<Int(kept) { unsafe starts[to + index] = unsafe starts[from + index] }
      unsafe startCounts[lane] = kept
      if kept == 0 { lanes &= ~(1 << UInt64(lane)) }
      from += count
      to += Int(kept)
      place += Int(unsafe placeCounts[lane])
    }
  }

  /// Reads the positions of a word in some lanes into `target`, and how many each has into `counts`; returns whether it could.
  private func read(
    _ word: Word, _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>,
    _ target: UnsafeMutablePointer<UInt32>, _ counts: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    if let listed = word.listed { return unsafe listed.read(lanes, block, target, counts, most: Self.most) }
    let superblock = block / PostingsFormat.blocks
    let pair = unsafe pairs + (Int(slots[word.number]) - 1)
    let cursor = unsafe cursors + (superblock * termCount + word.place)
    let group = Int(unsafe pair.pointee.rank) / PostingsFormat.positionsGroup
    guard let range = unsafe word.positions?.group(group, superblock, pairs: Int(cursor.pointee.pairs)) else {
      return false
    }
    return unsafe lanes_positions(
      cursor, pair, lanes, range.lowerBound, range.upperBound, UInt32(group * PostingsFormat.positionsGroup), target,
      UInt32(Self.most), counts) >= 0
  }
}

/// Where the positions of a term in superblocks lie: a place in a segment's mapping, which must outlive it.
@safe struct PositionsPlace {
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private let directory: Int

  /// The positions of `entry` in `file`.
  init(_ entry: TermEntry, _ file: SegmentFile, superblocks: Int) throws(FormatError) {
    let bytes = try file.bytes(.positions).checkedExtracting(entry.positions)
    directory = 4 * (superblocks + 1)
    count = bytes.count
    guard count >= directory else {
      throw FormatError(expected: "a directory of positions of \(directory) bytes", found: "\(count)")
    }
    unsafe start = unsafe bytes.withUnsafeBufferPointer { unsafe $0.baseAddress.unsafelyUnwrapped }
  }

  /// The positions from those of a group's first pair to the end of its superblock's; `nil` where the directory is damaged.
  func group(_ group: Int, _ superblock: Int, pairs: Int) -> Range<UnsafePointer<UInt8>>? {
    let entry = unsafe UnsafeRawPointer(start + 4 * superblock)
    let first = Int(unsafe entry.loadUnaligned(as: UInt32.self))
    let end = Int(unsafe entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let groups = (pairs + PostingsFormat.positionsGroup - 1) / PostingsFormat.positionsGroup
    let width = end - first - 2 * groups > 65_535 ? 4 : 2
    let data = first + width * groups
    guard group < groups, data <= end, end <= count - directory else { return nil }
    let table = unsafe UnsafeRawPointer(start + directory + first)
    let offset =
      unsafe width == 4
      ? Int(table.loadUnaligned(fromByteOffset: 4 * group, as: UInt32.self))
      : Int(table.loadUnaligned(fromByteOffset: 2 * group, as: UInt16.self))
    guard offset <= end - data else { return nil }
    return unsafe start + (directory + data + offset)..<start + (directory + end)
  }
}
