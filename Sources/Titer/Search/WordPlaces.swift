internal import CLanes

/// The positions of some words in a block of a segment, and those of one text of one document at a time.
@safe final class WordPlaces {
  // Positions of all words in one block; the slow way has no limit.
  private static let most = 16_384
  private let words: [PhraseWord]
  /// Whether the texts of a document are told apart.
  private let partsTexts: Bool
  private var places: UnsafeMutablePointer<UInt32>
  private var capacity = WordPlaces.most
  /// By word and lane, how many positions it has, and in which texts.
  private let counts: UnsafeMutablePointer<UInt32>
  private var texts: [FieldCounts]
  /// By word, which lanes have any, and where the positions of the lane that is looked at are.
  private var masks: [UInt64]
  private var ranges: [Range<Int>]
  /// By word, where they are in the text that is looked at.
  private var current: [Range<Int>]
  private var lane = 0

  /// The places of `words`; of a document's texts together, or one by one.
  init(_ words: [PhraseWord], partsTexts: Bool) {
    self.words = words
    self.partsTexts = partsTexts
    unsafe places = .allocate(capacity: Self.most)
    unsafe counts = .allocate(capacity: max(1, PostingsFormat.lanes * words.count))
    texts = [FieldCounts](repeating: FieldCounts(), count: partsTexts ? PostingsFormat.lanes * words.count : 0)
    masks = [UInt64](repeating: 0, count: words.count)
    ranges = [Range<Int>](repeating: 0..<0, count: words.count)
    current = ranges
  }

  deinit {
    unsafe places.deallocate()
    unsafe counts.deallocate()
  }

  /// Reads the positions in some lanes of a block; returns whether it could.
  func read(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> Bool {
    var end = 0
    for (index, word) in words.enumerated() {
      let slot = Int(unsafe slots[word.number])
      ranges[index] = end..<end
      masks[index] = slot > 0 ? unsafe lanes & pairs[slot - 1].mask : 0
      guard masks[index] != 0 else { continue }
      let counts = unsafe counts + PostingsFormat.lanes * index
      let count = unsafe word.read(masks[index], block, pairs, slots, places + end, counts, most: Self.most - end)
      guard let count, unsafe !partsTexts || readTexts(index, pairs + (slot - 1)) else { return false }
      end += count
    }
    lane = 0
    return true
  }

  /// Reads in which texts a word's positions are; returns whether the pair tells it.
  private func readTexts(_ word: Int, _ pair: UnsafePointer<lanes_pair>) -> Bool {
    for lane in LaneSequence(masks[word]) {
      let code = unsafe lanes_code(pair, UInt32(lane))
      guard code > 0 else { return false }
      texts[PostingsFormat.lanes * word + lane] = FieldCounts(code: code)
    }
    return true
  }

  /// Takes the positions of one lane, which `read` gives for a word's number in the query; none for one that isn't there.
  func take(
    _ lane: Int, _ read: (Int) throws(FormatError) -> (counts: FieldCounts, positions: [UInt32])?
  ) throws(FormatError) {
    var end = 0
    for (index, word) in words.enumerated() {
      ranges[index] = end..<end
      masks[index] = 0
      guard let found = try read(word.number) else { continue }
      masks[index] = 1 << UInt64(lane)
      reserve(end + found.positions.count)
      for (offset, position) in found.positions.enumerated() { unsafe places[end + offset] = position }
      unsafe counts[PostingsFormat.lanes * index + lane] = UInt32(found.positions.count)
      if partsTexts { texts[PostingsFormat.lanes * index + lane] = found.counts }
      end += found.positions.count
    }
    self.lane = lane
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    let old = unsafe places
    unsafe places = .allocate(capacity: 2 * count)
    unsafe places.update(from: old, count: capacity)
    capacity = 2 * count
    unsafe old.deallocate()
  }

  /// Looks at a lane, the first one or one behind the last, all of which had their turn.
  func look(at lane: Int) {
    self.lane = lane
    for word in words.indices {
      let isHeld = masks[word] >> UInt64(lane) & 1 == 1
      let count = isHeld ? Int(unsafe counts[PostingsFormat.lanes * word + lane]) : 0
      let start = ranges[word].upperBound
      ranges[word] = start..<start + count
    }
    current = ranges
  }

  /// Looks at one text of the lane.
  func look(at text: FieldSet) {
    guard partsTexts else { return }
    for word in words.indices where !ranges[word].isEmpty {
      let texts = texts[PostingsFormat.lanes * word + lane].range(of: text)
      let start = ranges[word].lowerBound
      // Damaged counts may be more than there are positions.
      let end = ranges[word].upperBound
      current[word] = min(start + texts.lowerBound, end)..<min(start + texts.upperBound, end)
    }
  }

  /// Where a word stands in the text that is looked at, ascending.
  func positions(ofWord word: Int) -> UnsafeBufferPointer<UInt32> {
    unsafe UnsafeBufferPointer(start: places + current[word].lowerBound, count: current[word].count)
  }
}

extension FieldCounts {
  /// Which of a document's positions, all texts' in order, lie in one text.
  fileprivate func range(of field: FieldSet) -> Range<Int> {
    let (first, second) = (Int(title), Int(title) + Int(abstract))
    switch field {
    case .title: return 0..<first
    case .abstract: return first..<second
    default: return second..<second + Int(keywords)
    }
  }
}
