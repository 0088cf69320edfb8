internal import CLanes

/// A phrase whose terms stand at fixed distances, ready to be looked for in single documents of one segment.
///
/// The positions are read where they lie. What that fast way can't read, because counts are exceptions,
/// is left to ``TermPositions``.
@safe final class ExactPhrase: BlockPhrase {
  // Positions of a word in one block; the slow way has no limit.
  private static let most = 4_096
  private let words: [(word: PhraseWord, offset: UInt32)]
  private let starts: UnsafeMutablePointer<UInt32>
  private let places: UnsafeMutablePointer<UInt32>
  private let startCounts: UnsafeMutablePointer<UInt32>
  private let placeCounts: UnsafeMutablePointer<UInt32>

  /// `phrase` in the segment of `terms`; `nil` where the segment doesn't hold all its terms.
  init?(_ phrase: QueryPlan.Phrase, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile) throws(FormatError) {
    var words: [(word: PhraseWord, offset: UInt32)] = []
    var offset = 0
    for unit in phrase.units {
      guard let number = unit.onlyTerm, case let place = placeOf[number] - 1, place >= 0 else { return nil }
      offset += unit.skipped
      words.append((try PhraseWord(number, place, terms, file), UInt32(offset)))
      offset += unit.steps[0].span
    }
    // The rarer term has fewer positions.
    self.words = words.sorted {
      $0.word.documentFrequency < $1.word.documentFrequency
    }
    unsafe starts = .allocate(capacity: Self.most)
    unsafe places = .allocate(capacity: Self.most)
    unsafe startCounts = .allocate(capacity: PostingsFormat.lanes)
    unsafe placeCounts = .allocate(capacity: PostingsFormat.lanes)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe places.deallocate()
    unsafe startCounts.deallocate()
    unsafe placeCounts.deallocate()
  }

  func lanes(
    _ lanes: UInt64, _ block: Int, _ pairs: UnsafePointer<lanes_pair>, _ slots: UnsafePointer<UInt32>
  ) -> UInt64? {
    var left = lanes
    guard unsafe words[0].word.read(left, block, pairs, slots, starts, startCounts, most: Self.most) != nil else {
      return nil
    }
    shiftStarts(&left, by: words[0].offset)
    for (word, offset) in words.dropFirst() where left != 0 {
      guard unsafe word.read(left, block, pairs, slots, places, placeCounts, most: Self.most) != nil else { return nil }
      keepStarts(&left, offset: offset)
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
}
