internal import CLanes

/// The positions of some words in a block of a segment, and those of one text of one document at a time.
@safe final class WordPlaces {
  /// Where positions are among all.
  private struct Stretch: BitwiseCopyable {
    var start = 0
    var end = 0
  }

  /// What changes while documents are looked at: behind a pointer, where access isn't checked each time.
  @unsafe private struct State: BitwiseCopyable {
    var places: UnsafeMutablePointer<UInt32>
    var capacity: Int
    /// How many words the block holds.
    var held = 0
  }

  // Positions of all words in one block; the slow way has no limit.
  private static let most = 16_384
  private let words: PhraseWords
  /// By word, its term's number in the query.
  private let numbers: [Int]
  /// Whether the texts of a document are told apart.
  private let partsTexts: Bool
  private let state: UnsafeMutablePointer<State>
  /// By word and lane, how many positions it has, and in which texts.
  private let counts: UnsafeMutablePointer<UInt32>
  private let texts: UnsafeMutablePointer<FieldCounts>
  /// By word, the lanes that hold it.
  private let masks: UnsafeMutablePointer<UInt64>
  /// The words that the block holds.
  private let held: UnsafeMutablePointer<Int>
  /// By word, where the positions of the lane and of the text are that are looked at.
  private let ofLane: UnsafeMutablePointer<Stretch>
  private let ofText: UnsafeMutablePointer<Stretch>

  /// The places of the terms of some numbers, which the segment holds; of a document's texts together, or one by one.
  init(
    _ numbers: [Int], _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile, partsTexts: Bool
  ) throws(FormatError) {
    words = try PhraseWords(numbers.map { placeOf[$0] - 1 }, terms, file)
    self.numbers = numbers
    self.partsTexts = partsTexts
    let count = max(numbers.count, 1)
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State(places: .allocate(capacity: Self.most), capacity: Self.most))
    unsafe counts = .allocate(capacity: PostingsFormat.lanes * count)
    unsafe texts = .allocate(capacity: partsTexts ? PostingsFormat.lanes * count : 1)
    unsafe masks = .allocate(capacity: count)
    unsafe held = .allocate(capacity: count)
    unsafe ofLane = .allocate(capacity: count)
    unsafe ofText = .allocate(capacity: count)
    unsafe ofLane.initialize(repeating: Stretch(), count: count)
    unsafe ofText.initialize(repeating: Stretch(), count: count)
    unsafe masks.initialize(repeating: 0, count: count)
  }

  deinit {
    unsafe state.pointee.places.deallocate()
    unsafe state.deallocate()
    unsafe counts.deallocate()
    unsafe texts.deallocate()
    unsafe masks.deallocate()
    unsafe held.deallocate()
    unsafe ofLane.deallocate()
    unsafe ofText.deallocate()
  }

  /// Reads the positions in some lanes of a block; returns whether it could.
  func read(_ lanes: UInt64, _ block: BlockTerms) -> Bool {
    forget()
    var end = 0
    for slot in 0..<block.count {
      let pair = unsafe block.pairs + slot
      let (word, mask) = unsafe (words.word(at: pair.pointee.term), lanes & pair.pointee.mask)
      guard word >= 0, mask != 0 else { continue }
      hold(word, mask, from: end)
      let count = unsafe words.read(
        word, mask, pair, ofBlock: block.block, state.pointee.places + end, counts + PostingsFormat.lanes * word,
        most: Self.most - end)
      guard let count, unsafe !partsTexts || readTexts(word, pair, block) else { return false }
      end += count
    }
    return true
  }

  /// Lets go of the words of the last block.
  private func forget() {
    for index in 0..<(unsafe state.pointee.held) {
      let word = unsafe held[index]
      unsafe masks[word] = 0
      unsafe ofLane[word] = Stretch()
      unsafe ofText[word] = Stretch()
    }
    unsafe state.pointee.held = 0
  }

  private func hold(_ word: Int, _ mask: UInt64, from start: Int) {
    unsafe masks[word] = mask
    unsafe ofLane[word] = Stretch(start: start, end: start)
    unsafe held[state.pointee.held] = word
    unsafe state.pointee.held += 1
  }

  /// Reads in which texts a word's positions are; returns whether it could.
  private func readTexts(_ word: Int, _ pair: UnsafePointer<lanes_pair>, _ block: BlockTerms) -> Bool {
    for lane in LaneSequence(unsafe masks[word]) {
      guard let counts = unsafe words.counts(word, pair, lane, block.document(lane)) else { return false }
      unsafe texts[PostingsFormat.lanes * word + lane] = counts
    }
    return true
  }

  /// Takes the positions of one lane, which `read` gives for a word's number in the query; none for one that isn't there.
  func take(
    _ lane: Int, _ read: (Int) throws(FormatError) -> (counts: FieldCounts, positions: [UInt32])?
  ) throws(FormatError) {
    forget()
    var end = 0
    for (index, number) in numbers.enumerated() {
      guard let found = try read(number) else { continue }
      hold(index, 1 << UInt64(lane), from: end)
      reserve(end + found.positions.count)
      for (offset, position) in found.positions.enumerated() { unsafe state.pointee.places[end + offset] = position }
      unsafe counts[PostingsFormat.lanes * index + lane] = UInt32(found.positions.count)
      if partsTexts { unsafe texts[PostingsFormat.lanes * index + lane] = found.counts }
      end += found.positions.count
    }
  }

  private func reserve(_ count: Int) {
    guard count > (unsafe state.pointee.capacity) else { return }
    let old = unsafe state.pointee
    unsafe state.pointee.places = .allocate(capacity: 2 * count)
    unsafe state.pointee.places.update(from: old.places, count: old.capacity)
    unsafe state.pointee.capacity = 2 * count
    unsafe old.places.deallocate()
  }

  /// The words that the block holds.
  var heldWords: UnsafeBufferPointer<Int> {
    unsafe UnsafeBufferPointer(start: held, count: state.pointee.held)
  }

  /// Looks at a lane, the first one or one behind the last, all of which had their turn.
  func look(at lane: Int) {
    for index in 0..<(unsafe state.pointee.held) {
      let word = unsafe held[index]
      let isHeld = unsafe masks[word] >> UInt64(lane) & 1 == 1
      let count = isHeld ? Int(unsafe counts[PostingsFormat.lanes * word + lane]) : 0
      let start = unsafe ofLane[word].end
      unsafe ofLane[word] = Stretch(start: start, end: start + count)
      unsafe ofText[word] = unsafe ofLane[word]
    }
  }

  /// Looks at one text of the lane.
  func look(at text: FieldSet, of lane: Int) {
    guard partsTexts else { return }
    for index in 0..<(unsafe state.pointee.held) {
      let word = unsafe held[index]
      let stretch = unsafe ofLane[word]
      guard stretch.start < stretch.end else { continue }
      let range = unsafe texts[PostingsFormat.lanes * word + lane].places(in: text)
      // Damaged counts may be more than there are positions.
      unsafe ofText[word] = Stretch(
        start: min(stretch.start + range.lowerBound, stretch.end),
        end: min(stretch.start + range.upperBound, stretch.end))
    }
  }

  /// Where a word stands in the text that is looked at, ascending.
  func positions(ofWord word: Int) -> UnsafeBufferPointer<UInt32> {
    let stretch = unsafe ofText[word]
    return unsafe UnsafeBufferPointer(
      start: state.pointee.places + stretch.start, count: stretch.end - stretch.start)
  }
}
