internal import CLanes

/// A phrase whose terms stand at fixed distances, ready to be looked for in single documents of one segment.
///
/// The positions are read where they lie. What that fast way can't read, because counts are exceptions,
/// is left to ``TermPositions``.
@safe final class ExactPhrase: BlockPhrase {
  // Positions of a word in one block; the slow way has no limit.
  private static let most = 4_096
  private let words: PhraseWords
  /// By word, its term's number in the query, and how far behind the phrase's start it stands.
  private let parts: [(number: Int, offset: UInt32)]
  private let starts: UnsafeMutablePointer<UInt32>
  private let places: UnsafeMutablePointer<UInt32>
  private let startCounts: UnsafeMutablePointer<UInt32>
  private let placeCounts: UnsafeMutablePointer<UInt32>

  /// `phrase` in the segment of `terms`; `nil` where the segment doesn't hold all its terms.
  init?(_ phrase: QueryPlan.Phrase, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile) throws(FormatError) {
    var parts: [(number: Int, offset: UInt32)] = []
    var offset = 0
    for unit in phrase.units {
      guard let number = unit.onlyTerm, placeOf[number] > 0 else { return nil }
      offset += unit.skipped
      parts.append((number, UInt32(offset)))
      offset += unit.steps[0].span
    }
    // The rarer term has fewer positions.
    parts.sort {
      terms.terms[placeOf[$0.number] - 1].entry.documentFrequency
        < terms.terms[placeOf[$1.number] - 1].entry.documentFrequency
    }
    self.parts = parts
    words = try PhraseWords(parts.map { placeOf[$0.number] - 1 }, terms, file)
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

  func lanes(_ lanes: UInt64, _ held: BlockTerms) -> UInt64? {
    var left = lanes
    guard unsafe read(0, left, held, starts, startCounts) else { return nil }
    shiftStarts(&left, by: parts[0].offset)
    for word in parts.indices.dropFirst() where left != 0 {
      guard unsafe read(word, left, held, places, placeCounts) else { return nil }
      keepStarts(&left, offset: parts[word].offset)
    }
    return left
  }

  /// Reads the positions of a word in some lanes that hold it; returns whether it could.
  private func read(
    _ word: Int, _ lanes: UInt64, _ held: BlockTerms, _ target: UnsafeMutablePointer<UInt32>,
    _ counts: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    guard let pair = unsafe held[parts[word].number] else { return false }
    return unsafe words.read(word, lanes, pair, ofBlock: held.block, target, counts, most: Self.most) != nil
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
