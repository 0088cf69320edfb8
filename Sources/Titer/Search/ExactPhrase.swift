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

  private static let most = 4_096
  private let words: [Word]
  private let termCount: Int
  private let cursors: UnsafePointer<lanes_cursor>
  private let starts: UnsafeMutablePointer<UInt32>
  private let places: UnsafeMutablePointer<UInt32>

  /// `phrase` in the segment of `query`; `nil` where the segment doesn't hold all its terms.
  init?(_ phrase: QueryPlan.Phrase, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile) throws(FormatError) {
    var words: [Word] = []
    for term in phrase.terms {
      let place = placeOf[term.number] - 1
      guard place >= 0 else { return nil }
      let entry = terms.terms[place].entry
      let list = terms.terms[place].list
      let positions = list == nil ? try PositionsPlace(entry, file, superblocks: terms.superblocks) : nil
      let listed = try list.map { (list) throws(FormatError) in try ListedPositions(list, entry, file) }
      words.append(
        Word(
          number: term.number, place: place, offset: UInt32(term.offset), positions: positions, listed: listed))
    }
    // The rarer term has fewer positions.
    self.words = words.sorted {
      terms.terms[$0.place].postings.documentFrequency < terms.terms[$1.place].postings.documentFrequency
    }
    termCount = terms.terms.count
    unsafe cursors = UnsafePointer(terms.cursors)
    unsafe starts = .allocate(capacity: Self.most)
    unsafe places = .allocate(capacity: Self.most)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe places.deallocate()
  }

  /// Whether the phrase stands in a lane that all its terms hold; `nil` where the fast way can't tell.
  func stands(
    in lane: Int, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt16>
  ) -> Bool? {
    let superblock = block / PostingsFormat.blocks
    var left: UInt32 = 0
    for (index, word) in words.enumerated() {
      let target = unsafe index == 0 ? starts : places
      guard let count = unsafe read(word, lane, block, superblock, pairs, slots, target) else { return nil }
      if index == 0 {
        for place in 0..<count where unsafe starts[place] >= word.offset {
          unsafe starts[Int(left)] = unsafe starts[place] - word.offset
          left += 1
        }
      } else {
        left = unsafe lanes_keep_starts(starts, left, places, UInt32(count), word.offset)
      }
      if left == 0 { return false }
    }
    return true
  }

  /// Reads the positions of a word into `target`, and returns how many there are; `nil` where the fast way can't.
  private func read(
    _ word: Word, _ lane: Int, _ block: Int, _ superblock: Int, _ pairs: UnsafePointer<lanes_pair>,
    _ slots: UnsafePointer<UInt16>, _ target: UnsafeMutablePointer<UInt32>
  ) -> Int? {
    if let listed = word.listed {
      let positions = listed.positions(in: UInt32(block << 6 + lane))
      guard positions.count <= Self.most else { return nil }
      for (index, position) in positions.enumerated() { unsafe target[index] = position }
      return positions.count
    }
    let pair = unsafe pairs + (Int(slots[word.number]) - 1)
    let cursor = unsafe cursors + (superblock * termCount + word.place)
    let group = Int(unsafe pair.pointee.rank) / PostingsFormat.positionsGroup
    guard let range = unsafe word.positions?.group(group, superblock, pairs: Int(cursor.pointee.pairs)) else {
      return nil
    }
    let count = unsafe lanes_positions(
      cursor, pair, UInt32(lane), range.lowerBound, range.upperBound,
      UInt32(group * PostingsFormat.positionsGroup), target, UInt32(Self.most))
    return count < 0 ? nil : Int(count)
  }
}

/// The positions of a term that is kept as a plain list, read.
struct ListedPositions {
  private var documents: [UInt32] = []
  private var starts: [Int] = [0]
  private var positions: [UInt32] = []

  /// The positions of the term of `entry`, whose list was read.
  init(_ list: ListedTerm, _ entry: TermEntry, _ file: SegmentFile) throws(FormatError) {
    let bytes = try file.bytes(.positions).checkedExtracting(entry.positions)
    var reader = ByteReader(bytes)
    for (index, place) in list.places.enumerated() {
      let end = index + 1 < list.places.count ? list.places[index + 1].before : list.total
      var position = 0
      for _ in place.before..<end {
        position += try reader.gap()
        guard let value = UInt32(exactly: position) else {
          throw FormatError(expected: "a position of 32 bits", found: "\(position)")
        }
        positions.append(value)
      }
      documents.append(place.document)
      starts.append(positions.count)
    }
  }

  /// The positions in a document, ascending.
  func positions(in document: UInt32) -> ArraySlice<UInt32> {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < document { low = middle + 1 } else { high = middle }
    }
    guard low < documents.count, documents[low] == document else { return [] }
    return positions[starts[low]..<starts[low + 1]]
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
    unsafe start = unsafe bytes.withUnsafeBufferPointer { $0.baseAddress! }
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
